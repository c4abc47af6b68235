// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ed25519.h"

#include <memory>
#include <openssl/evp.h>

namespace yichuang::update {

namespace {

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

Verdict verifyEd25519(QByteArrayView key, QByteArrayView document, QByteArrayView signature)
{
    const std::unique_ptr<EVP_PKEY, Free> publicKey(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(key), std::size_t(key.size())));
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    if (!publicKey || !context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, publicKey.get()) != 1)
        return Verdict::Forged;
    const int answer = EVP_DigestVerify(context.get(), bytesOf(signature), std::size_t(signature.size()), bytesOf(document),
                                        std::size_t(document.size()));
    return answer == 1 ? Verdict::Genuine : Verdict::Forged;
}

} // namespace yichuang::update
