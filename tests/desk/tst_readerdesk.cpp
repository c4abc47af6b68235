// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <cardsim/readerprobe.h>
#include <desk/livereaderdesk.h>

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using test::await;
using test::DeskWorld;
using test::World;

namespace {
constexpr int patienceMs = 20000;
const QStringList uris{u"tcp:127.0.0.1:1"_s, u"tcp:127.0.0.1:2"_s};
} // namespace

/** Two readers at one window: which of them the clerk works with. */
class TestReaderDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void preferenceIsRemembered();
    void preferenceBeforeTheStore();
    void cardThatLiesIsReadAgain();
    void pulledReaderIsNoFault_data();
    void pulledReaderIsNoFault();
    void faultyModuleIsAFault();

private:
    /** The program's part around the desk: a manager with both readers. */
    struct Readers {
        explicit Readers(desk::DeskSession &session) : live(manager, session, nullptr)
        {
            for (const QString &uri : uris) {
                if (!manager.addReader(uri))
                    qFatal("no reader");
            }
        }
        [[nodiscard]] QString preferred() const
        {
            for (const desk::ReaderView &view : live.readers()) {
                if (view.preferred)
                    return view.name;
            }
            return {};
        }
        [[nodiscard]] QString idOf(const QString &uri) const
        {
            for (const desk::ReaderView &view : live.readers()) {
                if (view.name == uri)
                    return view.id;
            }
            return {};
        }
        device::ReaderManager manager;
        desk::LiveReaderDesk live;
    };
    std::unique_ptr<World> m_world;
};

void TestReaderDesk::preferenceIsRemembered()
{
    DeskWorld world(*m_world);
    auto readers = std::make_unique<Readers>(*world.session);
    world.enter();
    QCOMPARE(readers->preferred(), uris.first());
    const QString first = readers->idOf(uris.last());
    readers->live.prefer(first);
    QCOMPARE(readers->preferred(), uris.last());
    QTRY_COMPARE_WITH_TIMEOUT(*await(world.store().setting(u"preferred-reader"_s)), uris.last(), patienceMs);
    // F3 opens both anew, under other ids.
    const auto missing = [&] {
        const QList<desk::ReaderView> views = readers->live.readers();
        return std::all_of(views.cbegin(), views.cend(), [](const desk::ReaderView &view) { return view.phase == desk::ReaderView::Phase::Missing; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(missing(), patienceMs);
    readers->live.readAgain();
    QVERIFY(readers->idOf(uris.last()) != first);
    QCOMPARE(readers->preferred(), uris.last());
    // The next day.
    readers.reset();
    world.quit();
    world.restart();
    readers = std::make_unique<Readers>(*world.session);
    QCOMPARE(readers->preferred(), uris.first());
    world.enter();
    QTRY_COMPARE_WITH_TIMEOUT(readers->preferred(), uris.last(), patienceMs);
}

void TestReaderDesk::preferenceBeforeTheStore()
{
    DeskWorld world(*m_world);
    Readers readers(*world.session);
    readers.live.prefer(readers.idOf(uris.last()));
    QCOMPARE(readers.preferred(), uris.last());
    readers.live.prefer(u"no such"_s);
    QCOMPARE(readers.preferred(), uris.last());
    world.enter();
    QCOMPARE(readers.preferred(), uris.last());
    QTRY_COMPARE_WITH_TIMEOUT(*await(world.store().setting(u"preferred-reader"_s)), uris.last(), patienceMs);
}

/** F3 on a working reader: the same card once more, and the reader stays what it was. */
void TestReaderDesk::cardThatLiesIsReadAgain()
{
    DeskWorld world(*m_world);
    cardsim::VirtualReader reader(yichuang::testing::quickRate);
    device::ReaderManager manager({yichuang::testing::factoryOf(reader), {}, yichuang::testing::quickTiming(), {}});
    desk::LiveReaderDesk live(manager, *world.session, nullptr);
    QSignalSpy read(&manager, &device::ReaderManager::cardRead);
    QVERIFY(manager.addReader(u"demo:"_s));
    reader.place(yichuang::testing::demoCard(u"citizen-li"_s));
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, patienceMs);
    const QString id = live.readers().first().id;
    for (int times = 2; times <= 3; ++times) {
        live.readAgain();
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), times, patienceMs);
    }
    QCOMPARE(live.readers().first().id, id);
    QCOMPARE(live.readers().first().phase, desk::ReaderView::Phase::CardRead);
    reader.remove();
    QTRY_COMPARE_WITH_TIMEOUT(live.readers().first().phase, desk::ReaderView::Phase::Ready, patienceMs);
    live.readAgain(); // nothing lies there: nothing is read, and no fault shown
    QTest::qWait(200);
    QCOMPARE(read.size(), 3);
    QCOMPARE(live.readers().first().phase, desk::ReaderView::Phase::Ready);
    QVERIFY(!live.readers().first().fault);
}

void TestReaderDesk::pulledReaderIsNoFault_data()
{
    QTest::addColumn<bool>("inFrame");
    QTest::newRow("between two frames") << false;
    QTest::newRow("in the middle of a frame") << true;
}

/** Who pulled the plug is told to plug it in, not that the reader is broken; and then it goes on by itself. */
void TestReaderDesk::pulledReaderIsNoFault()
{
    QFETCH(const bool, inFrame);
    DeskWorld world(*m_world);
    cardsim::VirtualReader reader(yichuang::testing::quickRate);
    device::ReaderManager manager({yichuang::testing::factoryOf(reader), {}, yichuang::testing::quickTiming(), {}});
    desk::LiveReaderDesk live(manager, *world.session, nullptr);
    QSignalSpy read(&manager, &device::ReaderManager::cardRead);
    QList<desk::ReaderView::Phase> seen;
    connect(&live, &desk::ReaderDesk::readersChanged, this, [&] { seen.append(live.readers().first().phase); });
    QVERIFY(manager.addReader(u"demo:"_s));
    QTRY_COMPARE_WITH_TIMEOUT(live.readers().first().phase, desk::ReaderView::Phase::Ready, patienceMs);
    if (inFrame) {
        reader.inject({cardsim::Fault::Kind::UnplugInFrame, 0, device::Command::ReadBase});
        reader.place(yichuang::testing::demoCard(u"citizen-li"_s));
    } else {
        reader.unplug();
    }
    QTRY_VERIFY_WITH_TIMEOUT(seen.contains(desk::ReaderView::Phase::Missing), patienceMs);
    if (!inFrame) { // the fault's plug is back at once
        QTest::qWait(100); // it stays so over the tries to open it
        QCOMPARE(live.readers().first().phase, desk::ReaderView::Phase::Missing);
        QCOMPARE(live.readers().first().fault.value().code, domain::FailureCode::ReaderUnplugged);
    }
    reader.place(yichuang::testing::demoCard(u"citizen-li"_s));
    reader.plug();
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(live.readers().first().phase, desk::ReaderView::Phase::CardRead, patienceMs);
    QVERIFY(!seen.contains(desk::ReaderView::Phase::Fault));
}

void TestReaderDesk::faultyModuleIsAFault()
{
    DeskWorld world(*m_world);
    cardsim::VirtualReader reader(yichuang::testing::quickRate);
    for (int i = 0; i < 4; ++i)
        reader.inject({cardsim::Fault::Kind::Status, 0x60, device::Command::SamStatus});
    device::ReaderManager manager({yichuang::testing::factoryOf(reader), {}, yichuang::testing::quickTiming(), {}});
    desk::LiveReaderDesk live(manager, *world.session, nullptr);
    QVERIFY(manager.addReader(u"demo:"_s));
    QTRY_COMPARE_WITH_TIMEOUT(live.readers().first().phase, desk::ReaderView::Phase::Fault, patienceMs);
    QCOMPARE(live.readers().first().fault.value().code, domain::FailureCode::ReaderModuleFault);
}

QTEST_MAIN(TestReaderDesk)
#include "tst_readerdesk.moc"
