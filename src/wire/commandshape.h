// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "caseshape.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::CommandTime> auto &x)
{
    v.optional("wall"_L1, x.wall);
    v.optional("monotonicMs"_L1, x.monotonicMs);
    optionalUpTo(v, longestId, "bootId"_L1, x.bootId);
    v.optional("exchangeOffsetMs"_L1, x.exchangeOffsetMs);
}

template<typename V>
void describe(V &v, Is<domain::command::OpenCase> auto &x)
{
    v.optional("rulesDay"_L1, x.rulesDay);
}

template<typename V>
void describe(V &v, Is<domain::command::SetApplicant> auto &x)
{
    v.required("applicant"_L1, x.applicant);
}

template<typename V>
void describe(V &v, Is<domain::command::SetAgency> auto &x)
{
    v.optional("agency"_L1, x.agency);
}

template<typename V>
void describe(V &v, Is<domain::command::AddItem> auto &x)
{
    v.required("partId"_L1, x.partId);
    v.required("itemId"_L1, x.itemId);
    v.optional("itemVersion"_L1, x.itemVersion);
    v.optional("itemName"_L1, x.itemName);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("dependsOn"_L1, x.dependsOn);
    v.optional("promised"_L1, x.promised);
    v.optional("statutory"_L1, x.statutory);
    v.optional("kind"_L1, x.kind);
}

template<typename V>
void describe(V &v, Is<domain::command::RemoveItem> auto &x)
{
    v.required("partId"_L1, x.partId);
}

template<typename V>
void describe(V &v, Is<domain::command::ChooseLifeEvent> auto &x)
{
    v.optional("lifeEventId"_L1, x.lifeEventId);
    v.optional("version"_L1, x.version);
    v.optional("items"_L1, x.items);
}

template<typename V>
void describe(V &v, Is<domain::command::AnswerSituation> auto &x)
{
    v.required("key"_L1, x.key);
    v.optional("answers"_L1, x.answers);
}

template<typename V>
void describe(V &v, Is<domain::command::SetField> auto &x)
{
    v.required("fieldId"_L1, x.fieldId);
    v.optional("value"_L1, x.value);
}

template<typename V>
void describe(V &v, Is<domain::command::SetMaterial> auto &x)
{
    v.required("key"_L1, x.key);
    v.optional("state"_L1, x.state);
}

template<typename V>
void describe(V &v, Is<domain::command::ReceiveMaterials> auto &x)
{
    v.optional("provisionalReceipt"_L1, x.provisionalReceipt);
    v.optional("planComplete"_L1, x.planComplete);
}

template<typename V>
void describe(V &v, Is<domain::command::DiscardDraft> auto &x)
{
    v.optional("reason"_L1, x.reason);
}

template<typename V>
void describe(V &v, Is<domain::command::WithdrawCase> auto &x)
{
    v.optional("reason"_L1, x.reason);
}

template<typename V>
void describe(V &v, Is<domain::command::AcceptPart> auto &x)
{
    v.optional("deemed"_L1, x.deemed);
}

template<typename V>
void describe(V &v, Is<domain::command::RejectPart> auto &x)
{
    v.optional("reason"_L1, x.reason);
    v.optional("legalBasis"_L1, x.legalBasis);
}

template<typename V>
void describe(V &, Is<domain::command::TakePart> auto &)
{
}

template<typename V>
void describe(V &v, Is<domain::command::AskCorrection> auto &x)
{
    v.optional("points"_L1, x.points);
    v.optional("returnBy"_L1, x.returnBy);
    v.optional("opinion"_L1, x.opinion);
}

template<typename V>
void describe(V &v, Is<domain::command::AnswerCorrection> auto &x)
{
    v.optional("note"_L1, x.note);
}

template<typename V>
void describe(V &v, Is<domain::command::PausePart> auto &x)
{
    v.optional("reason"_L1, x.reason);
}

template<typename V>
void describe(V &, Is<domain::command::ResumePart> auto &)
{
}

template<typename V>
void describe(V &v, Is<domain::command::ApprovePart> auto &x)
{
    v.optional("opinion"_L1, x.opinion);
    v.optional("resultName"_L1, x.resultName);
}

template<typename V>
void describe(V &v, Is<domain::command::RefusePart> auto &x)
{
    v.optional("reason"_L1, x.reason);
    v.optional("legalBasis"_L1, x.legalBasis);
}

template<typename V>
void describe(V &, Is<domain::command::FinishPart> auto &)
{
}

/** The "type" word of a body and its other members beside it; defined in commandjson.cpp. */
template<>
struct Codec<domain::CommandBody> {
    static QJsonValue write(const domain::CommandBody &value);
    static void read(const Cursor &cursor, domain::CommandBody &value);
};

template<typename V>
void describe(V &v, Is<domain::CaseCommand> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("caseId"_L1, x.caseId);
    v.optional("partId"_L1, x.partId);
    v.optional("baseRevision"_L1, x.baseRevision);
    v.required("actor"_L1, x.actor);
    v.optional("time"_L1, x.time);
    v.required("body"_L1, x.body);
}

template<typename V>
void describe(V &v, Is<domain::PartClock> auto &x)
{
    v.required("partId"_L1, x.partId);
    v.required("promisedDue"_L1, x.promisedDue);
    v.required("statutoryDue"_L1, x.statutoryDue);
}

template<typename V>
void describe(V &v, Is<domain::Stamp> auto &x)
{
    v.optional("provisional"_L1, x.provisional);
    v.optional("receivedAt"_L1, x.receivedAt);
    v.optional("legalDate"_L1, x.legalDate);
    v.optional("ruleVersion"_L1, x.ruleVersion);
    v.optional("caseNumber"_L1, x.caseNumber);
    v.optional("partNumber"_L1, x.partNumber);
    v.optional("promisedDue"_L1, x.promisedDue);
    v.optional("statutoryDue"_L1, x.statutoryDue);
    v.optional("operatorName"_L1, x.operatorName);
    v.optional("operatorPlace"_L1, x.operatorPlace);
    v.optional("clocks"_L1, x.clocks);
}

template<typename V>
void describe(V &v, Is<domain::CaseEvent> auto &x)
{
    v.optional("sequence"_L1, x.sequence);
    v.required("command"_L1, x.command);
    v.required("stamp"_L1, x.stamp);
}

} // namespace yichuang::wire
