// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <httpserver/selfsigned.h>

#include "opensslptr.h"

#include <openssl/err.h>
#include <openssl/rand.h>

namespace yichuang::httpserver {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {
constexpr long secondsPerDay = 86400;

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const OpenSslPtr<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/** A name may hold only what a host name or an address holds: the text is read by OpenSSL's extension syntax. */
QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList entries;
    for (const QString &name : names) {
        bool isAddress = name.contains(u':');
        bool clean = !name.isEmpty();
        bool onlyDigits = true;
        for (const QChar c : name) {
            clean = clean && (c.isDigit() || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || u".-:*"_s.contains(c));
            onlyDigits = onlyDigits && (c.isDigit() || c == u'.');
        }
        isAddress = isAddress || onlyDigits;
        if (clean)
            entries.append((isAddress ? "IP:" : "DNS:") + name.toLatin1());
    }
    return entries.join(',');
}

bool fill(X509 *certificate, X509 *issuer, EVP_PKEY *key, const CertificateSpec &spec)
{
    unsigned char serial[16];
    if (RAND_bytes(serial, sizeof serial) != 1)
        return false;
    serial[0] = static_cast<unsigned char>((serial[0] & 0x7f) | 0x01);
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    const bool numbered = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    const QByteArray name = spec.commonName.toUtf8();
    X509_NAME *subject = X509_get_subject_name(certificate);
    const bool named = X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name.constData()),
                                                  static_cast<int>(name.size()), -1, 0)
        == 1;
    // A day back, so that a workstation whose clock is a little slow accepts it.
    const bool dated = X509_gmtime_adj(X509_getm_notBefore(certificate), -secondsPerDay)
        && X509_gmtime_adj(X509_getm_notAfter(certificate), spec.days * secondsPerDay);
    const bool isAuthority = spec.use == CertificateUse::Authority;
    const QByteArray sans = alternativeNames(spec.names);
    const char *purpose = spec.use == CertificateUse::Client ? "clientAuth" : "serverAuth";
    return numbered && named && dated && X509_set_version(certificate, 2) == 1 && X509_set_pubkey(certificate, key) == 1
        && X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
        && addExtension(certificate, issuer, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE")
        && addExtension(certificate, issuer, NID_key_usage, isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature")
        && addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
        && (isAuthority || addExtension(certificate, issuer, NID_ext_key_usage, purpose))
        && (sans.isEmpty() || addExtension(certificate, issuer, NID_subject_alt_name, sans));
}

domain::Result<KeyedCertificate> toPem(X509 *certificate, EVP_PKEY *key)
{
    const OpenSslPtr<BIO> certificateBio(BIO_new(BIO_s_mem()));
    const OpenSslPtr<BIO> keyBio(BIO_new(BIO_s_secmem()));
    if (!certificateBio || !keyBio || PEM_write_bio_X509(certificateBio.get(), certificate) != 1
        || PEM_write_bio_PKCS8PrivateKey(keyBio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return domain::failure(FailureCode::HttpTlsMaterial, u"the certificate could not be written"_s);
    KeyedCertificate made;
    char *data = nullptr;
    long size = BIO_get_mem_data(certificateBio.get(), &data);
    made.certificatePem = QByteArray(data, size);
    size = BIO_get_mem_data(keyBio.get(), &data);
    made.keyPem = QByteArray(data, size);
    return made;
}
} // namespace

domain::Result<KeyedCertificate> makeCertificate(const CertificateSpec &spec, const KeyedCertificate *issuer)
{
    const OpenSslPtr<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const OpenSslPtr<X509> certificate(X509_new());
    OpenSslPtr<X509> issuerCertificate;
    OpenSslPtr<EVP_PKEY> issuerKey;
    if (issuer) {
        const auto certificateBio = bioOf(issuer->certificatePem);
        issuerCertificate = readCertificate(certificateBio.get());
        const auto keyBio = bioOf(issuer->keyPem);
        issuerKey = readKey(keyBio.get());
    }
    const bool usable = key && certificate && spec.days > 0 && (!issuer || (issuerCertificate && issuerKey));
    X509 *signer = issuer ? issuerCertificate.get() : certificate.get();
    EVP_PKEY *signingKey = issuer ? issuerKey.get() : key.get();
    if (!usable || !fill(certificate.get(), signer, key.get(), spec) || X509_sign(certificate.get(), signingKey, EVP_sha256()) == 0) {
        ERR_clear_error();
        return domain::failure(FailureCode::HttpTlsMaterial, u"the certificate for %1 could not be made"_s.arg(spec.commonName));
    }
    return toPem(certificate.get(), key.get());
}

domain::Result<KeyedCertificate> makeSelfSigned(const QString &commonName, const QStringList &names)
{
    return makeCertificate({commonName, names, CertificateUse::Server, 30});
}

} // namespace yichuang::httpserver
