// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "world.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using sync::LinkState;
using test::await;
using test::CaseMaker;
using test::Fault;
using test::TestDesk;
using test::World;

namespace {
const QString me = u"clerk01"_s;
} // namespace

/** Starting, stopping and going away while calls are under way. */
class TestSyncEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void init() { m_world->network.setScript({}); }
    void stopEndsEverything();
    void startTwiceIsOnce();
    void stopInTheMiddle_data();
    void stopInTheMiddle();
    void quitAtAnyMoment();
    void quitWithHangingCalls();

private:
    std::unique_ptr<World> m_world;
};

void TestSyncEnds::stopEndsEverything()
{
    auto desk = m_world->desk();
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE(desk->link(), LinkState::Online);
    // The first call tells at once; the second is the long poll, and it must have arrived before the count is taken.
    QTRY_VERIFY(m_world->network.count("GET /api/v1/feed") >= 2);
    QSignalSpy changed(&desk->engine(), &sync::SyncEngine::statusChanged);
    desk->signOut();
    QCOMPARE(desk->link(), LinkState::SignedOut);
    QCOMPARE(changed.size(), 1);
    const int feeds = m_world->network.count("GET /api/v1/feed");
    // What was under way comes back and is ignored: one poll is two seconds here.
    QTest::qWait(2500);
    QCOMPARE(m_world->network.count("GET /api/v1/feed"), feeds);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk->signInsNeeded, 0);
    desk->engine().wake();
    desk->engine().retryNow();
    desk->engine().stop();
    QCOMPARE(changed.size(), 1);
}

void TestSyncEnds::startTwiceIsOnce()
{
    auto desk = m_world->desk();
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE(desk->link(), LinkState::Online);
    const int before = m_world->network.count("GET /api/v1/health");
    desk->engine().start(me);
    desk->engine().start(me);
    QCOMPARE(desk->link(), LinkState::Online);
    QCOMPARE(m_world->network.count("GET /api/v1/health"), before);
    // Somebody else is another run.
    QVERIFY(await(desk->client().signIn(u"clerk02"_s, QString::fromUtf8(World::secret))).has_value());
    desk->engine().start(u"clerk02"_s);
    QCOMPARE(desk->link(), LinkState::Connecting);
    QTRY_COMPARE(desk->link(), LinkState::Online);
}

void TestSyncEnds::stopInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("commands") << QByteArray("/api/v1/commands");
    QTest::newRow("feed") << QByteArray("/api/v1/feed");
    QTest::newRow("health") << QByteArray("/api/v1/health");
    QTest::newRow("catalogue") << QByteArray("/api/v1/catalogue");
}

void TestSyncEnds::stopInTheMiddle()
{
    QFETCH(QByteArray, path);
    auto desk = m_world->desk();
    CaseMaker maker = m_world->makeCase(me, m_world->simpleItems().first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    bool reached = false;
    m_world->network.setScript([&](const QByteArray &, const QByteArray &asked) {
        if (asked != path)
            return Fault();
        reached = true;
        return Fault{Fault::Kind::SlowAnswer, 200};
    });
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY(reached);
    desk->engine().stop();
    QCOMPARE(desk->link(), LinkState::SignedOut);
    m_world->network.setScript({});
    // Whether the exchange had it or not: the next run finds out.
    desk->engine().start(me);
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(maker.value().id), *m_world->truth(maker.value().id), 30000);
}

void TestSyncEnds::quitAtAnyMoment()
{
    auto desk = m_world->desk();
    CaseMaker maker = m_world->makeCase(me, m_world->simpleItems().first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    // Gone after so many turns of the event loop, then opened again; each time a little later.
    for (int turns = 0; turns < 40; turns += 3) {
        QVERIFY(desk->signIn(me));
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        desk->reopen();
    }
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(maker.value().id), *m_world->truth(maker.value().id), 30000);
    for (const store::StoredCommand &row : desk->recent())
        QVERIFY(row.state != store::CommandState::Refused);
}

void TestSyncEnds::quitWithHangingCalls()
{
    auto desk = m_world->desk(60000);
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE(desk->link(), LinkState::Online);
    m_world->network.setScript([](const QByteArray &, const QByteArray &) { return Fault{Fault::Kind::Hang, 0}; });
    CaseMaker maker = m_world->makeCase(me, m_world->simpleItems().first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    const int before = m_world->network.count("POST /api/v1/commands");
    QTRY_VERIFY(m_world->network.count("POST /api/v1/commands") > before || before > 0);
    QElapsedTimer timer;
    timer.start();
    desk->quit();
    QVERIFY2(timer.elapsed() < 3000, "closing the program does not wait for the exchange");
    m_world->network.setScript({});
    desk->reopen();
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 30000);
}

QTEST_GUILESS_MAIN(TestSyncEnds)
#include "tst_syncends.moc"
