// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/ecertificate.h>

namespace yichuang::domain {

bool CertificateSummary::isUsableOn(QDate day) const
{
    return day.isValid() && status == CertificateStatus::Valid && (!validFrom.isValid() || validFrom <= day)
        && (!validTo || day <= *validTo);
}

std::optional<qint64> CertificateSummary::daysLeft(QDate day) const
{
    if (!validTo)
        return std::nullopt;
    return day.daysTo(*validTo);
}

} // namespace yichuang::domain
