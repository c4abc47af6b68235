// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakedesks.h"

#include <releasefolder.h>

#include <QSignalSpy>
#include <QTest>
#include <desk/liveupdatedesk.h>
#include <desk/systemclock.h>
#include <functional>
#include <update/updater.h>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using State = desk::UpdateView::State;

namespace {

/** Something a clerk does. */
using Work = std::function<void(FakeDesks &)>;

constexpr int quietMs = 60;

} // namespace

/** When a newer version is spoken of, and what comes of the answers. */
class UpdateDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void speaksWhenAllIsQuiet();
    void neverWhileSomebodyIsServed_data();
    void neverWhileSomebodyIsServed();
    void takesItNow();
    void doesNotTakeItWhenACardComes();
    void looksWhenTheScreensChange();
    void doesNotRestartOnceSomebodyIsServed();
    void atTheNextStart();
    void notToday();
    void rolledBack();
    void cannotBePutInPlace();

private:
    void makeReady();
    void makeDesk(const QString &rolledBack = {});
    void told() { Q_EMIT m_fakes->counter.viewChanged(); Q_EMIT m_fakes->readers.readersChanged(); Q_EMIT m_fakes->sync.viewChanged(); }

    std::unique_ptr<ReleaseFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<FakeDesks> m_fakes;
    std::unique_ptr<update::Updater> m_updater;
    std::unique_ptr<desk::LiveUpdateDesk> m_desk;
    desk::SystemClock m_clock;
};

void UpdateDeskTest::init()
{
    m_folder = std::make_unique<ReleaseFolder>();
    m_folder->putProgram(u"0.2.0"_s);
    m_folder->publish();
    m_place = std::make_unique<QTemporaryDir>();
    ReleaseFolder::write(m_place->filePath(u"app"_s), "the running one");
    m_fakes = std::make_unique<FakeDesks>();
    // The scene of the screens has a card on the reader and commands on their way.
    m_fakes->counter.v = {};
    for (desk::ReaderView &reader : m_fakes->readers.list)
        reader.phase = desk::ReaderView::Phase::Ready;
    m_fakes->sync.v = {};
    m_fakes->sync.v.connection = desk::Connection::Online;
    update::UpdateSettings settings;
    settings.enabled = true;
    settings.source = m_folder->path();
    settings.channel = u"stable"_s;
    settings.keys = {SigningKey('k').trusted()};
    m_updater = std::make_unique<update::Updater>(settings, update::Installation(m_place->filePath(u"app"_s)), update::Running{u"0.1.0"_s, 3},
                                                  m_place->filePath(u"update.ini"_s), m_clock, update::Updater::Pace{1 << 30, 1 << 30, 1 << 30});
}

void UpdateDeskTest::cleanup()
{
    m_desk.reset();
    m_updater.reset();
}

void UpdateDeskTest::makeReady()
{
    m_updater->begin();
    m_updater->lookNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_updater->status().stage, update::UpdateStatus::Stage::Ready, 20000);
}

void UpdateDeskTest::makeDesk(const QString &rolledBack)
{
    m_desk = std::make_unique<desk::LiveUpdateDesk>(m_updater.get(), desk::LiveUpdateDesk::Watched{m_fakes->counter, m_fakes->readers, m_fakes->sync}, m_clock, rolledBack);
    m_desk->setQuietMs(quietMs);
    m_desk->setUnkeptWords([this] { return m_fakes->unkeptWords; });
    told();
}

void UpdateDeskTest::speaksWhenAllIsQuiet()
{
    makeDesk();
    QCOMPARE(m_desk->view().state, State::Nothing);
    makeReady();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    QCOMPARE(m_desk->view().version, u"0.2.0"_s);
    QVERIFY(m_desk->view().quiet);
    // Said once, it stays in its corner when the next person comes, but cannot be taken.
    m_fakes->counter.v.cardPresent = true;
    told();
    QCOMPARE(m_desk->view().state, State::Ready);
    QVERIFY(!m_desk->view().quiet);
}

void UpdateDeskTest::neverWhileSomebodyIsServed_data()
{
    QTest::addColumn<Work>("work");
    const auto row = [](const char *name, const Work &work) { QTest::newRow(name) << work; };
    row("card on the reader", [](FakeDesks &d) { d.counter.v.cardPresent = true; });
    row("card being read", [](FakeDesks &d) { d.readers.list[0].phase = desk::ReaderView::Phase::Reading; });
    row("card read", [](FakeDesks &d) { d.readers.list[0].phase = desk::ReaderView::Phase::CardRead; });
    row("somebody else's card", [](FakeDesks &d) { d.counter.v.newcomer = desk::Newcomer(); });
    row("case being received", [](FakeDesks &d) { d.counter.v.phase = desk::CounterPhase::Receiving; });
    row("handing in", [](FakeDesks &d) { d.counter.v.phase = desk::CounterPhase::HandingIn; });
    row("half typed", [](FakeDesks &d) { d.counter.v.hasUnsavedScratch = true; });
    row("sending", [](FakeDesks &d) { d.sync.v.waiting = 1; });
    row("typed on the screen alone", [](FakeDesks &d) { d.unkeptWords = true; });
    row("connecting", [](FakeDesks &d) { d.sync.v.connection = desk::Connection::Connecting; });
}

void UpdateDeskTest::neverWhileSomebodyIsServed()
{
    QFETCH(Work, work);
    makeReady();
    work(*m_fakes);
    makeDesk();
    QVERIFY(!m_desk->isQuiet());
    QSignalSpy changed(m_desk.get(), &desk::UpdateDesk::viewChanged);
    QVERIFY(!changed.wait(4 * quietMs));
    QCOMPARE(m_desk->view().state, State::Nothing);
    // What waits while the exchange is away is no reason.
    m_fakes->counter.v = {};
    m_fakes->unkeptWords = false;
    m_fakes->readers.list[0].phase = desk::ReaderView::Phase::Ready;
    m_fakes->sync.v.connection = desk::Connection::Offline;
    m_fakes->sync.v.waiting = 7;
    told();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    // Nor is what waits until a colleague signs in: that may be days.
    m_fakes->sync.v.connection = desk::Connection::Online;
    m_fakes->sync.v.waitingForOthers = 7;
    told();
    QVERIFY(m_desk->isQuiet());
    m_fakes->sync.v.waiting = 8;
    QVERIFY(!m_desk->isQuiet());
}

void UpdateDeskTest::takesItNow()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    QSignalSpy asked(m_desk.get(), &desk::UpdateDesk::restartAsked);
    m_desk->takeNow();
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_updater->installation().isOnTrial(u"0.2.0"_s));
}

void UpdateDeskTest::doesNotTakeItWhenACardComes()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    m_fakes->counter.v.cardPresent = true; // and nobody has told yet
    QSignalSpy asked(m_desk.get(), &desk::UpdateDesk::restartAsked);
    m_desk->takeNow();
    QVERIFY(asked.isEmpty());
    QVERIFY(!m_updater->installation().trial());
}

void UpdateDeskTest::looksWhenTheScreensChange()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    m_fakes->unkeptWords = true; // and nothing has told yet
    QSignalSpy asked(m_desk.get(), &desk::UpdateDesk::restartAsked);
    m_desk->takeNow();
    QVERIFY(asked.isEmpty());
    QVERIFY(!m_updater->installation().trial());
    // Why it did not happen is seen.
    QVERIFY(!m_desk->view().quiet);
    m_fakes->unkeptWords = false;
    m_desk->look();
    QTRY_VERIFY(m_desk->view().quiet);
}

/** Where a service answers, it does so later. */
void UpdateDeskTest::doesNotRestartOnceSomebodyIsServed()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    QSignalSpy asked(m_desk.get(), &desk::UpdateDesk::restartAsked);
    m_fakes->counter.v.cardPresent = true;
    Q_EMIT m_updater->taken(std::nullopt);
    QVERIFY(asked.isEmpty());
    QCOMPARE(m_desk->view().state, State::Agreed);
}

void UpdateDeskTest::atTheNextStart()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    m_desk->takeAtNextStart();
    QCOMPARE(m_desk->view().state, State::Agreed);
    QVERIFY(update::UpdateState(m_place->filePath(u"update.ini"_s)).waiting()->agreed);
}

void UpdateDeskTest::notToday()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    m_desk->dismiss();
    QCOMPARE(m_desk->view().state, State::Nothing);
    told();
    QSignalSpy changed(m_desk.get(), &desk::UpdateDesk::viewChanged);
    QVERIFY(!changed.wait(4 * quietMs));
}

void UpdateDeskTest::rolledBack()
{
    makeDesk(u"0.2.0"_s);
    QCOMPARE(m_desk->view().state, State::RolledBack);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::UpdateRolledBack);
    m_desk->dismiss();
    QCOMPARE(m_desk->view().state, State::Nothing);
}

void UpdateDeskTest::cannotBePutInPlace()
{
    makeReady();
    makeDesk();
    QTRY_COMPARE(m_desk->view().state, State::Ready);
    QVERIFY(QFile::remove(m_updater->installation().nextFile()));
    QSignalSpy asked(m_desk.get(), &desk::UpdateDesk::restartAsked);
    m_desk->takeNow();
    QVERIFY(asked.isEmpty());
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::UpdateNotWritable);
}

QTEST_MAIN(UpdateDeskTest)
#include "tst_updatedesk.moc"
