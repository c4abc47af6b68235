// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stamping.h"

#include <domain/casenumber.h>
#include <domain/caserules.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

domain::Result<DueDates> dueDates(const domain::WorkCalendar &calendar, const domain::CasePart &part, QDate acceptedOn,
                                  const QList<domain::PauseSpan> &pauses)
{
    const auto promised = calendar.dueDate(acceptedOn, part.promised, pauses);
    if (!promised)
        return tl::unexpected(promised.error());
    const auto statutory = calendar.dueDate(acceptedOn, part.statutory, pauses);
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
std::optional<domain::Result<DueDates>> newDueDates(const domain::CasePart &part, const domain::CommandBody &body, QDate day, const domain::WorkCalendar &calendar)
{
    if (const auto *accept = std::get_if<domain::command::AcceptPart>(&body)) {
        if (part.state != domain::PartState::Received)
            return std::nullopt;
        return dueDates(calendar, part, accept->deemed ? domain::materialsInOn(part) : day, part.pauses);
    }
    const bool restarts = std::holds_alternative<domain::command::ResumePart>(body) || std::holds_alternative<domain::command::AnswerCorrection>(body);
    if (!restarts || !part.acceptedOn.isValid() || part.pauses.isEmpty())
        return std::nullopt;
    return dueDates(calendar, part, part.acceptedOn, endedPauses(part, day));
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
    const auto dates = part ? newDueDates(*part, command.body, stamp.legalDate, calendar) : std::nullopt;
    if (!dates)
        return stamp;
    if (!*dates)
        return tl::unexpected(dates->error());
    stamp.promisedDue = (*dates)->promised;
    stamp.statutoryDue = (*dates)->statutory;
    if (std::holds_alternative<domain::command::AcceptPart>(command.body))
        stamp.partNumber = domain::partNumber(before.number, part->place);
    return stamp;
}

} // namespace yichuang::exchange
