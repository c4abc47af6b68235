// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::CertificateSummary> auto &x)
{
    v.required("identifier"_L1, x.identifier);
    v.required("typeId"_L1, x.typeId);
    v.optional("typeName"_L1, x.typeName);
    v.optional("maskedNumber"_L1, x.maskedNumber);
    v.optional("issuerName"_L1, x.issuerName);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("issueDate"_L1, x.issueDate);
    v.optional("validFrom"_L1, x.validFrom);
    v.optional("validTo"_L1, x.validTo);
    v.required("status"_L1, x.status);
    v.optional("statusDate"_L1, x.statusDate);
    v.optional("trust"_L1, x.trust);
    v.optional("holderId"_L1, x.holderId);
    v.optional("holderName"_L1, x.holderName);
    v.optional("relation"_L1, x.relation);
}

template<typename V>
void describe(V &v, Is<domain::ECertificate> auto &x)
{
    v.required("summary"_L1, x.summary);
    v.optional("number"_L1, x.number);
    v.optional("holderName"_L1, x.holderName);
    v.optional("holderNumber"_L1, x.holderNumber);
    v.optional("holderNumberKind"_L1, x.holderNumberKind);
    v.optional("face"_L1, x.face);
    v.optional("fetchedAt"_L1, x.fetchedAt);
    v.optional("usableUntil"_L1, x.usableUntil);
}

template<typename V>
void describe(V &v, Is<domain::UsePurpose> auto &x)
{
    optionalUpTo(v, longestId, "category"_L1, x.category);
    optionalUpTo(v, longestId, "itemId"_L1, x.itemId);
    optionalUpTo(v, longestId, "caseId"_L1, x.caseId);
    v.optional("reason"_L1, x.reason);
    v.required("consent"_L1, x.consent);
}

} // namespace yichuang::wire
