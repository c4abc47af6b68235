// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stamping.h"

namespace yichuang::exchange {

using domain::FailureCode;
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

bool isPaused(QDate day, const QList<domain::PauseSpan> &pauses)
{
    return std::any_of(pauses.cbegin(), pauses.cend(), [&](const domain::PauseSpan &span) { return day > span.from && day <= span.to; });
}

/** The count of WorkCalendar::dueDate() for years whose holidays are not published yet. */
QDate dueByWeekends(const domain::WorkCalendar &calendar, QDate start, domain::TimeLimit limit, const QList<domain::PauseSpan> &pauses)
{
    const bool working = limit.unit == domain::LimitUnit::WorkingDay;
    int left = limit.value;
    if (limit.unit == domain::LimitUnit::Month)
        left = static_cast<int>(start.daysTo(start.addMonths(limit.value)));
    else if (limit.unit == domain::LimitUnit::Year)
        left = static_cast<int>(start.daysTo(start.addYears(limit.value)));
    QDate day = start;
    while (left > 0) {
        day = day.addDays(1);
        if (!isPaused(day, pauses) && (!working || calendar.isWorkingDay(day)))
            --left;
    }
    return working || calendar.isWorkingDay(day) ? day : nextWorkingDay(day, calendar);
}

domain::Result<QDate> due(const domain::WorkCalendar &calendar, QDate start, domain::TimeLimit limit, const QList<domain::PauseSpan> &pauses)
{
    const auto exact = calendar.dueDate(start, limit, pauses);
    if (exact || exact.error().code != FailureCode::CalendarUnknownYear)
        return exact;
    return dueByWeekends(calendar, start, limit, pauses);
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
    const auto promised = due(calendar, acceptedOn, part.promised, pauses);
    if (!promised)
        return tl::unexpected(promised.error());
    const auto statutory = due(calendar, acceptedOn, part.statutory, pauses);
    if (!statutory)
        return tl::unexpected(statutory.error());
    return DueDates{*promised, *statutory};
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
