// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "caseworld.h"

#include <domain/uuid7.h>

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

QUuid idOf(int n)
{
    return makeUuid7(1'790'000'000'000 + n, QByteArray(10, '\x11'));
}

Actor clerk() { return {u"clerk01"_s, Role::Clerk, {}, u"w1"_s}; }
Actor otherClerk() { return {u"clerk02"_s, Role::Clerk, {}, u"w2"_s}; }
Actor supervisor() { return {u"super01"_s, Role::Supervisor, {}, {}}; }
Actor reviewer(const QString &departmentId) { return {departmentId + u"01"_s, Role::Reviewer, departmentId, {}}; }
Actor secondReviewer(const QString &departmentId) { return {departmentId + u"02"_s, Role::Reviewer, departmentId, {}}; }
Actor reviewingClerk(const QString &departmentId) { return {u"clerk01"_s, Role::Reviewer, departmentId, {}}; }
Actor system() { return {u"exchange"_s, Role::System, {}, {}}; }

Actor actorOf(Role role)
{
    switch (role) {
    case Role::Clerk:
        return clerk();
    case Role::Reviewer:
        return reviewer();
    case Role::Supervisor:
        return supervisor();
    case Role::System:
        return system();
    case Role::Auditor:
        return {u"audit01"_s, Role::Auditor, {}, {}};
    case Role::Administrator:
        return {u"admin01"_s, Role::Administrator, {}, {}};
    }
    return {};
}

Party applicant()
{
    Party party;
    party.name = u"李示例"_s;
    party.documentKind = u"111"_s;
    party.number = u"990100199001010020"_s;
    party.sex = Sex::Female;
    party.birth = QDate(1990, 1, 1);
    party.ethnicCode = u"01"_s;
    party.address = u"示例市示例区示例路1号"_s;
    party.readAt = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    return party;
}

Party agentParty()
{
    Party party = applicant();
    party.name = u"王示例"_s;
    party.number = u"99010019850505003X"_s;
    party.sex = Sex::Male;
    party.birth = QDate(1985, 5, 5);
    return party;
}

Agency agency()
{
    return {agentParty(), u"spouse"_s, u"power-of-attorney"_s, QDate(2026, 12, 31), true};
}

command::AddItem addItem(int partNumber, const QString &itemId, const QString &departmentId, const QList<PartId> &dependsOn, CaseKind kind)
{
    return {idOf(partNumber), itemId, 1, itemId, departmentId, dependsOn, {5, LimitUnit::WorkingDay}, {20, LimitUnit::WorkingDay}, kind};
}

MaterialState material(MaterialWay way)
{
    MaterialState state;
    state.way = way;
    if (way == MaterialWay::Certificate)
        state.certificateIdentifier = u"C-1"_s;
    if (way == MaterialWay::OriginalSeen)
        state.originals = 1;
    if (way == MaterialWay::Deferred)
        state.due = QDate(2026, 12, 10);
    if (way == MaterialWay::FileAttached) {
        state.files = {{u"a-1"_s, u"scan.pdf"_s, 1024, QByteArray(32, 'x')}};
    }
    return state;
}

CaseCommand CaseWorld::command(const Actor &actor, const CommandBody &body, const PartId &partId)
{
    CaseCommand made;
    made.id = idOf(++m_serial);
    made.caseId = now.id.isNull() ? idOf(999) : now.id;
    made.partId = partId;
    const CasePart *part = now.part(partId);
    made.baseRevision = part && isPartCommand(body) ? part->revision : now.revision;
    made.actor = actor;
    made.time.wall = QDateTime(day, QTime(2, 0), Qt::UTC);
    made.body = body;
    return made;
}

Stamp CaseWorld::stamp()
{
    Stamp made;
    made.provisional = provisional;
    made.receivedAt = QDateTime(day, QTime(2, 0, 1), Qt::UTC);
    made.legalDate = day;
    made.ruleVersion = u"1"_s;
    if (!provisional) {
        made.caseNumber = u"990100-20261123-1"_s;
        made.partNumber = u"990100-20261123-1-%1"_s.arg(++m_serial);
        made.promisedDue = day.addDays(7);
        made.statutoryDue = day.addDays(28);
    }
    return made;
}

Result<Case> CaseWorld::tried(const Actor &actor, const CommandBody &body, const PartId &partId)
{
    const CaseCommand made = command(actor, body, partId);
    return apply(now, made, stamp());
}

CaseWorld &CaseWorld::give(const Actor &actor, const CommandBody &body, const PartId &partId)
{
    const auto after = tried(actor, body, partId);
    if (!after)
        qFatal("the world refuses %s: %s %s", qPrintable(commandName(body)), qPrintable(failureText(after.error().code)), qPrintable(after.error().detail));
    now = *after;
    return *this;
}

CaseWorld CaseWorld::draft(CaseKind kind)
{
    CaseWorld world;
    world.give(clerk(), command::OpenCase{world.day});
    world.give(clerk(), command::SetApplicant{applicant()});
    world.give(clerk(), addItem(1, u"birth-registration"_s, u"police"_s, {}, kind));
    return world;
}

CaseWorld CaseWorld::inState(PartState state, CaseKind kind)
{
    CaseWorld world = draft(kind);
    if (state == PartState::Draft)
        return world;
    world.give(clerk(), command::ReceiveMaterials{u"R-1"_s, true});
    const PartId part = idOf(1);
    if (state == PartState::Received)
        return world;
    if (state == PartState::NotAccepted)
        return world.give(reviewer(), command::RejectPart{u"out of scope"_s, u"art. 32"_s}, part);
    if (state == PartState::Withdrawn)
        return world.give(clerk(), command::WithdrawCase{u"asked by the applicant"_s});
    world.give(system(), command::AcceptPart{}, part);
    if (state == PartState::Accepted)
        return world;
    world.give(reviewer(), command::TakePart{}, part);
    if (state == PartState::InReview)
        return world;
    if (state == PartState::CorrectionAsked)
        return world.give(reviewer(), command::AskCorrection{{u"sign page 2"_s}, world.day.addDays(10)}, part);
    if (state == PartState::Paused)
        return world.give(reviewer(), command::PausePart{u"expert review"_s}, part);
    if (state == PartState::Refused)
        return world.give(reviewer(), command::RefusePart{u"conditions not met"_s, u"art. 38"_s}, part);
    world.give(reviewer(), command::ApprovePart{u"agreed"_s, u"register entry"_s}, part);
    if (state == PartState::Finished)
        world.give(reviewer(), command::FinishPart{}, part);
    return world;
}

} // namespace yichuang::test
