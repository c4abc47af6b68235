// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "bundledtables.h"

#include <domain/uuid7.h>
#include <domain/workcalendar.h>

#include <QSet>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestTable = 1 << 20;
constexpr int mostYearsAhead = 10; // further out a count by weekends would be a guess about nothing

struct Columns {
    qsizetype date = -1;
    qsizetype kind = -1;

    explicit Columns(const QList<QByteArray> &header)
        : date(header.indexOf("date"))
        , kind(header.indexOf("kind"))
    {
    }
    bool complete() const { return date >= 0 && kind >= 0; }
};

tl::unexpected<Error> outsideCountedYears(QDate day)
{
    return failure(FailureCode::CalendarUnknownYear, day.toString(Qt::ISODate));
}

enum class Stand { Running, Paused, OpenPause };

/** How the clock stands on a day: a span stops the days after its first, up to and with its last. */
Stand standOn(QDate day, const QList<PauseSpan> &pauses)
{
    Stand stand = Stand::Running;
    for (const PauseSpan &span : pauses) {
        if (!span.from.isValid() || day <= span.from)
            continue;
        if (!span.to.isValid())
            return Stand::OpenPause;
        if (day <= span.to)
            stand = Stand::Paused;
    }
    return stand;
}

/** A limit in months or years as the natural days it has from `start`; nothing when the end is no date. */
std::optional<qint64> naturalDays(QDate start, TimeLimit limit)
{
    QDate end;
    switch (limit.unit) {
    case LimitUnit::WorkingDay:
    case LimitUnit::NaturalDay:
        return limit.value;
    case LimitUnit::Month:
        end = start.addMonths(limit.value);
        break;
    case LimitUnit::Year:
        end = start.addYears(limit.value);
        break;
    }
    if (!end.isValid() || end < start)
        return std::nullopt;
    return start.daysTo(end);
}

} // namespace

Result<WorkCalendar> WorkCalendar::fromCsv(const QByteArray &csv)
{
    if (csv.size() > largestTable)
        return failure(FailureCode::CalendarBadData, u"%1 bytes"_s.arg(csv.size()));
    const QList<QByteArray> lines = csv.split('\n');
    const Columns columns(lines.first().trimmed().split(','));
    if (!columns.complete())
        return failure(FailureCode::CalendarBadData, u"the first line names no date and kind"_s);

    WorkCalendar calendar;
    QSet<int> years;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        const QList<QByteArray> cells = line.split(',');
        const QDate day = QDate::fromString(QString::fromUtf8(cells.value(columns.date)), Qt::ISODate);
        const QByteArray kind = cells.value(columns.kind);
        if (!day.isValid() || calendar.m_working.contains(day) || (kind != "off" && kind != "work"))
            return failure(FailureCode::CalendarBadData, u"line %1"_s.arg(i + 1));
        calendar.m_working.insert(day, kind == "work");
        years.insert(day.year());
    }
    if (years.isEmpty())
        return failure(FailureCode::CalendarBadData, u"no days"_s);
    const auto [first, last] = std::minmax_element(years.cbegin(), years.cend());
    calendar.m_firstYear = *first;
    calendar.m_lastYear = *last;
    // A year without a single festival is a year nobody has published yet.
    if (qint64(*last) - *first + 1 != years.size())
        return failure(FailureCode::CalendarBadData, u"a year is missing"_s);
    return calendar;
}

const WorkCalendar &WorkCalendar::bundled()
{
    // The tests read the same table, so the empty calendar (every question CAL-001) cannot ship unseen.
    static const WorkCalendar calendar = fromCsv(bundledHolidays()).value_or(WorkCalendar());
    return calendar;
}

bool WorkCalendar::knows(QDate day) const
{
    return day.isValid() && day.year() >= m_firstYear && day.year() <= m_lastYear;
}

bool WorkCalendar::isProvisional(QDate day) const
{
    return day.isValid() && day.year() > m_lastYear;
}

bool WorkCalendar::counts(QDate day) const
{
    return day.isValid() && day.year() >= m_firstYear && day.year() <= m_lastYear + mostYearsAhead;
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    return day.isValid() && m_working.value(day, day.dayOfWeek() < Qt::Saturday);
}

Result<DueDay> WorkCalendar::addWorkingDays(QDate start, int days) const
{
    return dueDate(start, {days, LimitUnit::WorkingDay});
}

Result<DueDay> WorkCalendar::dueDate(QDate start, TimeLimit limit, const QList<PauseSpan> &pauses) const
{
    if (limit.value < 0)
        return failure(FailureCode::CalendarBadData, u"negative limit"_s);
    if (!counts(start))
        return outsideCountedYears(start);
    std::optional<qint64> left = naturalDays(start, limit);
    if (!left)
        return failure(FailureCode::CalendarUnknownYear, u"limit of %1"_s.arg(limit.value));

    const bool working = limit.unit == LimitUnit::WorkingDay;
    QDate day = start;
    // A natural limit that has run out still looks for a working day to end on.
    while (*left > 0 || (!working && !isWorkingDay(day))) {
        day = day.addDays(1);
        if (!counts(day))
            return outsideCountedYears(day);
        const Stand stand = standOn(day, pauses);
        if (stand == Stand::OpenPause)
            return failure(FailureCode::ClockNotRunning, day.toString(Qt::ISODate));
        if (stand == Stand::Running && *left > 0 && (!working || isWorkingDay(day)))
            --*left;
    }
    return DueDay{day, isProvisional(day)};
}

QDate legalDate(const QDateTime &moment, const WorkCalendar &calendar)
{
    constexpr int longestDaysOff = 30;
    const QDateTime local = inLegalTime(moment);
    QDate day = local.time().hour() < closingHour ? local.date() : local.date().addDays(1);
    for (int i = 0; i < longestDaysOff && !calendar.isWorkingDay(day); ++i)
        day = day.addDays(1);
    return day;
}

} // namespace yichuang::domain
