// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "service/stamping.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::exchange;
using namespace Qt::StringLiterals;

/** Due dates. */
class StampingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dueDatesBeyondTheCalendarFollowWeekends()
    {
        domain::CasePart part;
        part.promised = {10, domain::LimitUnit::WorkingDay};
        part.statutory = {1, domain::LimitUnit::Month};
        const auto dates = dueDates(domain::WorkCalendar::bundled(), part, QDate(2027, 6, 7), {});
        QVERIFY(dates);
        QCOMPARE(dates->promised, QDate(2027, 6, 21));
        QCOMPARE(dates->statutory, QDate(2027, 7, 7));
    }
    /** The desk shows what the exchange will stamp, also where the holidays are not published yet. */
    void dueDatesAreThoseOfTheDesk_data()
    {
        QTest::addColumn<domain::TimeLimit>("limit");
        QTest::newRow("within the calendar") << domain::TimeLimit{10, domain::LimitUnit::WorkingDay};
        QTest::newRow("over its end") << domain::TimeLimit{30, domain::LimitUnit::WorkingDay};
        QTest::newRow("natural days over its end") << domain::TimeLimit{60, domain::LimitUnit::NaturalDay};
        QTest::newRow("months over its end") << domain::TimeLimit{3, domain::LimitUnit::Month};
        QTest::newRow("a year") << domain::TimeLimit{1, domain::LimitUnit::Year};
    }
    void dueDatesAreThoseOfTheDesk()
    {
        QFETCH(domain::TimeLimit, limit);
        const domain::WorkCalendar &calendar = domain::WorkCalendar::bundled();
        domain::CasePart part;
        part.promised = part.statutory = limit;
        for (QDate day(2026, 11, 2); day.year() == 2026; day = day.addDays(1)) {
            const auto stamped = dueDates(calendar, part, day, {});
            const auto shown = calendar.dueDate(day, limit);
            QVERIFY(stamped && shown);
            QCOMPARE(stamped->promised, shown->day);
        }
    }
    void limitsWithoutEndAreRefused()
    {
        domain::CasePart part;
        part.promised = {std::numeric_limits<int>::max(), domain::LimitUnit::NaturalDay};
        QCOMPARE(dueDates(domain::WorkCalendar::bundled(), part, QDate(2026, 11, 27), {}).error().code, domain::FailureCode::CalendarUnknownYear);
    }
    /** A part that waits for another one gets its days from that one's approval, not from its own acceptance. */
    void waitingPartsAreDatedByTheApproval()
    {
        const domain::TimeLimit promised{5, domain::LimitUnit::WorkingDay};
        domain::CasePart before;
        before.id = QUuid::createUuid();
        before.state = domain::PartState::InReview;
        before.promised = before.statutory = promised;
        domain::CasePart waits = before;
        waits.id = QUuid::createUuid();
        waits.state = domain::PartState::Received;
        waits.dependsOn = {before.id};
        domain::Case onCase;
        onCase.parts = {before, waits};
        domain::CaseCommand command;
        command.partId = waits.id;
        command.body = domain::command::AcceptPart{};
        const domain::WorkCalendar &calendar = domain::WorkCalendar::bundled();
        const auto stamped = [&](QDate day) { return stampFor(onCase, command, QDateTime(day, QTime(2, 0), Qt::UTC), 7, calendar).value(); };
        QVERIFY(!stamped(QDate(2026, 11, 2)).partNumber.isEmpty());
        QVERIFY(!stamped(QDate(2026, 11, 2)).promisedDue.isValid());

        onCase.parts[1].state = domain::PartState::Accepted;
        onCase.parts[1].acceptedOn = QDate(2026, 11, 2);
        command.partId = before.id;
        command.body = domain::command::ApprovePart{};
        const QList<domain::PartClock> clocks{{waits.id, QDate(2026, 11, 16), QDate(2026, 11, 16)}};
        QCOMPARE(stamped(QDate(2026, 11, 9)).clocks, clocks);
        // A refusal and a non-acceptance end the waiting as well.
        command.body = domain::command::RefusePart{};
        QCOMPARE(stamped(QDate(2026, 11, 9)).clocks, clocks);
        command.body = domain::command::RejectPart{};
        QCOMPARE(stamped(QDate(2026, 11, 9)).clocks, clocks);
        command.body = domain::command::FinishPart{};
        QVERIFY(stamped(QDate(2026, 11, 9)).clocks.isEmpty());
        command.body = domain::command::ApprovePart{};

        // While its clock stands it gets no days; when it goes on they count from the approval, not from the acceptance.
        onCase.parts[1].state = domain::PartState::Paused;
        onCase.parts[1].pauses = {{QDate(2026, 11, 3), {}, u"survey"_s}};
        QVERIFY(stamped(QDate(2026, 11, 9)).clocks.isEmpty());
        onCase.parts[0].state = domain::PartState::Approved;
        onCase.parts[1].clockFrom = QDate(2026, 11, 9);
        command.partId = waits.id;
        command.body = domain::command::ResumePart{};
        QCOMPARE(stamped(QDate(2026, 11, 11)).promisedDue, QDate(2026, 11, 18));

        // Deemed accepted from its receipt, it still cannot have been decided before the approval.
        onCase.parts[1].pauses.clear();
        onCase.parts[1].state = domain::PartState::Received;
        onCase.parts[1].receivedOn = QDate(2026, 11, 2);
        command.body = domain::command::AcceptPart{true};
        QCOMPARE(stamped(QDate(2026, 11, 11)).promisedDue, QDate(2026, 11, 16));
    }
    void resumeMovesTheDueDates()
    {
        domain::Case before;
        domain::CasePart part;
        part.id = QUuid::createUuid();
        part.acceptedOn = QDate(2026, 11, 2);
        part.promised = {5, domain::LimitUnit::WorkingDay};
        part.statutory = {10, domain::LimitUnit::WorkingDay};
        part.pauses = {{QDate(2026, 11, 3), {}, u"survey"_s}};
        before.parts = {part};
        domain::CaseCommand command;
        command.partId = part.id;
        command.body = domain::command::ResumePart{};
        const auto stamp = stampFor(before, command, QDateTime(QDate(2026, 11, 5), QTime(2, 0), Qt::UTC), 7, domain::WorkCalendar::bundled());
        QVERIFY(stamp);
        QCOMPARE(stamp->legalDate, QDate(2026, 11, 5));
        QCOMPARE(stamp->promisedDue, QDate(2026, 11, 11));
        QCOMPARE(stamp->ruleVersion, u"catalogue 7"_s);
        QVERIFY(!stamp->provisional);
    }
};

QTEST_GUILESS_MAIN(StampingTest)
#include "tst_stamping.moc"
