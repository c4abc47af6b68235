// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace yichuang::httpserver {

struct OpenSslFree {
    void operator()(BIO *p) const { BIO_free_all(p); }
    void operator()(X509 *p) const { X509_free(p); }
    void operator()(EVP_PKEY *p) const { EVP_PKEY_free(p); }
    void operator()(X509_EXTENSION *p) const { X509_EXTENSION_free(p); }
};
template<typename T>
using OpenSslPtr = std::unique_ptr<T, OpenSslFree>;

/** A read-only view of the bytes, which must outlive it. */
inline OpenSslPtr<BIO> bioOf(const QByteArray &bytes)
{
    return OpenSslPtr<BIO>(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/** Refuses encrypted keys: OpenSSL's own callback would ask on the terminal of a service. */
inline int noPassword(char *, int, int, void *)
{
    return -1;
}

inline OpenSslPtr<X509> readCertificate(BIO *bio)
{
    return OpenSslPtr<X509>(PEM_read_bio_X509(bio, nullptr, noPassword, nullptr));
}

inline OpenSslPtr<EVP_PKEY> readKey(BIO *bio)
{
    return OpenSslPtr<EVP_PKEY>(PEM_read_bio_PrivateKey(bio, nullptr, noPassword, nullptr));
}

} // namespace yichuang::httpserver
