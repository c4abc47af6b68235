// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

FieldValue typed(const QString &value, FieldSource source = FieldSource::Operator)
{
    return {value, source, {}, QDateTime(QDate(2026, 11, 23), QTime(3, 0), Qt::UTC), {}};
}

command::SetField setPhone(const QString &value, FieldSource source = FieldSource::Operator)
{
    return {u"phone"_s, typed(value, source)};
}

} // namespace

/** A field edited many times is one command: the later edit takes the place of the earlier one. */
class TestSupersede : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMay_data();
    void whatMay();
    void fieldKeepsItsNewValue();
    void takingBackTakesThePlaceToo();
    void refusals();
    void journalSaysTheSame();
};

void TestSupersede::whatMay_data()
{
    QTest::addColumn<CommandBody>("earlier");
    QTest::addColumn<CommandBody>("later");
    QTest::addColumn<bool>("may");
    const CommandBody phone = setPhone(u"1"_s);
    QTest::newRow("same field") << phone << CommandBody(setPhone(u"2"_s)) << true;
    QTest::newRow("taken back") << phone << CommandBody(setPhone({}, FieldSource::None)) << true;
    QTest::newRow("typed again") << CommandBody(setPhone({}, FieldSource::None)) << phone << true;
    QTest::newRow("emptied by hand") << phone << CommandBody(setPhone({})) << true;
    QTest::newRow("over a certificate's value") << CommandBody(setPhone(u"1"_s, FieldSource::Certificate)) << phone << false;
    QTest::newRow("another field") << phone << CommandBody(command::SetField{u"address"_s, typed(u"1"_s)}) << false;
    QTest::newRow("material") << CommandBody(command::SetMaterial{u"phone"_s, {}}) << CommandBody(command::SetMaterial{u"phone"_s, {}}) << false;
    const auto paper = [](MaterialWay way, const QString &key = u"k"_s) { return CommandBody(command::SetMaterial{key, material(way)}); };
    const CommandBody none = command::SetMaterial{u"k"_s, {}};
    QTest::newRow("a file more") << paper(MaterialWay::FileAttached) << paper(MaterialWay::FileAttached) << true;
    QTest::newRow("file taken off") << paper(MaterialWay::FileAttached) << none << true;
    QTest::newRow("original in a file's place") << paper(MaterialWay::FileAttached) << paper(MaterialWay::OriginalSeen) << true;
    QTest::newRow("file of another material") << paper(MaterialWay::FileAttached) << paper(MaterialWay::FileAttached, u"l"_s) << false;
    QTest::newRow("file in an original's place") << paper(MaterialWay::OriginalSeen) << paper(MaterialWay::FileAttached) << false;
    QTest::newRow("file after it was taken off") << none << paper(MaterialWay::FileAttached) << false;
    QTest::newRow("field of a material's name") << paper(MaterialWay::FileAttached, u"phone"_s) << phone << false;
    QTest::newRow("answer") << CommandBody(command::AnswerSituation{u"phone"_s, {}}) << phone << false;
}

void TestSupersede::whatMay()
{
    QFETCH(CommandBody, earlier);
    QFETCH(CommandBody, later);
    QFETCH(bool, may);
    CaseWorld world = CaseWorld::draft();
    const CaseCommand first = world.command(clerk(), earlier);
    QCOMPARE(maySupersede(world.command(clerk(), later), first), may);
    QVERIFY(!maySupersede(world.command(supervisor(), later), first));
    CaseCommand elsewhere = world.command(clerk(), later);
    elsewhere.caseId = idOf(77);
    QVERIFY(!maySupersede(elsewhere, first));
}

void TestSupersede::fieldKeepsItsNewValue()
{
    CaseWorld world = CaseWorld::draft();
    const CaseCommand first = world.command(clerk(), setPhone(u"1"_s));
    world.now = *apply(world.now, first, world.stamp());
    world.give(clerk(), command::SetField{u"address"_s, typed(u"x"_s)});
    const qint64 revision = world.now.revision;
    CaseCommand second = world.command(clerk(), setPhone(u"2"_s));
    --second.baseRevision;
    const auto after = applyInPlaceOf(first, world.now, second, world.stamp());
    QVERIFY(after);
    QCOMPARE(after->revision, revision);
    QCOMPARE(after->fields.value(u"phone"_s).value, u"2"_s);
    QCOMPARE(after->fields.value(u"phone"_s).changedBy, clerk().operatorId);
    QCOMPARE(after->fields.value(u"address"_s).value, u"x"_s);
    QVERIFY(!after->applied.contains(first.id));
    QVERIFY(after->applied.contains(second.id));
}

void TestSupersede::takingBackTakesThePlaceToo()
{
    CaseWorld world = CaseWorld::draft();
    const Case before = world.now;
    const CaseCommand first = world.command(clerk(), setPhone(u"1"_s));
    const CommandBody back = *inverseOf(before, first.body);
    world.now = *apply(world.now, first, world.stamp());
    CaseCommand undone = world.command(clerk(), back);
    --undone.baseRevision;
    const auto after = applyInPlaceOf(first, world.now, undone, world.stamp());
    QVERIFY(after);
    QCOMPARE(after->fields, before.fields);
    QCOMPARE(after->applied.size(), before.applied.size() + 1);
}

void TestSupersede::refusals()
{
    CaseWorld world = CaseWorld::draft();
    const CaseCommand first = world.command(clerk(), setPhone(u"1"_s));
    CaseCommand second = world.command(clerk(), setPhone(u"2"_s));
    // The earlier one was never applied.
    QCOMPARE(applyInPlaceOf(first, world.now, second, world.stamp()).error().code, FailureCode::CaseIllegalTransition);
    world.now = *apply(world.now, first, world.stamp());
    // Made as if it came at the end.
    second = world.command(clerk(), setPhone(u"2"_s));
    QCOMPARE(applyInPlaceOf(first, world.now, second, world.stamp()).error().code, FailureCode::CaseStaleRevision);
    --second.baseRevision;
    QVERIFY(applyInPlaceOf(first, world.now, second, world.stamp()));
    const CaseCommand other = world.command(clerk(), command::SetField{u"address"_s, typed(u"1"_s)});
    QCOMPARE(applyInPlaceOf(first, world.now, other, world.stamp()).error().code, FailureCode::CaseIllegalTransition);
    // After receipt an edit is part of the record.
    CaseWorld received = CaseWorld::draft();
    const CaseCommand kept = received.command(clerk(), setPhone(u"1"_s));
    received.now = *apply(received.now, kept, received.stamp());
    received.give(clerk(), command::ReceiveMaterials{u"SJ"_s, true});
    CaseCommand late = received.command(clerk(), setPhone(u"2"_s));
    --late.baseRevision;
    QCOMPARE(applyInPlaceOf(kept, received.now, late, received.stamp()).error().code, FailureCode::CaseIllegalTransition);
}

/** Whatever is edited in whatever order: a journal kept short gives the case that is shown, command by command. */
void TestSupersede::journalSaysTheSame()
{
    QRandomGenerator random(20261127);
    for (int round = 0; round < 300; ++round) {
        CaseWorld world = CaseWorld::draft();
        const Case start = world.now;
        QList<CaseCommand> journal;
        int given = 0;
        for (int step = 0; step < 40; ++step) {
            const QString name = u"field%1"_s.arg(random.bounded(4));
            const int kind = random.bounded(9);
            CommandBody body = command::SetField{name, typed(QString::number(step))};
            if (kind == 0)
                body = command::AnswerSituation{u"newborn/twins"_s, QStringList{QString::number(step)}};
            else if (kind == 1)
                body = command::SetField{name, {}};
            else if (kind == 2)
                body = command::SetMaterial{name, {}};
            else if (kind < 5)
                body = command::SetMaterial{name, material(kind == 3 ? MaterialWay::FileAttached : MaterialWay::OriginalSeen)};
            CaseCommand next = world.command(clerk(), body);
            const auto earlier = std::find_if(journal.crbegin(), journal.crend(), [&](const CaseCommand &row) { return maySupersede(next, row); });
            ++given;
            if (earlier == journal.crend()) {
                world.now = *apply(world.now, next, world.stamp());
                journal.append(next);
                continue;
            }
            --next.baseRevision;
            const auto after = applyInPlaceOf(*earlier, world.now, next, world.stamp());
            QVERIFY2(after, qPrintable(failureText(after.error().code)));
            const qsizetype place = journal.size() - 1 - std::distance(journal.crbegin(), earlier);
            journal.removeAt(place);
            for (qsizetype i = place; i < journal.size(); ++i)
                --journal[i].baseRevision;
            journal.append(next);
            world.now = *after;
        }
        QVERIFY(journal.size() < given);
        Case replayed = start;
        for (const CaseCommand &row : std::as_const(journal)) {
            const auto after = apply(replayed, row, world.stamp());
            QVERIFY2(after, qPrintable(failureText(after.error().code)));
            replayed = *after;
        }
        QCOMPARE(replayed.revision, world.now.revision);
        QVERIFY(replayed == world.now);
    }
}

QTEST_GUILESS_MAIN(TestSupersede)
#include "tst_supersede.moc"
