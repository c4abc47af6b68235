// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "certificateview.h"

#include <domain/masking.h>

namespace yichuang::exchange {

domain::CertificateSummary listedView(const StoredCertificate &stored, const domain::Catalogue &catalogue)
{
    domain::CertificateSummary summary = stored.value.summary;
    if (const domain::CertificateType *type = catalogue.certificateType(summary.typeId)) {
        summary.typeName = type->name;
        summary.departmentId = type->departmentId;
    }
    summary.maskedNumber = domain::maskCertificateNumber(stored.value.number);
    if (summary.relation != domain::Relation::Self)
        summary.holderName = domain::maskName(summary.holderName, stored.holderIsMinor);
    return summary;
}

domain::ECertificate pulledView(const StoredCertificate &stored, const domain::Catalogue &catalogue, const QDateTime &asOf)
{
    domain::ECertificate view = stored.value;
    view.summary = listedView(stored, catalogue);
    view.summary.holderName = stored.value.holderName;
    view.fetchedAt = asOf;
    view.usableUntil = asOf.addSecs(usableHours * 3600);
    return view;
}

} // namespace yichuang::exchange
