// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stamping.h"

#include <domain/casenumber.h>
#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

domain::Result<DueDates> dueDates(const domain::WorkCalendar &calendar, const domain::CasePart &part, QDate from,
                                  const QList<domain::PauseSpan> &pauses)
{
    const auto promised = calendar.dueDate(from, part.promised, pauses);
    if (!promised)
        return tl::unexpected(promised.error());
    const auto statutory = calendar.dueDate(from, part.statutory, pauses);
    if (!statutory)
        return tl::unexpected(statutory.error());
    return DueDates{promised->day, statutory->day};
}

namespace {

/** The pauses of a part, the open one ended on a day. */
QList<domain::PauseSpan> endedPauses(const domain::CasePart &part, QDate day)
{
    QList<domain::PauseSpan> pauses = part.pauses;
    pauses.last().to = day;
    return pauses;
}

/** Due dates that a command gives a part, when it gives any. */
std::optional<domain::Result<DueDates>> newDueDates(const domain::Case &before, const domain::CasePart &part, const domain::CommandBody &body, QDate day,
                                                    const domain::WorkCalendar &calendar)
{
    if (domain::isWaiting(before, part))
        return std::nullopt;
    if (const auto *accept = std::get_if<domain::command::AcceptPart>(&body)) {
        if (part.state != domain::PartState::Received)
            return std::nullopt;
        return dueDates(calendar, part, domain::clockStart(part, accept->deemed ? domain::materialsInOn(part) : day), part.pauses);
    }
    const bool restarts = std::holds_alternative<domain::command::ResumePart>(body) || std::holds_alternative<domain::command::AnswerCorrection>(body);
    if (!restarts || !part.acceptedOn.isValid() || part.pauses.isEmpty())
        return std::nullopt;
    return dueDates(calendar, part, domain::clockStart(part, part.acceptedOn), endedPauses(part, day));
}

/** Due dates of the accepted parts that waited for this one alone. */
domain::Result<QList<domain::PartClock>> startedClocks(const domain::Case &before, const domain::PartId &decided, QDate day, const domain::WorkCalendar &calendar)
{
    QList<domain::PartClock> clocks;
    for (const domain::PartId &id : domain::waitingOnlyFor(before, decided)) {
        const domain::CasePart &part = *before.part(id);
        if (!part.acceptedOn.isValid() || domain::doesClockStand(part.state))
            continue;
        const auto dates = dueDates(calendar, part, std::max(day, part.acceptedOn), part.pauses);
        if (!dates)
            return tl::unexpected(dates.error());
        clocks.append({id, dates->promised, dates->statutory});
    }
    return clocks;
}

} // namespace

domain::Result<domain::Stamp> stampFor(const domain::Case &before, const domain::CaseCommand &command, const QDateTime &now,
                                       qint64 catalogueVersion, const domain::WorkCalendar &calendar)
{
    domain::Stamp stamp;
    stamp.provisional = false;
    stamp.receivedAt = now;
    stamp.legalDate = domain::legalDate(now, calendar);
    stamp.ruleVersion = u"catalogue %1"_s.arg(catalogueVersion);
    const domain::CasePart *part = before.part(command.partId);
    if (!part)
        return stamp;
    if (const auto dates = newDueDates(before, *part, command.body, stamp.legalDate, calendar)) {
        if (!*dates)
            return tl::unexpected(dates->error());
        stamp.promisedDue = (*dates)->promised;
        stamp.statutoryDue = (*dates)->statutory;
    }
    if (std::holds_alternative<domain::command::AcceptPart>(command.body) && part->state == domain::PartState::Received)
        stamp.partNumber = domain::partNumber(before.number, part->place);
    if (domain::endsWaiting(command.body)) {
        auto clocks = startedClocks(before, command.partId, stamp.legalDate, calendar);
        if (!clocks)
            return tl::unexpected(clocks.error());
        stamp.clocks = std::move(*clocks);
    }
    return stamp;
}

} // namespace yichuang::exchange
