// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <domain/error.h>

namespace yichuang::httpserver {

/** A certificate and its private key, both PEM. The key is not encrypted: keep it in memory or in a 0600 file. */
struct KeyedCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;
};

enum class CertificateUse { Server, Client, Authority };

struct CertificateSpec {
    QString commonName;
    /** DNS names and numeric addresses for subjectAltName. */
    QStringList names;
    CertificateUse use = CertificateUse::Server;
    int days = 30;
};

/**
 * Makes a P-256 key and a certificate signed by `issuer`, or by itself when there is none. For the demo and for tests; a
 * hall uses certificates of its own authority. Fails with HttpTlsMaterial or HttpTlsNotInBuild.
 */
[[nodiscard]] domain::Result<KeyedCertificate> makeCertificate(const CertificateSpec &spec, const KeyedCertificate *issuer = nullptr);

/** A server certificate that is its own trust anchor. */
[[nodiscard]] domain::Result<KeyedCertificate> makeSelfSigned(const QString &commonName, const QStringList &names);

} // namespace yichuang::httpserver
