// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <QSignalSpy>
#include <atomic>
#include <store/storeopener.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::EntryState;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;

} // namespace

/** The store fails while somebody works: told as that, never as nothing to show, nothing to send, or an exchange that is away. */
class TestDeskDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void damageLeadsToTheDoor();
    void damageDuringSignIn();
    void unreadOutboxIsNotEmpty();
    void storeThatDoesNotWriteIsNotOffline();
    void unreadListIsAFailure();
    void unreadDraftAndCertificatesAreFailures();

private:
    /** Every statement of the store fails from now on, or none. */
    void fail(bool on) { m_failing = on; }
    /** A draft with a large file, whose pages lie in the middle of the store. */
    void keepLargeFile();
    void flipMiddle();

    std::atomic_bool m_failing{false};
    domain::CaseId m_id;
    QString m_file;
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskDamage::init()
{
    m_failing = false;
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->failStatement = [this] { return m_failing.load(); };
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    m_id = m_desk->view().openCase.id;
}

void TestDeskDamage::keepLargeFile()
{
    m_desk->counter->chooseLifeEvent(m_world->catalogue().lifeEventsOn(m_world->clock.today()).first()->id);
    m_desk->awaitSaved();
    const auto saved = await(m_desk->store().saveAttachment(m_id, u"scan.pdf"_s, "%PDF-" + QByteArray(7 << 20, 'x')));
    QVERIFY(saved);
    m_file = saved->id;
    m_desk->quit();
    flipMiddle();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().plan.fields.isEmpty(), patienceMs);
}

void TestDeskDamage::flipMiddle()
{
    QFile file(store::storeFile(m_desk->profile()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.size() / 2;
    QVERIFY(file.seek(place));
    const char turned = char(~file.read(1).at(0));
    QVERIFY(file.seek(place) && file.write(&turned, 1) == 1);
}

void TestDeskDamage::damageLeadsToTheDoor()
{
    keepLargeFile();
    const auto field = m_desk->view().plan.fields.constLast();
    m_desk->counter->typeField(field.field.id, u"示例"_s);
    [[maybe_unused]] const auto read = m_desk->store().loadAttachment(m_file);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::StoreFailed, patienceMs);
    QCOMPARE(m_desk->signIn->error()->code, FailureCode::VaultDamaged);
    QVERIFY(!m_desk->session->isSignedIn());
    QVERIFY(!m_desk->client->hasToken());
    QVERIFY(m_desk->view().openCase.id.isNull());
    m_desk->signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    QCOMPARE(m_desk->signIn->state(), EntryState::StoreFailed);
    // Not into the window and back to the door, and so on: the opening finds it too, in this program and in the next.
    for (int i = 0; i < 3; ++i) {
        if (i == 2) {
            m_desk->quit();
            m_desk->restart();
            m_desk->signIn->begin();
        } else {
            m_desk->signIn->retryStore();
        }
        QCOMPARE(m_desk->signIn->state(), EntryState::OpeningStore);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::StoreFailed, patienceMs);
        QCOMPARE(m_desk->signIn->error()->code, FailureCode::VaultDamaged);
    }
    // A store that is whole again is gone on with, at the last letter.
    flipMiddle();
    m_desk->signIn->retryStore();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::SignedOut, patienceMs);
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id).fields.value(field.field.id).value, u"示例"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Online, patienceMs);
    // And one that is not is set aside, by the clerk's word alone.
    m_desk->quit();
    flipMiddle();
    m_desk->enter();
    [[maybe_unused]] const auto again = m_desk->store().loadAttachment(m_file);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::StoreFailed, patienceMs);
    m_desk->signIn->setStoreAside();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::SignedOut, patienceMs);
    m_desk->enter();
    QVERIFY(m_desk->view().openCase.id.isNull());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Online, patienceMs);
    QVERIFY(!m_desk->sync->view().storeError);
    QCOMPARE(QDir(m_desk->profile()).entryList({u"store.db.unreadable-*Z"_s}, QDir::Files).size(), 1);
}

void TestDeskDamage::damageDuringSignIn()
{
    keepLargeFile();
    m_desk->signIn->signOut();
    m_desk->signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    QCOMPARE(m_desk->signIn->state(), EntryState::SigningIn);
    [[maybe_unused]] const auto read = m_desk->store().loadAttachment(m_file);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), EntryState::StoreFailed, patienceMs);
    // The exchange's answer comes to nobody any more.
    QTest::qWait(500);
    QCOMPARE(m_desk->signIn->state(), EntryState::StoreFailed);
    QVERIFY(!m_desk->session->isSignedIn());
}

void TestDeskDamage::unreadOutboxIsNotEmpty()
{
    m_world->network.setDown(true);
    m_desk->counter->chooseLifeEvent(m_world->catalogue().lifeEventsOn(m_world->clock.today()).first()->id);
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->sync->view().waiting > 0, patienceMs);
    const int waiting = m_desk->sync->view().waiting;
    QVERIFY(!m_desk->sync->view().storeError);
    fail(true);
    Q_EMIT m_desk->session->outboxChanged();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->sync->view().unread, patienceMs);
    QCOMPARE(m_desk->sync->view().storeError->code, FailureCode::StoreFailed);
    QCOMPARE(m_desk->sync->view().waiting, waiting);
    fail(false);
    m_desk->sync->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->sync->view().unread, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->sync->view().storeError, patienceMs);
    QCOMPARE(m_desk->sync->view().waiting, waiting);
}

void TestDeskDamage::storeThatDoesNotWriteIsNotOffline()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Online, patienceMs);
    fail(true);
    m_desk->sync->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->sync->view().storeError, patienceMs);
    QCOMPARE(m_desk->sync->view().connection, desk::Connection::Online);
    QVERIFY(!m_desk->sync->view().reason);
    fail(false);
    m_desk->sync->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->sync->view().storeError, patienceMs);
    QCOMPARE(m_desk->sync->view().connection, desk::Connection::Online);
}

void TestDeskDamage::unreadListIsAFailure()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->cases->counters().isEmpty(), patienceMs);
    QSignalSpy failed(m_desk->cases.get(), &desk::CaseDesk::failed);
    fail(true);
    const int token = m_desk->cases->requestPage(desk::CaseFilter::All, {}, {}, 10);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(failed.first().first().toInt(), token);
    Q_EMIT m_desk->session->casesChanged({});
    QTRY_VERIFY2_WITH_TIMEOUT(m_desk->cases->counters().isEmpty(), "a queue that cannot be counted has no number", patienceMs);
    fail(false);
    Q_EMIT m_desk->session->casesChanged({});
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->cases->counters().isEmpty(), patienceMs);
}

void TestDeskDamage::unreadDraftAndCertificatesAreFailures()
{
    // Nobody's card and word: what is kept is all there is to see.
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, desk::ListingState::Cached, patienceMs);
    fail(true);
    m_desk->counter->refreshCertificates();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, desk::ListingState::Failed, patienceMs);
    QCOMPARE(m_desk->view().error->code, FailureCode::StoreFailed);
    fail(false);
    m_desk->signIn->signOut();
    m_desk->signIn->signIn(u"clerk01"_s, QString::fromUtf8(World::secret));
    connect(m_desk->session.get(), &desk::DeskSession::operatorChanged, this, [this] { fail(true); });
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, FailureCode::StoreFailed);
    QVERIFY(m_desk->view().openCase.id.isNull());
}

QTEST_MAIN(TestDeskDamage)
#include "tst_deskdamage.moc"
