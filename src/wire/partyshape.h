// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::Party> auto &x)
{
    v.optional("personId"_L1, x.personId);
    v.optional("name"_L1, x.name);
    v.optional("englishName"_L1, x.englishName);
    v.optional("documentKind"_L1, x.documentKind);
    v.optional("number"_L1, x.number);
    v.optional("sex"_L1, x.sex);
    v.optional("birth"_L1, x.birth);
    v.optional("ethnicCode"_L1, x.ethnicCode);
    v.optional("nationality"_L1, x.nationality);
    v.optional("passNumber"_L1, x.passNumber);
    v.optional("issueCount"_L1, x.issueCount);
    v.optional("formerNumberLink"_L1, x.formerNumberLink);
    v.optional("address"_L1, x.address);
    v.optional("phone"_L1, x.phone);
    v.optional("issuer"_L1, x.issuer);
    v.optional("validFrom"_L1, x.validFrom);
    v.optional("validTo"_L1, x.validTo);
    v.optional("cardKind"_L1, x.cardKind);
    v.optional("method"_L1, x.method);
    v.optional("typedReason"_L1, x.typedReason);
    v.optional("readAt"_L1, x.readAt);
}

template<typename V>
void describe(V &v, Is<domain::Agency> auto &x)
{
    v.required("agent"_L1, x.agent);
    v.optional("relation"_L1, x.relation);
    v.optional("authority"_L1, x.authority);
    v.optional("validUntil"_L1, x.validUntil);
    v.optional("authorityChecked"_L1, x.authorityChecked);
    v.optional("capacity"_L1, x.capacity);
}

template<typename V>
void describe(V &v, Is<domain::IdCard> auto &x)
{
    v.required("kind"_L1, x.kind);
    v.optional("name"_L1, x.name);
    v.optional("englishName"_L1, x.englishName);
    v.optional("sex"_L1, x.sex);
    v.optional("ethnicCode"_L1, x.ethnicCode);
    v.optional("birth"_L1, x.birth);
    v.optional("address"_L1, x.address);
    v.required("number"_L1, x.number);
    v.optional("issuer"_L1, x.issuer);
    v.optional("validFrom"_L1, x.validFrom);
    v.optional("validTo"_L1, x.validTo);
    v.optional("passNumber"_L1, x.passNumber);
    v.optional("issueCount"_L1, x.issueCount);
    v.optional("nationality"_L1, x.nationality);
    v.optional("cardVersion"_L1, x.cardVersion);
    v.optional("acceptanceOffice"_L1, x.acceptanceOffice);
    v.optional("formerNumberLink"_L1, x.formerNumberLink);
}

} // namespace yichuang::wire
