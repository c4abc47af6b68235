// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stamping.h"

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int shanghaiOffset = 8 * 3600;
constexpr int longestDaysOff = 30;

QDate nextWorkingDay(QDate from, const domain::WorkCalendar &calendar)
{
    QDate day = from.addDays(1);
    for (int i = 0; i < longestDaysOff && !calendar.isWorkingDay(day); ++i)
        day = day.addDays(1);
    return day;
}

} // namespace

QDate legalDate(const QDateTime &moment, const domain::WorkCalendar &calendar)
{
    const QDateTime local = moment.toOffsetFromUtc(shanghaiOffset);
    if (local.time().hour() < closingHour && calendar.isWorkingDay(local.date()))
        return local.date();
    return nextWorkingDay(local.date(), calendar);
}

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

domain::Result<domain::Stamp> stampFor(const domain::Case &before, const domain::CaseCommand &command, const QDateTime &now,
                                       qint64 catalogueVersion, const domain::WorkCalendar &calendar)
{
    domain::Stamp stamp;
    stamp.provisional = false;
    stamp.receivedAt = now;
    stamp.legalDate = legalDate(now, calendar);
    stamp.ruleVersion = u"catalogue %1"_s.arg(catalogueVersion);
    const bool restarts = std::holds_alternative<domain::command::ResumePart>(command.body)
        || std::holds_alternative<domain::command::AnswerCorrection>(command.body);
    const domain::CasePart *part = before.part(command.partId);
    if (!restarts || !part || !part->acceptedOn.isValid() || part->pauses.isEmpty())
        return stamp;
    QList<domain::PauseSpan> pauses = part->pauses;
    pauses.last().to = stamp.legalDate;
    const auto dates = dueDates(calendar, *part, part->acceptedOn, pauses);
    if (!dates)
        return tl::unexpected(dates.error());
    stamp.promisedDue = dates->promised;
    stamp.statutoryDue = dates->statutory;
    return stamp;
}

} // namespace yichuang::exchange
