// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDateTime>
#include <QHash>
#include <QList>

namespace yichuang::domain {

/** Unit of a time limit (时限单位). */
enum class LimitUnit { WorkingDay, NaturalDay, Month, Year };

/** Length of a statutory or promised limit; 0 working days means "at once" (即办). */
struct TimeLimit {
    int value = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    friend bool operator==(const TimeLimit &, const TimeLimit &) = default;
};

/** A span in which a clock stands still, both days legal dates; `to` null while still paused. */
struct PauseSpan {
    QDate from;
    QDate to;
    QString reason;
    friend bool operator==(const PauseSpan &, const PauseSpan &) = default;
};

/**
 * The last day of a limit. Provisional: it lies in a year whose public holidays are not published yet, so that only
 * weekends were left out; the holiday notice of a year comes in the autumn before it.
 */
struct DueDay {
    QDate day;
    bool provisional = false;
    friend bool operator==(const DueDay &, const DueDay &) = default;
};

/**
 * Working-day calendar (工作日历) of one region: weekends, public holidays and make-up working days (调休). Years after the
 * published ones count by weekends alone, on the desk and on the exchange alike, and what is counted so is provisional.
 */
class WorkCalendar
{
public:
    /**
     * Columns "date" and "kind" ("off" or "work"), named by the first line, as in resources/domain/holidays.csv; others are
     * for the reader of the file. The years must follow each other. Error CAL-002.
     */
    [[nodiscard]] static Result<WorkCalendar> fromCsv(const QByteArray &csv);
    /** The calendar bundled with the product (2024 to 2026). */
    [[nodiscard]] static const WorkCalendar &bundled();

    [[nodiscard]] bool knows(QDate day) const;
    /** True for a day whose year has no published holidays yet: a date that falls on it is provisional. */
    [[nodiscard]] bool isProvisional(QDate day) const;
    /** In years without published holidays only weekends are days off. */
    [[nodiscard]] bool isWorkingDay(QDate day) const;
    /** The n-th working day after `start` (start itself is day 0). Errors as for dueDate(). */
    [[nodiscard]] Result<DueDay> addWorkingDays(QDate start, int days) const;
    /**
     * Last day of a limit that starts on `start` (day 0), with paused days not counted: for each span the days
     * from+1 … to are skipped (reference 5.4; the convention is a parameter of the calendar data). A natural-day
     * limit that ends on a day off moves to the next working day (Civil Code art. 203). Months and years end on the
     * day of the same number, or the last of the month (art. 202), and are otherwise natural days.
     * Errors: CAL-001 for days before the first known year and more than ten years after the last; CAL-002 for a
     * negative limit; CAL-003 when an open pause stands before the last day.
     */
    [[nodiscard]] Result<DueDay> dueDate(QDate start, TimeLimit limit, const QList<PauseSpan> &pauses = {}) const;

private:
    [[nodiscard]] bool counts(QDate day) const;

    QHash<QDate, bool> m_working;
    int m_firstYear = 0;
    int m_lastYear = -1;
};

/** Hour in Asia/Shanghai from which a receipt counts for the next working day: the end of business time (Civil Code art. 203). */
inline constexpr int closingHour = 17;

/**
 * The legal date (法定日期) of a moment, from which limits run: that day in Asia/Shanghai; after hours or on a day off, the next
 * working day (reference 5.4). The desk promises by it what the exchange will stamp.
 */
[[nodiscard]] QDate legalDate(const QDateTime &moment, const WorkCalendar &calendar);

} // namespace yichuang::domain
