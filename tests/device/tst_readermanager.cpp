// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/readerprobe.h>
#include <cardsim/simulator.h>
#include <cardsim/tcpendpoint.h>
#include <device/readermanager.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace yichuang;
using namespace yichuang::device;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using domain::FailureCode;

class TestReaderManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadUris();
    void signalsComeOnTheMainThread();
    void twoReadersTakeTurns();
    void oneReaderGoesTheOtherStays();
    void aCardGoesWithItsReader();
    void hotPlugOverTcp();
    void tellsApart_data();
    void tellsApart();
    void remembersThePreferredReader();
};

namespace {
ReaderManager::Options options(cardsim::VirtualReader *demo = nullptr)
{
    ReaderManager::Options made;
    made.timing = quickTiming();
    if (demo != nullptr)
        made.demo = factoryOf(*demo);
    return made;
}

/** A simulated reader on a TCP port of its own, living on the main thread. */
struct TcpReader {
    cardsim::Simulator simulator{std::make_unique<cardsim::TcpEndpoint>(0), quickRate};

    TcpReader()
    {
        if (!simulator.plug())
            qFatal("no free port");
    }
    void place(const QString &card)
    {
        simulator.module().with([&card](cardsim::Module &module) { module.place(demoCard(card)); });
    }
};

std::optional<FailureCode> diagnosisOf(const ReaderManager &manager, ReaderId reader)
{
    for (const ReaderState &state : manager.readers()) {
        if (state.reader == reader)
            return state.diagnosis.failure;
    }
    return std::nullopt;
}
} // namespace

void TestReaderManager::refusesBadUris()
{
    ReaderManager manager(options());
    QCOMPARE(manager.addReader(u"usb:1"_s).error().code, FailureCode::ReaderUriInvalid);
    QVERIFY(manager.readers().isEmpty());
    QCOMPARE(manager.preferredReader(), 0);
    manager.removeReader(7);
}

void TestReaderManager::signalsComeOnTheMainThread()
{
    cardsim::VirtualReader demo(quickRate);
    ReaderManager manager(options(&demo));
    QThread *thread = nullptr;
    connect(&manager, &ReaderManager::cardRead, this, [&thread] { thread = QThread::currentThread(); });
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    QSignalSpy removed(&manager, &ReaderManager::cardRemoved);
    const ReaderId id = *manager.addReader(u"demo:"_s);
    demo.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(read.first().at(0).toInt(), id);
    QCOMPARE(read.first().at(1).value<CardReading>().card, demoCard(u"citizen-li"_s).card);
    QCOMPARE(diagnosisOf(manager, id), std::optional<FailureCode>());
    demo.remove();
    QTRY_COMPARE(removed.size(), 1);
}

void TestReaderManager::twoReadersTakeTurns()
{
    TcpReader left;
    TcpReader right;
    ReaderManager manager(options());
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    const ReaderId leftId = *manager.addReader(left.simulator.readerUri());
    const ReaderId rightId = *manager.addReader(right.simulator.readerUri());
    QVERIFY(leftId != rightId);
    left.place(u"citizen-li"_s);
    right.place(u"foreigner-2017"_s);
    QTRY_COMPARE(read.size(), 2);
    QSet<int> readers;
    for (const QList<QVariant> &signal : std::as_const(read))
        readers.insert(signal.first().toInt());
    QCOMPARE(readers, (QSet<int>{leftId, rightId}));
    // Both go on after each other.
    for (int round = 0; round < 3; ++round) {
        read.clear();
        left.place(u"citizen-wang"_s);
        right.place(u"citizen-zhao"_s);
        QTRY_COMPARE(read.size(), 2);
    }
}

void TestReaderManager::oneReaderGoesTheOtherStays()
{
    TcpReader left;
    TcpReader right;
    ReaderManager manager(options());
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    const ReaderId leftId = *manager.addReader(left.simulator.readerUri());
    const ReaderId rightId = *manager.addReader(right.simulator.readerUri());
    QTRY_COMPARE(diagnosisOf(manager, leftId), std::optional(FailureCode::ReaderNoCard));
    // A silent reader holds the turn only as long as its time-outs.
    left.simulator.module().with([](cardsim::Module &module) { module.inject({cardsim::Fault::Kind::Silence, 1000, std::nullopt}); });
    right.place(u"citizen-li"_s);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().toInt(), rightId);
    manager.removeReader(leftId);
    QCOMPARE(manager.readers().size(), 1);
    right.place(u"citizen-wang"_s);
    QTRY_COMPARE(read.size(), 2);
}

void TestReaderManager::aCardGoesWithItsReader()
{
    TcpReader box;
    ReaderManager manager(options());
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    QSignalSpy removed(&manager, &ReaderManager::cardRemoved);
    const ReaderId empty = *manager.addReader(box.simulator.readerUri());
    QTRY_COMPARE(diagnosisOf(manager, empty), std::optional(FailureCode::ReaderNoCard));
    manager.removeReader(empty);
    QCOMPARE(removed.size(), 0);
    const ReaderId id = *manager.addReader(box.simulator.readerUri());
    box.place(u"citizen-li"_s);
    QTRY_COMPARE(read.size(), 1);
    manager.removeReader(id);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toInt(), id);
}

void TestReaderManager::hotPlugOverTcp()
{
    TcpReader box;
    ReaderManager manager(options());
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    const ReaderId id = *manager.addReader(box.simulator.readerUri());
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE(diagnosisOf(manager, id), std::optional(FailureCode::ReaderNoCard));
        box.simulator.unplug();
        QTRY_COMPARE(diagnosisOf(manager, id), std::optional(FailureCode::ReaderUnplugged));
        QVERIFY(box.simulator.plug());
        box.place(u"citizen-li"_s);
        QTRY_COMPARE(read.size(), round);
        box.simulator.module().with([](cardsim::Module &module) { module.remove(); });
    }
}

void TestReaderManager::tellsApart_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("not in this build") << u"hid:0400:C35A"_s << QString() << u"RDR-018"_s;
    QTest::newRow("no such port") << u"serial:/dev/yichuang-no-such-port"_s << QString() << u"RDR-003"_s;
    QTest::newRow("nobody listens") << u"tcp:127.0.0.1:1"_s << QString() << u"RDR-003"_s;
    QTest::newRow("no card") << u"demo:"_s << QString() << u"RDR-004"_s;
    QTest::newRow("module fault") << u"demo:"_s << u"status 60 at status"_s << u"RDR-006"_s;
    QTest::newRow("not authorised") << u"demo:"_s << u"status 66 at status"_s << u"RDR-007"_s;
    QTest::newRow("no answer") << u"demo:"_s << u"silence 1000"_s << u"RDR-008"_s;
    QTest::newRow("card moved") << u"demo:"_s << u"pull"_s << u"RDR-005"_s;
    QTest::newRow("card unknown") << u"demo:"_s << u"status 40 at find"_s << u"RDR-015"_s;
}

void TestReaderManager::tellsApart()
{
    QFETCH(const QString, uri);
    QFETCH(const QString, fault);
    QFETCH(const QString, code);
    cardsim::VirtualReader demo(quickRate);
    if (!fault.isEmpty()) {
        for (int i = 0; i < 20; ++i)
            demo.inject(*cardsim::Fault::parse(fault));
        demo.place(demoCard(u"citizen-li"_s));
    }
    ReaderManager manager(options(&demo));
    QSignalSpy states(&manager, &ReaderManager::stateChanged);
    const ReaderId id = *manager.addReader(uri);
    const std::optional<FailureCode> wanted = domain::failureFromText(code);
    QTRY_COMPARE(diagnosisOf(manager, id), wanted);
}

void TestReaderManager::remembersThePreferredReader()
{
    TcpReader left;
    TcpReader right;
    ReaderManager manager(options());
    QSignalSpy read(&manager, &ReaderManager::cardRead);
    const ReaderId leftId = *manager.addReader(left.simulator.readerUri());
    const ReaderId rightId = *manager.addReader(right.simulator.readerUri());
    QCOMPARE(manager.preferredReader(), leftId);
    right.place(u"citizen-li"_s);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(manager.preferredReader(), rightId);
    manager.setPreferredReader(leftId);
    QCOMPARE(manager.preferredReader(), leftId);
    manager.removeReader(leftId);
    QCOMPARE(manager.preferredReader(), rightId);
}

QTEST_GUILESS_MAIN(TestReaderManager)
#include "tst_readermanager.moc"
