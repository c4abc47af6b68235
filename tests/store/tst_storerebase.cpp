// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using store::CommandState;
namespace cmd = domain::command;

/** A desk and an exchange that change the same case in any order: they agree in the end and no command is lost. */
class TstStoreRebase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void converges_data();
    void converges();
    void cleanupTestCase();

private:
    void editHere();
    void actThere();
    void push();
    void pull();
    void settle();

    std::unique_ptr<TestStore> m_world;
    std::unique_ptr<CaseMaker> m_maker;
    ReferenceExchange m_exchange;
    QRandomGenerator m_random;
    QSet<domain::CommandId> m_given;
    int m_serial = 0;
    int m_agreed = 0;    ///< runs that ended with both sides equal
    int m_refused = 0;   ///< commands kept as refused, over all runs
    int m_conflicts = 0; ///< times that a pending command had to be rebased
};

void TstStoreRebase::converges_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/** Any edit that the case allows now, as the desk sees it. */
void TstStoreRebase::editHere()
{
    store::CaseStore &on = m_world->open();
    const auto stored = await(on.loadCase(m_maker->id()));
    if (stored)
        m_maker->now = stored->current;
    domain::CommandBody body = setField(u"f%1"_s.arg(m_random.bounded(3)), QString::number(++m_serial));
    domain::PartId part;
    switch (m_random.bounded(8)) {
    case 0:
        body = cmd::ReceiveMaterials{m_maker->receipt(), true};
        break;
    case 1:
        body = cmd::AnswerCorrection{u"done"_s};
        part = m_maker->part(1);
        break;
    case 2:
        body = cmd::SetMaterial{u"m"_s, material(domain::MaterialWay::OriginalSeen)};
        break;
    case 3:
        if (m_random.bounded(4) == 0)
            body = cmd::WithdrawCase{u"moved"_s};
        break;
    default:
        break;
    }
    const domain::CaseCommand command = m_maker->make(body, part);
    if (await(on.submit(command, m_maker->stamp())))
        m_given.insert(command.id);
}

void TstStoreRebase::actThere()
{
    const domain::PartId part = m_maker->part(1);
    const domain::CaseId id = m_maker->id();
    switch (m_random.bounded(8)) {
    case 0:
        (void)m_exchange.act(system(), id, cmd::AcceptPart{}, part);
        break;
    case 1:
        (void)m_exchange.act(reviewer(), id, cmd::AskCorrection{{u"p"_s}, QDate(2026, 12, 1)}, part);
        break;
    case 2:
        (void)m_exchange.act(supervisor(), id, setField(u"f%1"_s.arg(m_random.bounded(3)), QString::number(++m_serial)));
        break;
    case 3:
        (void)m_exchange.act(reviewer(), id, cmd::TakePart{}, part);
        break;
    case 4:
        (void)m_exchange.act(reviewer(), id, cmd::PausePart{u"p"_s}, part);
        break;
    case 5:
        (void)m_exchange.act(reviewer(), id, cmd::ApprovePart{u"fine"_s, u"licence"_s}, part);
        break;
    case 6:
        if (m_random.bounded(2) == 0)
            (void)m_exchange.act(supervisor(), id, cmd::WithdrawCase{u"moved"_s});
        break;
    case 7:
        (void)m_exchange.act(supervisor(), id, cmd::AnswerCorrection{u"answered there"_s}, part);
        break;
    }
}

/** Sends what is pending as the pump does; answers get lost now and then. */
void TstStoreRebase::push()
{
    store::CaseStore &on = m_world->open();
    const auto pending = *await(on.pendingCommands(1 + m_random.bounded(5), m_world->clock.now()));
    for (const store::StoredCommand &row : pending) {
        const auto event = m_exchange.take(row.command);
        if (event) {
            if (m_random.bounded(4) != 0)
                QVERIFY(await(on.markSent(row.command.id, event->sequence, event->stamp)));
            continue;
        }
        const domain::FailureCode code = event.error().code;
        const domain::Case there = m_exchange.cases.value(m_maker->id());
        if (code == domain::FailureCode::CaseDuplicateCommand)
            QVERIFY(await(on.markSent(row.command.id, 0, {})));
        else if (code == domain::FailureCode::CaseStaleRevision && !there.id.isNull() && ++m_conflicts > 0)
            QVERIFY(await(on.replaceConfirmed(there, m_exchange.events)));
        else
            QVERIFY(await(on.markRefused(row.command.id, event.error())));
        return;
    }
}

void TstStoreRebase::pull()
{
    store::CaseStore &on = m_world->open();
    const qint64 cursor = *await(on.feedCursor(u"clerk01"_s));
    // Sometimes from before the cursor: repetition is harmless.
    const qint64 from = m_random.bounded(3) == 0 ? m_random.bounded(cursor + 1) : cursor;
    const QList<domain::CaseEvent> batch = m_exchange.after(from).mid(0, 1 + m_random.bounded(4));
    QVERIFY(await(on.applyEvents(batch, u"clerk01"_s, from + batch.size())));
}

/** Until nothing waits on either side. */
void TstStoreRebase::settle()
{
    for (int round = 0; round < 200; ++round) {
        push();
        pull();
        const bool quiet = *await(m_world->open().waitingCount()) == 0
            && *await(m_world->open().feedCursor(u"clerk01"_s)) == m_exchange.events.size();
        if (quiet)
            return;
    }
    QFAIL("it never settles");
}

void TstStoreRebase::converges()
{
    QFETCH(int, seed);
    m_world = std::make_unique<TestStore>();
    m_maker = std::make_unique<CaseMaker>(seed);
    m_exchange = {};
    m_random.seed(quint32(seed));
    m_given.clear();
    const QList<domain::CaseCommand> draft = m_maker->draft();
    QVERIFY(await(m_world->open().submitAll(draft, m_maker->stamp())));
    for (const domain::CaseCommand &command : draft)
        m_given.insert(command.id);
    for (int step = 0; step < 90; ++step) {
        switch (m_random.bounded(7)) {
        case 0:
        case 1: editHere(); break;
        case 2:
        case 6: actThere(); break;
        case 3: push(); break;
        case 4: pull(); break;
        case 5: m_random.bounded(5) == 0 ? m_world->close() : editHere(); break;
        }
    }
    settle();
    store::CaseStore &on = m_world->open();
    const auto rows = *await(on.timeline(m_maker->id()));
    QSet<domain::CommandId> kept;
    bool journal = false;
    for (const store::TimelineRow &row : rows) {
        kept.insert(row.command.id);
        journal = journal || row.state == CommandState::Journal;
        QVERIFY(row.state != CommandState::Pending);
        if (row.state == CommandState::Refused) {
            // A stale base is no reason to lose a command: that is what the rebase is for.
            QVERIFY(row.error && row.error->code != domain::FailureCode::CaseStaleRevision);
            ++m_refused;
        }
    }
    QVERIFY2(kept.contains(m_given), "a command was lost");
    // A draft that was never sent, or edited after a refusal, is this desk's own still.
    if (journal)
        return;
    QCOMPARE(await(on.loadCase(m_maker->id()))->current, m_exchange.cases.value(m_maker->id()));
    ++m_agreed;
}

/** The random runs must have been where it is hard, or they prove nothing. */
void TstStoreRebase::cleanupTestCase()
{
    qInfo("%d agreed, %d refused, %d conflicts", m_agreed, m_refused, m_conflicts);
    QVERIFY2(m_agreed >= 6 && m_refused > 0 && m_conflicts > 0,
             qPrintable(u"%1 agreed, %2 refused, %3 conflicts"_s.arg(m_agreed).arg(m_refused).arg(m_conflicts)));
    m_world.reset();
}

QTEST_GUILESS_MAIN(TstStoreRebase)
#include "tst_storerebase.moc"
