// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commandshape.h"

#include <wire/apireviews.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<ReviewEntry> auto &x)
{
    v.required("partId"_L1, x.partId);
    v.required("caseId"_L1, x.caseId);
    v.optional("caseNumber"_L1, x.caseNumber);
    v.optional("partNumber"_L1, x.partNumber);
    v.required("itemId"_L1, x.itemId);
    v.optional("itemName"_L1, x.itemName);
    v.required("state"_L1, x.state);
    v.required("revision"_L1, x.revision);
    v.optional("receivedAt"_L1, x.receivedAt);
    v.optional("answerDue"_L1, x.answerDue);
    v.optional("promisedDue"_L1, x.promisedDue);
    v.optional("reviewer"_L1, x.reviewer);
    v.optional("applicantName"_L1, x.applicantName);
}

template<typename V>
void describe(V &v, Is<ReviewPage> auto &x)
{
    v.optional("entries"_L1, x.entries);
    v.optional("next"_L1, x.next);
}

template<typename V>
void describe(V &v, Is<ReviewAnswer> auto &x)
{
    v.required("case"_L1, x.projection);
    v.required("part"_L1, x.part);
}

template<typename V>
void describe(V &v, Is<ReviewAction> auto &x)
{
    v.required("commandId"_L1, x.commandId);
    v.required("baseRevision"_L1, x.baseRevision);
    v.optional("opinion"_L1, x.opinion);
    v.optional("resultName"_L1, x.resultName);
    v.optional("reason"_L1, x.reason);
    v.optional("legalBasis"_L1, x.legalBasis);
    v.optional("points"_L1, x.points);
    v.optional("returnBy"_L1, x.returnBy);
}

template<typename V>
void describe(V &v, Is<EventAnswer> auto &x)
{
    v.required("event"_L1, x.event);
}

template<typename V>
void describe(V &v, Is<AttachmentAnswer> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("size"_L1, x.size);
    v.required("sha256"_L1, x.sha256);
}

} // namespace yichuang::wire
