// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::EntryState;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;
const QString clerk = u"clerk01"_s;
const QString secret = QString::fromUtf8(World::secret);

} // namespace

/** Coming in while the exchange is away, and what happens when it is back. */
class TestOfflineEntry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void onlyWhoIsKnown();
    void afterARestart();
    void workGoesOnAndIsSent();
    void wrongPasswordsLock();
    void onlySoLong_data();
    void onlySoLong();
    void switchedOff();
    void switchedOffForgets();
    void passwordChangedMeanwhile();
    void passwordChangedBefore();
    void anotherRole();
    void leftBeforeItWasBack();
    void nobodyTriesTooFast();
    void aLineThatSwallowsEverything();
    void aSlowExchangeDecides();
    void aPageInItsPlace_data();
    void aPageInItsPlace();

private:
    /** Somebody came in once with the exchange there, and the program was ended. */
    void cameInBefore(DeskWorld &desk, const QString &login = clerk);

    std::unique_ptr<World> m_world;
};

void TestOfflineEntry::init()
{
    m_world = std::make_unique<World>();
}

void TestOfflineEntry::cameInBefore(DeskWorld &desk, const QString &login)
{
    desk.enter(login);
    QVERIFY(desk.signIn->who().confirmed);
    desk.quit();
    m_world->network.setDown(true);
    desk.restart();
}

void TestOfflineEntry::onlyWhoIsKnown()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    QCOMPARE(desk.knock(u"clerk02"_s), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::NetworkUnreachable);
    QVERIFY(!desk.session->isSignedIn());
    QCOMPARE(desk.knock(clerk, u"wrong"_s), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInRefused);
    QCOMPARE(desk.knock({}, {}), EntryState::SignInFailed);
    QVERIFY(!desk.session->isSignedIn());
}

void TestOfflineEntry::afterARestart()
{
    DeskWorld desk(*m_world);
    desk.enter();
    const desk::OperatorView before = desk.signIn->who();
    const domain::Actor actor = desk.session->actor();
    desk.quit();
    m_world->network.setDown(true);
    desk.restart();
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    desk::OperatorView now = desk.signIn->who();
    QVERIFY(!now.confirmed);
    now.confirmed = true;
    QCOMPARE(now, before);
    QCOMPARE(desk.session->actor(), actor);
    QVERIFY(desk.session->catalogue().version() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(desk.sync->view().connection, desk::Connection::Offline, patienceMs);
    QCOMPARE(desk.sync->view().reason->code, FailureCode::NetworkUnreachable);
    // Out and in again is no different.
    desk.signIn->signOut();
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QVERIFY(!desk.signIn->who().confirmed);
}

void TestOfflineEntry::workGoesOnAndIsSent()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    test::CaseMaker made = m_world->makeCase(clerk, m_world->simpleItems().first());
    QVERIFY(await(desk.store().submitAll(made.takeBatch().commands, desk.session->provisionalStamp())));
    const auto records = await(desk.store().auditToSend(clerk, 10));
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->first().action, u"offline-entry"_s);
    QSignalSpy changes(desk.signIn.get(), &desk::SignInDesk::stateChanged);
    m_world->network.setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(desk.signIn->who().confirmed, patienceMs);
    QCOMPARE(desk.signIn->state(), EntryState::SignedIn);
    QVERIFY2(changes.isEmpty(), "whoever is typing is taken to the page's first field");
    QVERIFY(desk.client->hasToken());
    QTRY_COMPARE_WITH_TIMEOUT(desk.sync->view().connection, desk::Connection::Online, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(await(desk.store().waitingCount()).value(), 0, patienceMs);
    QVERIFY(!m_world->truth(made.value().id)->number.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(await(desk.store().auditToSend(clerk, 10))->isEmpty(), patienceMs);
}

void TestOfflineEntry::wrongPasswordsLock()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(desk.knock(clerk, u"wrong %1"_s.arg(i)), EntryState::SignInFailed);
        QCOMPARE(desk.signIn->error()->code, FailureCode::SignInRefused);
    }
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInLocked);
    // Not a restart, only time.
    desk.quit();
    desk.restart();
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInLocked);
    m_world->deskClock.aheadMs += 31 * 1000;
    QCOMPARE(desk.knock(clerk, u"wrong"_s), EntryState::SignInFailed);
    m_world->deskClock.aheadMs += 31 * 1000;
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInLocked);
    m_world->deskClock.aheadMs += 31 * 1000;
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QCOMPARE(await(desk.store().knownOperator(clerk)).value()->failures, 0);
}

void TestOfflineEntry::onlySoLong_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("comesIn");
    QTest::newRow("the last hour") << qint64(7 * 24 - 1) << true;
    QTest::newRow("too late") << qint64(7 * 24 + 1) << false;
    QTest::newRow("a clock that was put right") << qint64(-1) << true;
    QTest::newRow("a clock that was put back") << qint64(-25) << false;
}

void TestOfflineEntry::onlySoLong()
{
    QFETCH(const qint64, hours);
    QFETCH(const bool, comesIn);
    DeskWorld desk(*m_world);
    desk.enter();
    m_world->network.setDown(true);
    desk.signIn->signOut();
    m_world->deskClock.aheadMs += hours * 3600 * 1000;
    QCOMPARE(desk.knock(clerk), comesIn ? EntryState::SignedIn : EntryState::SignInFailed);
}

void TestOfflineEntry::switchedOff()
{
    DeskWorld desk(*m_world);
    desk.offlineEntry.days = 0;
    cameInBefore(desk);
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::NetworkUnreachable);
    QVERIFY(!await(desk.store().knownOperator(clerk)).value());
}

void TestOfflineEntry::switchedOffForgets()
{
    DeskWorld desk(*m_world);
    desk.enter();
    desk.quit();
    desk.offlineEntry.days = 0;
    desk.enter();
    QVERIFY2(!await(desk.store().knownOperator(clerk)).value(), "what was kept before outlives the administrator's no");
}

void TestOfflineEntry::passwordChangedMeanwhile()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    m_world->putAccount(clerk, u"another-password"_s, World::clerk(clerk));
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    m_world->network.setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInRefused);
    QVERIFY(!desk.session->isSignedIn());
    m_world->network.setDown(true);
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::NetworkUnreachable);
    m_world->network.setDown(false);
    QCOMPARE(desk.knock(clerk, u"another-password"_s), EntryState::SignedIn);
    QVERIFY(desk.signIn->who().confirmed);
}

void TestOfflineEntry::passwordChangedBefore()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    m_world->network.setDown(false);
    m_world->putAccount(clerk, u"another-password"_s, World::clerk(clerk));
    // A slip says nothing about the record; the password of then does.
    QCOMPARE(desk.knock(clerk, u"slip"_s), EntryState::SignInFailed);
    QVERIFY(await(desk.store().knownOperator(clerk)).value());
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QTRY_VERIFY_WITH_TIMEOUT(!await(desk.store().knownOperator(clerk)).value(), patienceMs);
}

void TestOfflineEntry::anotherRole()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    wire::Operator promoted = World::clerk(clerk);
    promoted.role = domain::Role::Supervisor;
    promoted.name = u"值班长示例"_s;
    m_world->putAccount(clerk, secret, promoted);
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QCOMPARE(desk.session->actor().role, domain::Role::Clerk);
    m_world->network.setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.session->actor().role, domain::Role::Supervisor, patienceMs);
    QCOMPARE(desk.signIn->who().name, u"值班长示例"_s);
    QVERIFY(desk.signIn->who().confirmed);
}

void TestOfflineEntry::leftBeforeItWasBack()
{
    DeskWorld desk(*m_world);
    cameInBefore(desk);
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    desk.signIn->signOut();
    const int before = m_world->network.count("POST /api/v1/sign-in");
    m_world->network.setDown(false);
    QTest::qWait(500);
    QCOMPARE(m_world->network.count("POST /api/v1/sign-in"), before);
    QCOMPARE(desk.signIn->state(), EntryState::SignedOut);
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QVERIFY(desk.signIn->who().confirmed);
}

void TestOfflineEntry::nobodyTriesTooFast()
{
    DeskWorld desk(*m_world);
    desk.enter();
    desk.signIn->signOut();
    for (int i = 0; i < 6; ++i)
        QCOMPARE(desk.knock(clerk, u"wrong"_s), EntryState::SignInFailed);
    // The exchange is there and says no for a while: the record is no way around it.
    QCOMPARE(desk.knock(clerk), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInLocked);
}

void TestOfflineEntry::aLineThatSwallowsEverything()
{
    DeskWorld desk(*m_world);
    desk.enter();
    desk.quit();
    m_world->network.setScript([](const QByteArray &, const QByteArray &) { return test::Fault{test::Fault::Kind::Hang, 0}; });
    desk.timeoutMs = 2 * patienceMs;
    desk.offlineEntry.patienceMs = 300;
    desk.restart();
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QVERIFY(!desk.signIn->who().confirmed);
    QVERIFY2(watch.elapsed() < patienceMs, "whoever may come in without the exchange waited for its whole time");
    // Who may not has nothing to gain by an early end.
    desk.signIn->signOut();
    desk.quit();
    desk.timeoutMs = 1500;
    desk.restart();
    watch.restart();
    QCOMPARE(desk.knock(u"clerk02"_s), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::NetworkTimeout);
    QVERIFY(watch.elapsed() >= desk.timeoutMs / 2);
}

void TestOfflineEntry::aPageInItsPlace_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureCode>("code");
    for (const int status : {200, 302, 404})
        QTest::addRow("%d", status) << status << FailureCode::NetworkProtocol;
    for (const int status : {500, 502, 504})
        QTest::addRow("%d", status) << status << FailureCode::ExchangeFault;
}

/** A proxy answers for an exchange that stands still, or the network asks for a sign-in of its own. */
void TestOfflineEntry::aPageInItsPlace()
{
    QFETCH(const int, status);
    QFETCH(const FailureCode, code);
    DeskWorld desk(*m_world);
    desk.enter();
    desk.quit();
    m_world->network.setScript([status](const QByteArray &, const QByteArray &) { return test::Fault{test::Fault::Kind::Page, 0, status}; });
    desk.restart();
    // The record's own rules stay.
    QCOMPARE(desk.knock(u"clerk02"_s), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, code);
    QCOMPARE(desk.knock(clerk, u"wrong"_s), EntryState::SignInFailed);
    QCOMPARE(desk.signIn->error()->code, FailureCode::SignInRefused);
    QCOMPARE(desk.knock(clerk), EntryState::SignedIn);
    QVERIFY(!desk.signIn->who().confirmed);
    QTRY_COMPARE_WITH_TIMEOUT(desk.sync->view().connection, desk::Connection::Offline, patienceMs);
    QCOMPARE(desk.sync->view().reason->code, code);
    m_world->network.setScript({});
    QTRY_VERIFY_WITH_TIMEOUT(desk.signIn->who().confirmed, patienceMs);
}

/** The password is a new one, and the exchange takes longer than the patience for who may do without it. */
void TestOfflineEntry::aSlowExchangeDecides()
{
    DeskWorld desk(*m_world);
    desk.enter();
    desk.quit();
    m_world->putAccount(clerk, u"another-password"_s, World::clerk(clerk));
    m_world->network.setScript([](const QByteArray &, const QByteArray &path) {
        return path.endsWith("/sign-in") ? test::Fault{test::Fault::Kind::SlowAnswer, 1200} : test::Fault{};
    });
    desk.offlineEntry.patienceMs = 300;
    desk.restart();
    QCOMPARE(desk.knock(clerk, u"another-password"_s), EntryState::SignedIn);
    QVERIFY(desk.signIn->who().confirmed);
}

QTEST_MAIN(TestOfflineEntry)
#include "tst_offlineentry.moc"
