// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <store/storeopener.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::EntryState;
using domain::FailureCode;
using test::DeskWorld;
using test::World;

namespace {
constexpr int patienceMs = 20000;
} // namespace

/** From program start to a usable counter. */
class TestSignInDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void init() { m_world->network.setDown(false); }
    void opensAndSignsIn();
    void refusals_data();
    void refusals();
    void exchangeAway();
    void signOutAndBack();
    void signOutWhileTheCatalogueComes();
    void lostCommitsAreTold();
    void storeDoesNotOpen_data();
    void storeDoesNotOpen();
    void nothingOutOfTurn();
    void goneInTheMiddle();

private:
    std::unique_ptr<World> m_world;
};

void TestSignInDesk::opensAndSignsIn()
{
    DeskWorld desk(*m_world);
    QCOMPARE(desk.signIn->state(), EntryState::OpeningStore);
    desk.enter();
    QCOMPARE(desk.signIn->who().id, u"clerk01"_s);
    QCOMPARE(desk.signIn->who().role, domain::Role::Clerk);
    QVERIFY(!desk.signIn->who().windowName.isEmpty());
    QVERIFY(!desk.signIn->error());
    desk.quit();
    desk.enter(u"clerk02"_s);
    QCOMPARE(desk.signIn->lastLogin(), u"clerk02"_s);
    desk.quit();
    desk.enter(u" clerk01 "_s);
    QCOMPARE(desk.signIn->who().id, u"clerk01"_s);
}

void TestSignInDesk::refusals_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::newRow("wrong password") << u"clerk03"_s << u"wrong"_s;
    QTest::newRow("empty password") << u"clerk03"_s << QString();
    QTest::newRow("nobody") << u"nobody"_s << QString::fromUtf8(World::secret);
    QTest::newRow("empty login") << QString() << QString::fromUtf8(World::secret);
}

void TestSignInDesk::refusals()
{
    QFETCH(QString, login);
    QFETCH(QString, password);
    DeskWorld desk(*m_world);
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    desk.signIn->signIn(login, password);
    QCOMPARE(desk.signIn->state(), EntryState::SigningIn);
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignInFailed, patienceMs);
    QVERIFY(desk.signIn->error());
    QVERIFY(!desk.session->isSignedIn());
    QVERIFY(!desk.client->hasToken());
    desk.signIn->signIn(u"clerk04"_s, QString::fromUtf8(World::secret));
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedIn, patienceMs);
}

void TestSignInDesk::exchangeAway()
{
    DeskWorld desk(*m_world);
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    m_world->network.setDown(true);
    desk.signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignInFailed, patienceMs);
    QCOMPARE(desk.signIn->error()->code, FailureCode::NetworkUnreachable);
}

void TestSignInDesk::signOutAndBack()
{
    DeskWorld desk(*m_world);
    desk.enter();
    desk.signIn->signOut();
    QCOMPARE(desk.signIn->state(), EntryState::SignedOut);
    QVERIFY(desk.signIn->who().id.isEmpty());
    QVERIFY(!desk.client->hasToken());
    QCOMPARE(desk.sync->view().connection, desk::Connection::SignedOut);
    desk.signIn->signOut();
    desk.enter(u"clerk02"_s);
    QCOMPARE(desk.session->actor().operatorId, u"clerk02"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.sync->view().connection, desk::Connection::Online, patienceMs);
}

void TestSignInDesk::signOutWhileTheCatalogueComes()
{
    DeskWorld desk(*m_world);
    bool gone = false;
    // In the very moment in which the first catalogue is in the store and nobody has heard of it.
    connect(desk.session.get(), &desk::DeskSession::storeOpened, desk.session.get(), [&] {
        connect(&desk.store(), &store::CaseStore::changed, desk.session.get(), [&](const store::StoreChange &change) {
            gone = gone || change.catalogue;
            if (change.catalogue)
                desk.signIn->signOut();
        }, Qt::QueuedConnection);
    });
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    desk.signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    QTRY_VERIFY_WITH_TIMEOUT(gone, patienceMs);
    desk.enter(u"clerk02"_s);
    QVERIFY(desk.counter->catalogue().version() > 0);
}

void TestSignInDesk::lostCommitsAreTold()
{
    DeskWorld desk(*m_world);
    desk.enter();
    QVERIFY(!desk.signIn->error());
    desk.quit();
    // The store counts fewer than were noted beside it.
    QFile record(store::storeFile(desk.profile()) + u".commits"_s);
    QVERIFY(record.open(QIODevice::ReadWrite));
    QVERIFY(record.read(20).trimmed().toInt() > 0);
    QVERIFY(record.seek(0) && record.write(QByteArray("1000000").rightJustified(20)) == 20);
    record.close();
    desk.restart();
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    QVERIFY(desk.signIn->error());
    QCOMPARE(domain::failureText(desk.signIn->error()->code), u"VLT-012"_s);
    desk.enter();
    desk.quit();
    desk.restart();
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    QVERIFY2(!desk.signIn->error(), "who signed in has read it");
}

void TestSignInDesk::storeDoesNotOpen_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"VLT-001", "VLT-002", "VLT-003", "VLT-004", "VLT-005", "VLT-006", "VLT-011", "STO-005"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestSignInDesk::storeDoesNotOpen()
{
    QFETCH(QString, code);
    DeskWorld desk(*m_world);
    desk.storeFailure = domain::Error{domain::failureFromText(code), {}, false};
    desk.signIn->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::StoreFailed, patienceMs);
    QCOMPARE(domain::failureText(desk.signIn->error()->code), code);
    desk.signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    QCOMPARE(desk.signIn->state(), EntryState::StoreFailed);
    desk.signIn->retryStore();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::StoreFailed, patienceMs);
    QCOMPARE(desk.setAsides, 0);
    // Only the clerk's explicit word puts the file aside.
    desk.signIn->setStoreAside();
    QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
    QCOMPARE(desk.setAsides, 1);
    desk.signIn->setStoreAside();
    QCOMPARE(desk.setAsides, 1);
}

void TestSignInDesk::nothingOutOfTurn()
{
    DeskWorld desk(*m_world);
    desk.signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    desk.signIn->signOut();
    desk.signIn->setStoreAside();
    QCOMPARE(desk.signIn->state(), EntryState::OpeningStore);
    desk.enter();
    desk.signIn->retryStore();
    desk.signIn->signIn(u"clerk02"_s, QString::fromUtf8(World::secret));
    QCOMPARE(desk.signIn->state(), EntryState::SignedIn);
    QCOMPARE(desk.signIn->who().id, u"clerk01"_s);
}

void TestSignInDesk::goneInTheMiddle()
{
    {
        DeskWorld desk(*m_world);
        desk.signIn->begin();
    }
    {
        DeskWorld desk(*m_world);
        desk.signIn->begin();
        QTRY_COMPARE_WITH_TIMEOUT(desk.signIn->state(), EntryState::SignedOut, patienceMs);
        desk.signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    }
    // The flows of those desks end here and touch nothing.
    QTest::qWait(300);
}

QTEST_MAIN(TestSignInDesk)
#include "tst_signindesk.moc"
