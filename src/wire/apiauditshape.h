// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "certificateshape.h"

#include <wire/apiaudit.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<AuditRecord> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("at"_L1, x.at);
    requiredUpTo(v, longestId, "action"_L1, x.action);
    optionalUpTo(v, longestId, "caseId"_L1, x.caseId);
    requiredUpTo(v, longestName, "subject"_L1, x.subject);
}

template<typename V>
void describe(V &v, Is<AuditBatch> auto &x)
{
    v.required("records"_L1, x.records);
}

template<typename V>
void describe(V &v, Is<FoundType> auto &x)
{
    v.required("typeId"_L1, x.typeId);
    v.required("count"_L1, x.count);
}

template<typename V>
void describe(V &v, Is<LookupRecord> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("at"_L1, x.at);
    v.required("kind"_L1, x.kind);
    v.optional("operatorId"_L1, x.operatorId);
    v.optional("operatorName"_L1, x.operatorName);
    v.optional("windowId"_L1, x.windowId);
    v.optional("personId"_L1, x.personId);
    v.optional("askedFor"_L1, x.askedFor);
    v.optional("purpose"_L1, x.purpose);
    v.optional("outcome"_L1, x.outcome);
    v.optional("found"_L1, x.found);
    v.optional("refused"_L1, x.refused);
}

template<typename V>
void describe(V &v, Is<LookupQuery> auto &x)
{
    optionalUpTo(v, longestId, "personId"_L1, x.personId);
    optionalUpTo(v, longestId, "caseId"_L1, x.caseId);
}

template<typename V>
void describe(V &v, Is<LookupPage> auto &x)
{
    v.optional("lookups"_L1, x.lookups);
}

} // namespace yichuang::wire
