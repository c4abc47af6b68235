// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tlscontext.h"

#include "opensslptr.h"

#include <QFile>
#include <openssl/crypto.h>
#include <openssl/err.h>

namespace yichuang::httpserver {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {
constexpr qint64 maxPemFile = 1 << 20;

domain::Result<QByteArray> pemOf(const QByteArray &bytes, const QString &fileName)
{
    if (!bytes.isEmpty() || fileName.isEmpty())
        return bytes;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::HttpTlsMaterial, u"%1: %2"_s.arg(fileName, file.errorString()));
    return file.read(maxPemFile);
}

domain::Result<void> material(const QString &what)
{
    // What OpenSSL left in this thread's queue must not surface in a later call.
    ERR_clear_error();
    return domain::failure(FailureCode::HttpTlsMaterial, what);
}
} // namespace

TlsContext::TlsContext()
    : m_context(boost::asio::ssl::context::tls_server)
{
}

domain::Result<void> TlsContext::load(const TlsOptions &options)
{
    SSL_CTX *context = m_context.native_handle();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    // Without a session context OpenSSL refuses to resume sessions that carry a client certificate.
    static constexpr unsigned char sessionContext[] = "yichuang";
    SSL_CTX_set_session_id_context(context, sessionContext, sizeof sessionContext - 1);
    if (SSL_CTX_set_cipher_list(context, options.ciphers.constData()) != 1)
        return material(u"the cipher list names no known cipher"_s);
    if (const auto own = loadOwn(options); !own)
        return own;
    return loadClientAuthority(options);
}

domain::Result<void> TlsContext::loadOwn(const TlsOptions &options)
{
    SSL_CTX *context = m_context.native_handle();
    const auto certificatePem = pemOf(options.certificatePem, options.certificateFile);
    if (!certificatePem)
        return tl::unexpected(certificatePem.error());
    auto keyPem = pemOf(options.keyPem, options.keyFile);
    if (!keyPem)
        return tl::unexpected(keyPem.error());
    const auto bio = bioOf(*certificatePem);
    const auto leaf = readCertificate(bio.get());
    if (!leaf || SSL_CTX_use_certificate(context, leaf.get()) != 1)
        return material(u"the server certificate is not readable PEM"_s);
    while (const auto link = readCertificate(bio.get()))
        SSL_CTX_add1_chain_cert(context, link.get());
    const auto keyBio = bioOf(*keyPem);
    const auto key = readKey(keyBio.get());
    const bool accepted = key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
    OPENSSL_cleanse(keyPem->data(), static_cast<std::size_t>(keyPem->size()));
    if (!accepted)
        return material(u"the private key is not readable unencrypted PEM, or belongs to another certificate"_s);
    ERR_clear_error();
    return {};
}

domain::Result<void> TlsContext::loadClientAuthority(const TlsOptions &options)
{
    SSL_CTX *context = m_context.native_handle();
    const auto pem = pemOf(options.clientCaPem, options.clientCaFile);
    if (!pem)
        return tl::unexpected(pem.error());
    if (pem->isEmpty()) {
        if (options.requireClientCertificate)
            return material(u"client certificates are required but no client authority is given"_s);
        return {};
    }
    const auto bio = bioOf(*pem);
    int count = 0;
    while (const auto authority = readCertificate(bio.get())) {
        if (X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority.get()) == 1
            && SSL_CTX_add_client_CA(context, authority.get()) == 1)
            ++count;
    }
    if (count == 0)
        return material(u"the client authority is not readable PEM"_s);
    const int required = options.requireClientCertificate ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | required, nullptr);
    ERR_clear_error();
    return {};
}

} // namespace yichuang::httpserver
