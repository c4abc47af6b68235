// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/certificatejson.h>

#include "certificateshape.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::CertificateSummary &value)
{
    return write(value);
}

domain::Result<domain::CertificateSummary> certificateSummaryFromJson(QByteArrayView json)
{
    return read<domain::CertificateSummary>(json);
}

domain::Result<domain::CertificateSummary> certificateSummaryFromJson(const QJsonObject &object)
{
    return read<domain::CertificateSummary>(object);
}

QJsonObject toJson(const domain::ECertificate &value)
{
    return write(value);
}

domain::Result<domain::ECertificate> eCertificateFromJson(QByteArrayView json)
{
    return read<domain::ECertificate>(json);
}

domain::Result<domain::ECertificate> eCertificateFromJson(const QJsonObject &object)
{
    return read<domain::ECertificate>(object);
}

QJsonObject toJson(const domain::UsePurpose &value)
{
    return write(value);
}

domain::Result<domain::UsePurpose> usePurposeFromJson(QByteArrayView json)
{
    return read<domain::UsePurpose>(json);
}

domain::Result<domain::UsePurpose> usePurposeFromJson(const QJsonObject &object)
{
    return read<domain::UsePurpose>(object);
}

} // namespace yichuang::wire
