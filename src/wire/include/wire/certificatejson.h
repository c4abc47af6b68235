// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/ecertificate.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of e-certificates and of the purpose of a look-up. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::CertificateSummary &value);
[[nodiscard]] domain::Result<domain::CertificateSummary> certificateSummaryFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CertificateSummary> certificateSummaryFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::ECertificate &value);
[[nodiscard]] domain::Result<domain::ECertificate> eCertificateFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::ECertificate> eCertificateFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::UsePurpose &value);
[[nodiscard]] domain::Result<domain::UsePurpose> usePurposeFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::UsePurpose> usePurposeFromJson(const QJsonObject &object);

} // namespace yichuang::wire
