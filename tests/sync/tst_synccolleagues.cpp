// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "world.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using store::CommandState;
using sync::LinkState;
using test::await;
using test::CaseMaker;
using test::TestDesk;
using test::World;

namespace {

constexpr int patienceMs = 30000;
const QString me = u"clerk01"_s;
const QString super = u"super01"_s;

bool isAnyRefused(TestDesk &desk)
{
    return std::ranges::any_of(desk.recent(), [](const store::StoredCommand &row) { return row.state == CommandState::Refused; });
}

} // namespace

/** A case with commands of two makers in its queue, as a supervisor's hand in a clerk's draft once made it. */
class TestSyncColleagues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void nothingOvertakes();
    void receivedByAnother();

private:
    domain::Result<store::StoredCase> give(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who, domain::CommandBody body);
    /** Another phone of the applicant, by whoever. */
    bool givePhone(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who, const QString &phone);
    void receive(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who);
    void wait(TestDesk &desk, const QString &login);
    domain::CaseId draft(TestDesk &desk);

    std::unique_ptr<World> m_world;
    const domain::Actor m_clerk = test::actorOf(World::clerk(me));
    const domain::Actor m_super{super, domain::Role::Supervisor, {}, {}};
};

domain::Result<store::StoredCase> TestSyncColleagues::give(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who, domain::CommandBody body)
{
    domain::CaseCommand command;
    command.id = m_world->clock.newId();
    command.caseId = id;
    command.baseRevision = desk.current(id).revision;
    command.actor = who;
    command.time = {m_world->deskClock.now(), m_world->deskClock.monotonicMs(), m_world->deskClock.bootId(), {}};
    command.body = std::move(body);
    return desk.submit({{command}});
}

bool TestSyncColleagues::givePhone(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who, const QString &phone)
{
    domain::Party party = *desk.current(id).applicant;
    party.phone = phone;
    return give(desk, id, who, domain::command::SetApplicant{party}).has_value();
}

void TestSyncColleagues::receive(TestDesk &desk, const domain::CaseId &id, const domain::Actor &who)
{
    QVERIFY(give(desk, id, who, domain::command::ReceiveMaterials{u"SJ20261102-w01-000001"_s, true}).has_value());
}

domain::CaseId TestSyncColleagues::draft(TestDesk &desk)
{
    CaseMaker maker = m_world->makeCase(me, m_world->simpleItems().first(), false);
    if (!desk.submit(maker.takeBatch()))
        qFatal("draft not stored");
    return maker.value().id;
}

/** Signs in, and lets everything be tried that may be tried. */
void TestSyncColleagues::wait(TestDesk &desk, const QString &login)
{
    QVERIFY(desk.signIn(login));
    QTRY_COMPARE_WITH_TIMEOUT(desk.link(), LinkState::Online, patienceMs);
    if (login != super) {
        // What stands still holds up nobody else.
        CaseMaker other = m_world->makeCase(login, m_world->simpleItems().last());
        QVERIFY(desk.submit(other.takeBatch()).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.current(other.value().id).number.isEmpty(), patienceMs);
    }
    for (int i = 0; i < 3; ++i) {
        desk.engine().retryNow();
        QTest::qWait(100);
    }
}

void TestSyncColleagues::nothingOvertakes()
{
    auto desk = m_world->desk();
    const domain::CaseId id = draft(*desk);
    QVERIFY(givePhone(*desk, id, m_super, u"13800000001"_s));
    QVERIFY(givePhone(*desk, id, m_clerk, u"13800000002"_s));
    receive(*desk, id, m_clerk);
    QCOMPARE(desk->current(id).stage, domain::CaseStage::Received);

    wait(*desk, me);
    QTRY_COMPARE_WITH_TIMEOUT(desk->waiting().size(), 3, patienceMs);
    const auto waiting = desk->waiting();
    QCOMPARE(waiting.first().command.actor.operatorId, super);
    for (const store::StoredCommand &row : waiting) {
        QVERIFY2(!row.lastError, "it was sent before what stands in front of it");
        QCOMPARE(row.attempts, 0);
    }
    QCOMPARE(m_world->truth(id)->stage, domain::CaseStage::Draft);
    QVERIFY(m_world->truth(id)->applicant->phone != u"13800000002"_s);

    desk->signOut();
    wait(*desk, super);
    QTRY_COMPARE_WITH_TIMEOUT(desk->waiting().size(), 2, patienceMs);
    QCOMPARE(m_world->truth(id)->applicant->phone, u"13800000001"_s);

    desk->signOut();
    wait(*desk, me);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id), *m_world->truth(id), patienceMs);
    QVERIFY(!desk->current(id).number.isEmpty());
    QCOMPARE(desk->current(id).applicant->phone, u"13800000002"_s);
    QVERIFY(!isAnyRefused(*desk));
}

/** The supervisor pressed F9 on what a clerk began: it waits for the clerk, and nothing of it is refused. */
void TestSyncColleagues::receivedByAnother()
{
    auto desk = m_world->desk();
    const domain::CaseId id = draft(*desk);
    const qsizetype clerks = desk->current(id).applied.size();
    QVERIFY(givePhone(*desk, id, m_super, u"13800000001"_s));
    receive(*desk, id, m_super);

    wait(*desk, super);
    QCOMPARE(desk->waiting().size(), clerks + 2);
    QVERIFY(!m_world->truth(id));
    QVERIFY(!isAnyRefused(*desk));
    QCOMPARE(desk->current(id).stage, domain::CaseStage::Received);

    desk->signOut();
    wait(*desk, me);
    QTRY_COMPARE_WITH_TIMEOUT(desk->waiting().size(), 2, patienceMs);
    desk->signOut();
    wait(*desk, super);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id), *m_world->truth(id), patienceMs);
    QVERIFY(!desk->current(id).number.isEmpty());
    QVERIFY(!isAnyRefused(*desk));
}

QTEST_GUILESS_MAIN(TestSyncColleagues)
#include "tst_synccolleagues.moc"
