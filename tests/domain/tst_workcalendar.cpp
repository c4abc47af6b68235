// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/workcalendar.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

namespace {
constexpr LimitUnit workingDay = LimitUnit::WorkingDay;
constexpr LimitUnit naturalDay = LimitUnit::NaturalDay;

/** Working days in (from, to], counted one by one: what a due day is held against. */
int workingDaysBetween(const WorkCalendar &calendar, QDate from, QDate to)
{
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += calendar.isWorkingDay(day) ? 1 : 0;
    return count;
}

} // namespace

class TestWorkCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yearsHaveTheirWorkingDays_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("days");
        QTest::newRow("2024") << 2024 << 251;
        QTest::newRow("2025") << 2025 << 248;
        QTest::newRow("2026") << 2026 << 248;
    }

    void yearsHaveTheirWorkingDays()
    {
        QFETCH(int, year);
        QFETCH(int, days);
        int count = 0;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
            QVERIFY(calendar.knows(day));
            count += calendar.isWorkingDay(day) ? 1 : 0;
        }
        QCOMPARE(count, days);
    }

    void singleDays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("working");
        QTest::newRow("Monday") << QDate(2026, 11, 23) << true;
        QTest::newRow("Sunday") << QDate(2026, 11, 22) << false;
        QTest::newRow("National Day") << QDate(2026, 10, 1) << false;
        QTest::newRow("make-up Saturday") << QDate(2026, 10, 10) << true;
        QTest::newRow("Mid-autumn inside the long holiday") << QDate(2025, 10, 6) << false;
        QTest::newRow("unknown year, weekday") << QDate(2027, 1, 1) << true;
        QTest::newRow("no day") << QDate() << false;
    }

    void singleDays()
    {
        QFETCH(QDate, day);
        QFETCH(bool, working);
        QCOMPARE(calendar.isWorkingDay(day), working);
    }

    void legalDates_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QDate>("legal");
        QTest::newRow("Monday morning") << u"2026-11-23T09:00:00+08:00"_s << QDate(2026, 11, 23);
        QTest::newRow("a minute before closing") << u"2026-11-23T16:59:59+08:00"_s << QDate(2026, 11, 23);
        QTest::newRow("at closing") << u"2026-11-23T17:00:00+08:00"_s << QDate(2026, 11, 24);
        QTest::newRow("still Sunday in UTC") << u"2026-11-22T23:30:00Z"_s << QDate(2026, 11, 23);
        QTest::newRow("Friday evening") << u"2026-11-27T18:00:00+08:00"_s << QDate(2026, 11, 30);
        QTest::newRow("Saturday") << u"2026-11-28T10:00:00+08:00"_s << QDate(2026, 11, 30);
        QTest::newRow("National Day") << u"2026-10-01T10:00:00+08:00"_s << QDate(2026, 10, 8);
        QTest::newRow("the evening before National Day") << u"2026-09-30T17:30:00+08:00"_s << QDate(2026, 10, 8);
        QTest::newRow("make-up Saturday") << u"2026-10-10T10:00:00+08:00"_s << QDate(2026, 10, 10);
        QTest::newRow("make-up Saturday, evening") << u"2026-10-10T19:00:00+08:00"_s << QDate(2026, 10, 12);
        QTest::newRow("Friday evening before a make-up Saturday") << u"2026-10-09T17:00:00+08:00"_s << QDate(2026, 10, 10);
        QTest::newRow("beyond the calendar: Monday") << u"2031-01-06T10:00:00+08:00"_s << QDate(2031, 1, 6);
    }
    void legalDates()
    {
        QFETCH(QString, moment);
        QFETCH(QDate, legal);
        QCOMPARE(legalDate(QDateTime::fromString(moment, Qt::ISODate), WorkCalendar::bundled()), legal);
    }

    void knownYears()
    {
        QVERIFY(calendar.knows(QDate(2024, 1, 1)));
        QVERIFY(calendar.knows(QDate(2026, 12, 31)));
        QVERIFY(!calendar.knows(QDate(2023, 12, 31)));
        QVERIFY(!calendar.knows(QDate(2027, 1, 1)));
        QVERIFY(!calendar.knows(QDate()));
        QVERIFY(!WorkCalendar().knows(QDate(2026, 1, 1)));
    }

    void dueDates_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<TimeLimit>("limit");
        QTest::addColumn<QDate>("due");
        const LimitUnit month = LimitUnit::Month;
        const LimitUnit year = LimitUnit::Year;
        QTest::newRow("at once") << QDate(2026, 11, 23) << TimeLimit{0, workingDay} << QDate(2026, 11, 23);
        QTest::newRow("next day") << QDate(2026, 11, 23) << TimeLimit{1, workingDay} << QDate(2026, 11, 24);
        QTest::newRow("over a weekend") << QDate(2026, 11, 20) << TimeLimit{1, workingDay} << QDate(2026, 11, 23);
        QTest::newRow("20 days") << QDate(2026, 11, 23) << TimeLimit{20, workingDay} << QDate(2026, 12, 21);
        QTest::newRow("make-up Sunday counts") << QDate(2026, 9, 18) << TimeLimit{5, workingDay} << QDate(2026, 9, 24);
        QTest::newRow("Spring Festival") << QDate(2026, 2, 13) << TimeLimit{5, workingDay} << QDate(2026, 2, 27);
        QTest::newRow("two festivals") << QDate(2025, 9, 26) << TimeLimit{5, workingDay} << QDate(2025, 10, 10);
        QTest::newRow("Labour Day") << QDate(2026, 4, 30) << TimeLimit{20, workingDay} << QDate(2026, 6, 1);
        QTest::newRow("natural") << QDate(2026, 11, 2) << TimeLimit{7, naturalDay} << QDate(2026, 11, 9);
        QTest::newRow("natural ends on Saturday") << QDate(2026, 11, 2) << TimeLimit{5, naturalDay} << QDate(2026, 11, 9);
        QTest::newRow("natural ends on make-up Saturday")
            << QDate(2026, 10, 3) << TimeLimit{7, naturalDay} << QDate(2026, 10, 10);
        QTest::newRow("natural ends in a holiday") << QDate(2026, 9, 20) << TimeLimit{11, naturalDay} << QDate(2026, 10, 8);
        QTest::newRow("month") << QDate(2026, 3, 12) << TimeLimit{1, month} << QDate(2026, 4, 13);
        QTest::newRow("month of the 31st") << QDate(2026, 8, 31) << TimeLimit{1, month} << QDate(2026, 9, 30);
        QTest::newRow("six months") << QDate(2026, 5, 20) << TimeLimit{6, month} << QDate(2026, 11, 20);
        QTest::newRow("year") << QDate(2025, 11, 24) << TimeLimit{1, year} << QDate(2026, 11, 24);
        QTest::newRow("year of a leap day") << QDate(2024, 2, 29) << TimeLimit{1, year} << QDate(2025, 2, 28);
    }

    void dueDates()
    {
        QFETCH(QDate, start);
        QFETCH(TimeLimit, limit);
        QFETCH(QDate, due);
        QCOMPARE(calendar.dueDate(start, limit).value_or(DueDay()), (DueDay{due, false}));
        if (limit.unit == workingDay) {
            QCOMPARE(calendar.addWorkingDays(start, limit.value).value_or(DueDay()).day, due);
            QCOMPARE(workingDaysBetween(calendar, start, due), limit.value);
        }
    }

    void pauses_data()
    {
        QTest::addColumn<TimeLimit>("limit");
        QTest::addColumn<QList<PauseSpan>>("pauses");
        QTest::addColumn<QDate>("due");
        const QDate thursday(2026, 3, 5);
        const TimeLimit twenty{20, workingDay};
        QTest::newRow("none") << twenty << QList<PauseSpan>{} << QDate(2026, 3, 30);
        QTest::newRow("ten days") << twenty << QList<PauseSpan>{{thursday, QDate(2026, 3, 15), {}}} << QDate(2026, 4, 8);
        QTest::newRow("a day stands for nothing") << twenty << QList<PauseSpan>{{thursday, thursday, {}}} << QDate(2026, 3, 30);
        QTest::newRow("one day") << twenty << QList<PauseSpan>{{thursday, thursday.addDays(1), {}}} << QDate(2026, 3, 31);
        QTest::newRow("a weekend costs nothing")
            << twenty << QList<PauseSpan>{{thursday.addDays(1), thursday.addDays(3), {}}} << QDate(2026, 3, 30);
        QTest::newRow("overlap counts once")
            << twenty << QList<PauseSpan>{{thursday, QDate(2026, 3, 10), {}}, {QDate(2026, 3, 8), QDate(2026, 3, 15), {}}}
            << QDate(2026, 4, 8);
        QTest::newRow("before the start") << twenty << QList<PauseSpan>{{QDate(2026, 2, 1), QDate(2026, 3, 2), {}}}
                                          << QDate(2026, 3, 30);
        QTest::newRow("after the end") << twenty << QList<PauseSpan>{{QDate(2026, 3, 30), {}, {}}} << QDate(2026, 3, 30);
        QTest::newRow("natural days") << TimeLimit{10, naturalDay} << QList<PauseSpan>{{thursday, QDate(2026, 3, 9), {}}}
                                      << QDate(2026, 3, 16);
        QTest::newRow("a month") << TimeLimit{1, LimitUnit::Month} << QList<PauseSpan>{{thursday, QDate(2026, 3, 10), {}}}
                                 << QDate(2026, 4, 7);
    }

    void pauses()
    {
        QFETCH(TimeLimit, limit);
        QFETCH(QList<PauseSpan>, pauses);
        QFETCH(QDate, due);
        QCOMPARE(calendar.dueDate(QDate(2026, 3, 2), limit, pauses).value_or(DueDay()).day, due);
    }

    void openPauseHasNoDueDate()
    {
        const auto due = calendar.dueDate(QDate(2026, 3, 2), {20, workingDay}, {{QDate(2026, 3, 5), {}, {}}});
        QVERIFY(!due);
        QCOMPARE(due.error().code, FailureCode::ClockNotRunning);
    }

    /** The holiday notice of 2027 is not published: what ends there is counted by weekends, and says so. */
    void unpublishedYears_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<TimeLimit>("limit");
        QTest::addColumn<DueDay>("due");
        const QDate friday(2026, 11, 27);
        QTest::newRow("last day of the calendar") << friday << TimeLimit{24, workingDay} << DueDay{QDate(2026, 12, 31), false};
        QTest::newRow("first day after it") << friday << TimeLimit{25, workingDay} << DueDay{QDate(2027, 1, 1), true};
        QTest::newRow("30 working days") << friday << TimeLimit{30, workingDay} << DueDay{QDate(2027, 1, 8), true};
        QTest::newRow("60 natural days") << friday << TimeLimit{60, naturalDay} << DueDay{QDate(2027, 1, 26), true};
        QTest::newRow("a year, to a Saturday") << friday << TimeLimit{1, LimitUnit::Year} << DueDay{QDate(2027, 11, 29), true};
        QTest::newRow("start in such a year") << QDate(2027, 1, 4) << TimeLimit{0, workingDay} << DueDay{QDate(2027, 1, 4), true};
        QTest::newRow("six months") << friday << TimeLimit{6, LimitUnit::Month} << DueDay{QDate(2027, 5, 27), true};
    }

    void unpublishedYears()
    {
        QFETCH(QDate, start);
        QFETCH(TimeLimit, limit);
        QFETCH(DueDay, due);
        QCOMPARE(calendar.dueDate(start, limit).value_or(DueDay()), due);
        QCOMPARE(calendar.isProvisional(due.day), due.provisional);
    }

    void pausesCountInUnpublishedYears()
    {
        const QList<PauseSpan> span{{QDate(2026, 12, 28), QDate(2027, 1, 4), {}}};
        QCOMPARE(calendar.dueDate(QDate(2026, 11, 27), {30, workingDay}, span).value_or(DueDay()), (DueDay{QDate(2027, 1, 15), true}));
        QCOMPARE(workingDaysBetween(calendar, QDate(2026, 12, 30), QDate(2027, 1, 6)), 5);
    }

    void publishingMakesItFirm()
    {
        const auto published = WorkCalendar::fromCsv("date,kind\n2026-01-01,off\n2027-01-01,off\n");
        QVERIFY(published);
        QCOMPARE(published->dueDate(QDate(2026, 11, 27), {25, workingDay}).value_or(DueDay()), (DueDay{QDate(2027, 1, 4), false}));
    }

    void unknownYears_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<TimeLimit>("limit");
        QTest::newRow("start too early") << QDate(2023, 12, 29) << TimeLimit{1, workingDay};
        QTest::newRow("no start") << QDate() << TimeLimit{1, workingDay};
        QTest::newRow("eleven years ahead") << QDate(2037, 1, 5) << TimeLimit{0, workingDay};
        QTest::newRow("ends eleven years ahead") << QDate(2026, 11, 23) << TimeLimit{11, LimitUnit::Year};
        QTest::newRow("days without end") << QDate(2026, 11, 23) << TimeLimit{std::numeric_limits<int>::max(), naturalDay};
        QTest::newRow("months without end") << QDate(2026, 11, 23)
                                            << TimeLimit{std::numeric_limits<int>::max(), LimitUnit::Month};
        QTest::newRow("years without end") << QDate(2026, 11, 23)
                                           << TimeLimit{std::numeric_limits<int>::max(), LimitUnit::Year};
    }

    void unknownYears()
    {
        QFETCH(QDate, start);
        QFETCH(TimeLimit, limit);
        const auto due = calendar.dueDate(start, limit);
        QVERIFY(!due);
        QCOMPARE(due.error().code, FailureCode::CalendarUnknownYear);
    }

    void negativeLimitsAreRefused()
    {
        QCOMPARE(calendar.addWorkingDays(QDate(2026, 11, 23), -1).error().code, FailureCode::CalendarBadData);
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<bool>("good");
        QTest::newRow("one day") << QByteArray("date,kind\n2026-01-01,off\n") << true;
        QTest::newRow("other order, CRLF") << QByteArray("weekday,kind,date\r\n四,off,2026-01-01\r\n") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("no days") << QByteArray("date,kind\n") << false;
        QTest::newRow("no header") << QByteArray("2026-01-01,off\n") << false;
        QTest::newRow("no such day") << QByteArray("date,kind\n2026-02-30,off\n") << false;
        QTest::newRow("no such kind") << QByteArray("date,kind\n2026-01-01,half\n") << false;
        QTest::newRow("twice") << QByteArray("date,kind\n2026-01-01,off\n2026-01-01,work\n") << false;
        QTest::newRow("short row") << QByteArray("date,kind\n2026-01-01\n") << false;
        QTest::newRow("a year missing") << QByteArray("date,kind\n2024-01-01,off\n2026-01-01,off\n") << false;
        QTest::newRow("huge") << QByteArray(2 << 20, 'x') << false;
        QTest::newRow("binary") << QByteArray("\0\xff,\n\0", 5) << false;
    }

    void tables()
    {
        QFETCH(QByteArray, csv);
        QFETCH(bool, good);
        const auto result = WorkCalendar::fromCsv(csv);
        QCOMPARE(result.has_value(), good);
        if (!result)
            QCOMPARE(result.error().code, FailureCode::CalendarBadData);
        else
            QVERIFY(!result->isWorkingDay(QDate(2026, 1, 1)));
    }

private:
    const WorkCalendar &calendar = WorkCalendar::bundled();
};

QTEST_GUILESS_MAIN(TestWorkCalendar)
#include "tst_workcalendar.moc"
