// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Stands in for the TLS sources in a build without OpenSSL.
#include <httpserver/selfsigned.h>

namespace yichuang::httpserver {

domain::Result<KeyedCertificate> makeCertificate(const CertificateSpec &, const KeyedCertificate *)
{
    return domain::failure(domain::FailureCode::HttpTlsNotInBuild);
}

domain::Result<KeyedCertificate> makeSelfSigned(const QString &, const QStringList &)
{
    return domain::failure(domain::FailureCode::HttpTlsNotInBuild);
}

} // namespace yichuang::httpserver
