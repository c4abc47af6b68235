// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

const PartId first = idOf(1);
const PartId second = idOf(2);
const PartId last = idOf(3);

/** Two parts that wait for nobody, and one that waits for both; all received. */
CaseWorld received()
{
    CaseWorld world = CaseWorld::draft();
    world.give(clerk(), addItem(2, u"verification"_s)).give(clerk(), addItem(3, u"insurance"_s, u"police"_s, {first, second}));
    return world.give(clerk(), command::ReceiveMaterials{u"R-1"_s, true});
}

/** A stamp as the exchange gives it to an acceptance of a part that waits: a number and no days. */
Stamp withoutDays(CaseWorld &world)
{
    Stamp stamp = world.stamp();
    stamp.promisedDue = stamp.statutoryDue = {};
    return stamp;
}

Result<Case> acceptedWithoutDays(CaseWorld &world, const PartId &part)
{
    return apply(world.now, world.command(system(), command::AcceptPart{}, part), withoutDays(world));
}

void approve(CaseWorld &world, const PartId &part, const QList<PartClock> &clocks)
{
    Stamp stamp = world.stamp();
    stamp.clocks = clocks;
    const auto after = apply(world.now, world.command(reviewer(), command::ApprovePart{}, part), stamp);
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    world.now = *after;
}

/** All three accepted, the first two taken. */
CaseWorld accepted()
{
    CaseWorld world = received();
    for (const PartId &part : {first, second})
        world.give(system(), command::AcceptPart{}, part).give(reviewer(), command::TakePart{}, part);
    world.now = acceptedWithoutDays(world, last).value();
    return world;
}

} // namespace

/** The clock of a part that waits for others of its case: nobody may decide it before, so nothing is promised before. */
class TestWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsPromisedWhileItWaits()
    {
        CaseWorld world = received();
        QCOMPARE(failureText(acceptedWithoutDays(world, first).error().code), u"CASE-018"_s);
        world = accepted();
        const CasePart &part = *world.now.part(last);
        QCOMPARE(part.state, PartState::Accepted);
        QCOMPARE(part.acceptedOn, world.day);
        QVERIFY(!part.number.isEmpty() && !part.promisedDue.isValid() && !part.statutoryDue.isValid() && !part.clockFrom.isValid());
        QVERIFY(isWaiting(world.now, part) && !isWaiting(world.now, *world.now.part(first)));
    }

    void theLastDecisionStartsTheClock()
    {
        CaseWorld world = accepted();
        QCOMPARE(waitingOnlyFor(world.now, first), QList<PartId>());
        approve(world, first, {});
        QVERIFY(!world.now.part(last)->clockFrom.isValid());
        world.give(reviewer(), command::FinishPart{}, first);
        QCOMPARE(waitingOnlyFor(world.now, second), QList<PartId>{last});
        world.day = world.day.addDays(3);
        const qint64 revision = world.now.part(last)->revision;
        QVERIFY(!world.tried(reviewer(), command::ApprovePart{}, second));
        approve(world, second, {{last, world.day.addDays(5), world.day.addDays(20)}});
        const CasePart &part = *world.now.part(last);
        QCOMPARE(part.clockFrom, world.day);
        QCOMPARE(part.promisedDue, world.day.addDays(5));
        QCOMPARE(part.statutoryDue, world.day.addDays(20));
        QCOMPARE(part.revision, revision);
        QVERIFY(!isWaiting(world.now, part));
        QCOMPARE(waitingOnlyFor(world.now, second), QList<PartId>());
    }

    /** A desk does not know the days yet: the clock runs, and they follow with the exchange's stamp. */
    void aProvisionalApprovalNamesNoDay()
    {
        CaseWorld world = accepted();
        approve(world, first, {});
        world.provisional = true;
        approve(world, second, {});
        QCOMPARE(world.now.part(last)->clockFrom, world.day);
        QVERIFY(!world.now.part(last)->promisedDue.isValid());
    }

    void whoIsNotAcceptedYetGetsTheDaysThen()
    {
        CaseWorld world = received();
        for (const PartId &part : {first, second})
            world.give(system(), command::AcceptPart{}, part).give(reviewer(), command::TakePart{}, part);
        approve(world, first, {});
        world.day = world.day.addDays(2);
        approve(world, second, {});
        QVERIFY(!acceptedWithoutDays(world, last));
        // Deemed accepted from the day of receipt, but the limits cannot have run before the approval.
        const CasePart &part = *world.now.part(last);
        QCOMPARE(clockStart(part, part.receivedOn), world.day);
        QCOMPARE(clockStart(part, world.day.addDays(1)), world.day.addDays(1));
    }

    void whoseClockStandsGetsTheDaysWhenItGoesOn()
    {
        CaseWorld world = accepted();
        world.give(reviewer(), command::PausePart{u"expert review"_s}, last);
        approve(world, first, {});
        world.day = world.day.addDays(2);
        approve(world, second, {});
        QVERIFY(!world.now.part(last)->promisedDue.isValid());
        QVERIFY(!apply(world.now, world.command(reviewer(), command::ResumePart{}, last), withoutDays(world)));
        world.give(reviewer(), command::ResumePart{}, last);
        QVERIFY(world.now.part(last)->promisedDue.isValid());
    }

    void whoWaitsGoesOnWithoutADay()
    {
        CaseWorld world = accepted();
        world.give(reviewer(), command::PausePart{u"expert review"_s}, last);
        const auto after = apply(world.now, world.command(reviewer(), command::ResumePart{}, last), withoutDays(world));
        QVERIFY(after);
        QCOMPARE(after->part(last)->state, PartState::Accepted);
        QVERIFY(!after->part(last)->promisedDue.isValid());
    }

    void whateverTheLastDecisionIs_data()
    {
        QTest::addColumn<bool>("approvedBefore");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("refused, the other approved") << true << true;
        QTest::newRow("refused, the other refused") << false << true;
        QTest::newRow("not accepted") << true << false;
    }

    /** It waits for nobody any more and may be refused: for that its department has its days, and somebody to remind of them. */
    void whateverTheLastDecisionIs()
    {
        QFETCH(bool, approvedBefore);
        QFETCH(bool, accepted);
        CaseWorld world = received();
        world.give(system(), command::AcceptPart{}, first).give(reviewer(), command::TakePart{}, first);
        if (accepted)
            world.give(system(), command::AcceptPart{}, second).give(reviewer(), command::TakePart{}, second);
        world.now = acceptedWithoutDays(world, last).value();
        if (approvedBefore)
            approve(world, first, {});
        else
            world.give(reviewer(), command::RefusePart{u"conditions not met"_s, u"art. 38"_s}, first);
        QVERIFY(isWaiting(world.now, *world.now.part(last)));
        QVERIFY(!world.now.part(last)->clockFrom.isValid());
        QCOMPARE(waitingOnlyFor(world.now, second), QList<PartId>{last});
        world.day = world.day.addDays(3);
        const CommandBody ends = accepted ? CommandBody(command::RefusePart{u"conditions not met"_s, u"art. 38"_s}) : CommandBody(command::RejectPart{u"not ours"_s, u"art. 32"_s});
        const auto without = world.tried(reviewer(), ends, second);
        QCOMPARE(without ? QString() : failureText(without.error().code), u"CASE-018"_s);
        Stamp stamp = world.stamp();
        stamp.clocks = {{last, world.day.addDays(5), world.day.addDays(20)}};
        world.now = apply(world.now, world.command(reviewer(), ends, second), stamp).value();
        const CasePart &part = *world.now.part(last);
        QVERIFY(!isWaiting(world.now, part));
        QCOMPARE(part.clockFrom, world.day);
        QCOMPARE(part.promisedDue, world.day.addDays(5));
        QCOMPARE(part.statutoryDue, world.day.addDays(20));
        world.give(reviewer(), command::TakePart{}, last);
        QVERIFY(!world.tried(reviewer(), command::ApprovePart{}, last));
        world.give(reviewer(), command::RefusePart{u"its condition failed"_s, u"art. 38"_s}, last);
    }

    /** Days that an exchange of before gave to a part that waits stay until the approval has better ones. */
    void daysOfBeforeAreReplaced()
    {
        CaseWorld world = received();
        for (const PartId &part : {first, second})
            world.give(system(), command::AcceptPart{}, part).give(reviewer(), command::TakePart{}, part);
        world.give(system(), command::AcceptPart{}, last);
        QVERIFY(world.now.part(last)->promisedDue.isValid());
        approve(world, first, {});
        world.day = world.day.addDays(9);
        approve(world, second, {{last, world.day.addDays(5), world.day.addDays(20)}});
        QCOMPARE(world.now.part(last)->promisedDue, world.day.addDays(5));
    }
};

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
