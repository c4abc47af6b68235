// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
namespace cmd = domain::command;

/** The i-th statement fails, for every i: a use case is carried out wholly or not at all, and the store works on. */
class TstStoreFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void submitIsWholeOrNothing();
    void eventsAreWholeOrNothing();
    void typedTextIsScratchOrCommand();
    void failedOpeningLeavesTheStore();

private:
    /** What can be told of a case from outside. */
    struct Picture {
        domain::Case current;
        qsizetype timeline = 0;
        int waiting = 0;
        QHash<int, qint64> counters;
        qsizetype found = 0;
        qint64 cursor = 0;
        friend bool operator==(const Picture &, const Picture &) = default;
    };
    Picture look(TestStore &world, const domain::CaseId &id);
    void arm(TestStore &world);

    std::atomic<int> m_left{-1}; ///< statements until the fault; negative: none
};

void TstStoreFaults::arm(TestStore &world)
{
    m_left = -1;
    world.failStatement = [this] { return m_left >= 0 && m_left-- == 0; };
}

TstStoreFaults::Picture TstStoreFaults::look(TestStore &world, const domain::CaseId &id)
{
    Picture picture;
    store::CaseStore &on = world.open();
    const auto stored = await(on.loadCase(id));
    if (stored)
        picture.current = stored->current;
    picture.timeline = await(on.timeline(id))->size();
    picture.waiting = *await(on.waitingCount());
    picture.counters = *await(on.counters());
    store::ListQuery query;
    query.search = u"李示例"_s;
    picture.found = await(on.listCases(query))->rows.size();
    picture.cursor = *await(on.feedCursor(u"clerk01"_s));
    return picture;
}

void TstStoreFaults::submitIsWholeOrNothing()
{
    TestStore world;
    arm(world);
    CaseMaker maker(1);
    QList<domain::CaseCommand> commands = maker.draft();
    commands.append(maker.receive());
    const Picture before = look(world, maker.id());
    for (int i = 0;; ++i) {
        QVERIFY2(i < 1000, "the fault never ran out");
        m_left = i;
        const auto stored = await(world.open().submitAll(commands, maker.stamp()));
        const bool struck = m_left < 0;
        m_left = -1;
        if (stored) {
            QVERIFY(!struck);
            QVERIFY(i > 20);
            break;
        }
        QCOMPARE(stored.error().code, domain::FailureCode::StoreFailed);
        QVERIFY2(look(world, maker.id()) == before, qPrintable(u"statement %1"_s.arg(i)));
    }
    const Picture after = look(world, maker.id());
    QCOMPARE(after.current, maker.now);
    QCOMPARE(after.waiting, 4);
    QCOMPARE(after.found, 1);
    world.close();
    QVERIFY(look(world, maker.id()) == after);
}

void TstStoreFaults::eventsAreWholeOrNothing()
{
    TestStore world;
    arm(world);
    CaseMaker maker(1);
    QList<domain::CaseCommand> commands = maker.draft();
    commands.append(maker.receive());
    QVERIFY(await(world.open().submitAll(commands, maker.stamp())));
    ReferenceExchange exchange;
    for (const domain::CaseCommand &command : std::as_const(commands))
        QVERIFY(exchange.take(command));
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(1)));
    const Picture before = look(world, maker.id());
    for (int i = 0;; ++i) {
        QVERIFY2(i < 1000, "the fault never ran out");
        m_left = i;
        const auto applied = await(world.open().applyEvents(exchange.events, u"clerk01"_s, 5));
        m_left = -1;
        if (applied) {
            QVERIFY(i > 10);
            break;
        }
        QVERIFY2(look(world, maker.id()) == before, qPrintable(u"statement %1"_s.arg(i)));
    }
    const Picture after = look(world, maker.id());
    QCOMPARE(after.current, exchange.cases.value(maker.id()));
    QCOMPARE(after.cursor, 5);
    QCOMPARE(after.waiting, 0);
}

void TstStoreFaults::typedTextIsScratchOrCommand()
{
    TestStore world;
    arm(world);
    CaseMaker maker(1);
    const QString field = u"note"_s;
    const QList<domain::CaseCommand> opening = maker.draft();
    QVERIFY(await(world.open().submitAll(opening, maker.stamp())));
    QVERIFY(await(world.open().saveScratch(maker.id(), field, u"typed"_s)));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"other"_s, u"half"_s)));
    domain::FieldValue value;
    value.value = u"typed"_s;
    const QList<domain::CaseCommand> commands{maker.make(cmd::SetField{field, value})};
    for (int i = 0;; ++i) {
        QVERIFY2(i < 1000, "the fault never ran out");
        m_left = i;
        const auto stored = await(world.open().submitAll(commands, maker.stamp(), {}, {field}));
        m_left = -1;
        const auto now = await(world.open().loadCase(maker.id()));
        QVERIFY(now);
        QCOMPARE(now->scratch.contains(field), !stored);
        QCOMPARE(now->current.fields.contains(field), stored.has_value());
        QCOMPARE(now->scratch.value(u"other"_s), u"half"_s);
        if (stored) {
            QVERIFY(i > 5);
            break;
        }
    }
}

void TstStoreFaults::failedOpeningLeavesTheStore()
{
    TestStore world;
    arm(world);
    int failed = 0;
    for (int i = 0;; ++i) {
        QVERIFY2(i < 1000, "the fault never ran out");
        m_left = i;
        const store::Opened opened = world.tryOpen();
        m_left = -1;
        if (opened)
            break;
        ++failed;
        const domain::FailureCode code = opened.error().code;
        QVERIFY2(code == domain::FailureCode::StoreMigration || code == domain::FailureCode::StoreFailed,
                 qPrintable(domain::failureText(code)));
    }
    QVERIFY(failed > 20);
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
}

QTEST_GUILESS_MAIN(TstStoreFaults)
#include "tst_storefaults.moc"
