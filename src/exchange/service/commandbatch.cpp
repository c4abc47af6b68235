// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandbatch.h"

#include "../storage/words.h"
#include "commandengine.h"
#include "filecheck.h"
#include "stamping.h"

#include <domain/casenumber.h>
#include <domain/caserules.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** Failures of the database end the transaction; all others are the command's own fate. */
bool isStorageFault(const domain::Error &error)
{
    return error.code == FailureCode::StorageUnavailable;
}

qint64 revisionOf(const domain::Case &now, const domain::CaseCommand &command)
{
    const domain::CasePart *part = domain::isPartCommand(command.body) ? now.part(command.partId) : nullptr;
    return part ? part->revision : now.revision;
}

} // namespace

CommandBatchRun::CommandBatchRun(Session &session, const domain::Catalogue &catalogue, const domain::Clock &clock, const wire::Operator &who)
    : m_session(session)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_who(who)
{
}

domain::Result<wire::CommandResult> CommandBatchRun::take(const domain::CaseCommand &command)
{
    const QString hash = commandHash(command);
    const auto stored = casestore::command(m_session, command.id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (*stored)
        return known(**stored, command, hash);
    // What nobody answered in time is accepted already, also when the one who would note it has not come round yet.
    if (const auto noted = acceptUnanswered(command.caseId); !noted)
        return tl::unexpected(noted.error());
    const auto before = caseOf(command.caseId);
    if (!before)
        return tl::unexpected(before.error());
    if (m_failed.contains(command.caseId))
        return refused(command, *before, {FailureCode::CaseStaleRevision, u"an earlier command of this case was not applied"_s, true});
    auto step = decide(*before, corrected(command));
    if (!step && isStorageFault(step.error()))
        return tl::unexpected(step.error());
    if (!step)
        return refused(command, *before, step.error());
    if (const auto written = write(*step, hash); !written)
        return tl::unexpected(written.error());
    const domain::CaseEvent &event = step->events.first().first;
    const domain::Case &after = step->events.first().second;
    return wire::CommandResult{command.id, wire::CommandOutcome::Applied, event.sequence, event.stamp, revisionOf(after, command), std::nullopt};
}

domain::Result<wire::CommandResult> CommandBatchRun::known(const casestore::KnownCommand &known, const domain::CaseCommand &command, const QString &hash)
{
    if (known.hash != hash) {
        const auto before = caseOf(command.caseId);
        if (!before)
            return tl::unexpected(before.error());
        return refused(command, *before, {FailureCode::IdempotencyMismatch, {}, false});
    }
    const auto event = casestore::event(m_session, known.sequence);
    if (!event)
        return tl::unexpected(event.error());
    wire::CommandResult result{command.id, wire::CommandOutcome::Duplicate, known.sequence, std::nullopt, known.revision, std::nullopt};
    if (*event)
        result.stamp = (*event)->stamp;
    return result;
}

wire::CommandResult CommandBatchRun::refused(const domain::CaseCommand &command, const domain::Case &before, const domain::Error &error)
{
    m_failed.insert(command.caseId);
    const bool stale = error.code == FailureCode::CaseStaleRevision && error.retryable;
    const auto outcome = stale ? wire::CommandOutcome::Conflict : wire::CommandOutcome::Rejected;
    return {command.id, outcome, 0, std::nullopt, revisionOf(before, command), error};
}

domain::Result<domain::Case> CommandBatchRun::caseOf(const domain::CaseId &id)
{
    const auto cached = m_cases.constFind(id);
    if (cached != m_cases.cend())
        return *cached;
    auto loaded = casestore::load(m_session, id);
    if (!loaded)
        return tl::unexpected(loaded.error());
    return *m_cases.insert(id, loaded->value_or(domain::Case()));
}

domain::Result<void> CommandBatchRun::checkActor(const domain::CaseCommand &command) const
{
    const domain::Actor &actor = command.actor;
    const bool departmentFits = m_who.role != domain::Role::Reviewer || actor.departmentId == m_who.departmentId;
    if (actor.operatorId != m_who.id || actor.role != m_who.role || actor.role == domain::Role::System || !departmentFits)
        return domain::failure(FailureCode::CaseForbidden, u"the actor is not who is signed in"_s);
    return {};
}

/** The command as the exchange knows it to be; all else in it is for decide() to judge. */
domain::CaseCommand CommandBatchRun::corrected(domain::CaseCommand command) const
{
    // Made before the same person got another role at the windows: whether the one of now may do it too is for apply() to say.
    const auto atWindow = [](domain::Role role) { return role == domain::Role::Clerk || role == domain::Role::Supervisor; };
    if (command.actor.operatorId == m_who.id && atWindow(command.actor.role) && atWindow(m_who.role))
        command.actor.role = m_who.role;
    // A desk whose clock runs ahead opens its cases of the evening tomorrow.
    const QDate today = m_clock.today();
    if (auto *open = std::get_if<domain::command::OpenCase>(&command.body); open && open->rulesDay == today.addDays(1))
        open->rulesDay = today;
    return command;
}

/** The rules of a case are those of the day it was opened; only a desk without a network says so later. */
domain::Result<void> CommandBatchRun::checkRulesDay(const domain::CommandBody &body) const
{
    const auto *open = std::get_if<domain::command::OpenCase>(&body);
    const QDate today = m_clock.today();
    // A day that is none is for apply() to refuse.
    if (!open || !open->rulesDay.isValid() || (open->rulesDay <= today && open->rulesDay >= today.addDays(-longestOfflineDays)))
        return {};
    return domain::failure(FailureCode::CatalogueNotInForce, u"rulesDay"_s);
}

void CommandBatchRun::signStamp(domain::Stamp &stamp) const
{
    const domain::Department *department = m_catalogue.department(m_who.departmentId);
    stamp.operatorName = m_who.name;
    stamp.operatorPlace = m_who.windowName.isEmpty() && department ? department->name : m_who.windowName;
}

domain::Result<CommandBatchRun::Step> CommandBatchRun::decide(const domain::Case &before, const domain::CaseCommand &command)
{
    if (const auto actor = checkActor(command); !actor)
        return tl::unexpected(actor.error());
    if (const auto day = checkRulesDay(command.body); !day)
        return tl::unexpected(day.error());
    if (const auto copied = domain::checkAgainstCatalogue(m_catalogue, before, command.body); !copied)
        return tl::unexpected(copied.error());
    auto stamp = stampFor(before, command, m_clock.now(), m_catalogue.version(), domain::WorkCalendar::bundled());
    if (!stamp)
        return tl::unexpected(stamp.error());
    signStamp(*stamp);
    const bool receives = std::holds_alternative<domain::command::ReceiveMaterials>(command.body);
    // Tried with a number that is not given away yet: a refused receipt must not leave a gap in the numbers.
    if (receives)
        stamp->caseNumber = u"pending"_s;
    auto after = domain::apply(before, command, *stamp);
    if (!after)
        return tl::unexpected(after.error());
    if (const auto files = checkFiles(m_session, before.id, materialsThatCount(before, command.body)); !files)
        return tl::unexpected(files.error());
    if (const auto later = checkLater(before, *after, command); !later)
        return tl::unexpected(later.error());
    const bool adds = std::holds_alternative<domain::command::AddItem>(command.body);
    if (const auto ids = checkPartIds(before.id, receives ? after->parts : adds ? after->parts.last(1) : QList<domain::CasePart>()); !ids)
        return tl::unexpected(ids.error());
    if (receives) {
        if (const auto plan = checkPlan(before); !plan)
            return tl::unexpected(plan.error());
        const auto number = newCaseNumber(stamp->legalDate);
        if (!number)
            return tl::unexpected(number.error());
        stamp->caseNumber = *number;
        after = domain::apply(before, command, *stamp);
        if (!after)
            return tl::unexpected(after.error());
    }
    Step step{*after, {}};
    step.events.append({domain::CaseEvent{0, command, *stamp}, *after});
    if (receives || std::holds_alternative<domain::command::AnswerCorrection>(command.body)) {
        if (const auto accepted = acceptAtWindow(step, stamp->receivedAt); !accepted)
            return tl::unexpected(accepted.error());
    }
    return step;
}

domain::Result<QString> CommandBatchRun::newCaseNumber(QDate day)
{
    const auto count = casestore::nextCount(m_session, u"case "_s + day.toString(Qt::ISODate));
    if (!count)
        return tl::unexpected(count.error());
    const auto number = domain::CaseNumber::make(m_catalogue.content().division, day, static_cast<int>(*count));
    // The lease letters belong to offline desks.
    if (*count > 999999 || number.sequence.isEmpty())
        return domain::failure(FailureCode::CaseStampInvalid, u"no case number left for the day"_s);
    return number.text();
}

domain::Result<void> CommandBatchRun::write(Step &step, const QString &hash)
{
    for (auto &[event, after] : step.events) {
        const auto sequence = casestore::nextCount(m_session, QString::fromLatin1(casestore::feedCounter));
        if (!sequence)
            return tl::unexpected(sequence.error());
        event.sequence = *sequence;
        const bool first = &event == &step.events.first().first;
        const casestore::KnownCommand row{first ? hash : commandHash(event.command), *sequence, revisionOf(after, event.command)};
        if (const auto command = casestore::addCommand(m_session, event.command.id, row); !command)
            return command;
        if (const auto added = casestore::addEvent(m_session, event, after); !added)
            return added;
    }
    m_cases.insert(step.after.id, step.after);
    m_changed.insert(step.after.id);
    m_added = true;
    return {};
}

domain::Result<void> CommandBatchRun::save()
{
    for (const domain::CaseId &id : std::as_const(m_changed)) {
        if (const auto saved = casestore::save(m_session, m_cases.value(id), m_catalogue, epochMs(m_clock.now())); !saved)
            return saved;
    }
    return {};
}

} // namespace yichuang::exchange
