// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Every fault of the simulator, at every step: the session says what is wrong, lives on and reads the next card.
#include <cardsim/readerprobe.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::device;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;

class TestReaderFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesThroughTheFault_data();
    void livesThroughTheFault();
    void livesThroughManyFaults();
};

void TestReaderFaults::livesThroughTheFault_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("told"); ///< a code that must be told; empty: the clerk notices nothing
    const auto row = [](const char *fault, int times, const char *told) {
        QTest::addRow("%s x%d", fault, times) << QString::fromLatin1(fault) << times << QString::fromLatin1(told);
    };
    for (const char *step : {"find", "select", "read", "address"}) {
        for (const char *fault : {"split 3", "glue", "garbage 40", "checksum", "length 1", "length -1", "length 600", "silence", "status 10", "status 11", "status EE"})
            row(qPrintable(u"%1 at %2"_s.arg(QLatin1String(fault), QLatin1String(step))), 1, "");
    }
    row("split 64 at read", 1, "");
    row("garbage 5000 at read", 1, "");
    row("length 40000 at read", 1, "");
    row("checksum at read", 2, "RDR-009");
    row("length 600 at read", 2, "RDR-010");
    row("status 10 at read", 2, "RDR-009");
    row("status 11 at find", 2, "RDR-010");
    row("status EE at select", 2, "RDR-019");
    row("silence at find", 2, "RDR-008");
    row("silence at read", 2, "RDR-008");
    row("silence at read", 4, "RDR-008");
    row("silence 8 at status", 1, "RDR-008");
    row("status 21 at find", 1, "RDR-011");
    row("status 23 at select", 1, "RDR-011");
    row("status 24 at read", 1, "RDR-011");
    row("status 31 at select", 1, "RDR-012");
    row("status 31 at read", 1, "RDR-012");
    row("status 32 at read", 1, "RDR-012");
    row("status 32 at read", 2, "RDR-013");
    row("status 33 at read", 1, "RDR-014");
    row("status 37 at read", 1, "RDR-014");
    row("status 3F at read", 1, "RDR-014");
    row("status 40 at find", 1, "RDR-015");
    row("status 40 at select", 1, "RDR-015");
    row("status 41 at read", 1, "RDR-005");
    row("status 47 at read", 1, "RDR-005");
    row("status 60 at find", 1, "RDR-006");
    row("status 60 at status", 1, "RDR-006");
    row("status 66 at sam", 1, "RDR-007");
    row("status 66 at read", 1, "RDR-007");
    row("status 80 at read", 1, "RDR-005");
    row("status 81 at select", 1, "RDR-005");
    row("status 90 at find", 1, "RDR-019");
    row("status 90 at read", 1, "RDR-019");
    row("status 91 at read", 1, "RDR-019");
    row("status 9F at select", 1, "RDR-019");
    row("status 41 at address", 1, "");
    row("status 01 at find", 1, "RDR-003");
    row("status 02 at find", 1, "RDR-008");
    row("status 21 at sam", 1, "");
    row("pull", 1, "RDR-005");
    row("unplug-in-frame at find", 1, "RDR-016");
    row("unplug-in-frame at read", 1, "RDR-016");
    row("unplug-in-frame at read", 3, "RDR-016");
}

void TestReaderFaults::livesThroughTheFault()
{
    QFETCH(const QString, fault);
    QFETCH(const int, times);
    QFETCH(const QString, told);
    const domain::Result<cardsim::Fault> parsed = cardsim::Fault::parse(fault);
    QVERIFY(parsed);
    cardsim::VirtualReader reader(quickRate);
    ReaderProbe probe(u"demo:"_s, factoryOf(reader));
    for (int i = 0; i < times; ++i)
        reader.inject(*parsed);
    const cardsim::CardFile first = demoCard(u"citizen-li"_s);
    reader.place(first);
    probe.start();
    if (parsed->kind == cardsim::Fault::Kind::PullAfterSelect) {
        QTRY_VERIFY(!reader.hasCard() && probe.hasTold(domain::failureFromText(told)));
        reader.place(first);
    }
    QTRY_COMPARE_WITH_TIMEOUT(probe.readings.size(), 1, 10000);
    QCOMPARE(probe.readings.first().card, first.card);
    if (told.isEmpty()) {
        for (const ReaderState &state : std::as_const(probe.states))
            QVERIFY2(state.diagnosis.isReaderWorking() || state.phase <= ReaderPhase::Starting, qPrintable(state.diagnosis.detail));
    } else {
        QVERIFY(probe.hasTold(domain::failureFromText(told)));
    }
    // And the next citizen comes.
    const cardsim::CardFile second = demoCard(u"foreigner-2023"_s);
    reader.place(second);
    QTRY_COMPARE(probe.readings.size(), 2);
    QCOMPARE(probe.readings.last().card, second.card);
}

void TestReaderFaults::livesThroughManyFaults()
{
    cardsim::VirtualReader reader(quickRate);
    ReaderProbe probe(u"demo:"_s, factoryOf(reader));
    QRandomGenerator random(990100);
    const QStringList faults{u"split 7"_s, u"glue"_s, u"checksum"_s, u"length 3"_s, u"length -2"_s, u"status 41"_s, u"status 60"_s, u"silence"_s,
                             u"garbage 300"_s, u"pull"_s, u"unplug-in-frame"_s};
    for (int i = 0; i < 40; ++i)
        reader.inject(*cardsim::Fault::parse(faults.at(random.bounded(int(faults.size())))));
    probe.start();
    // Cards come and go until all faults have struck; then one more is read without any.
    QElapsedTimer clock;
    clock.start();
    const auto hasFaults = [&reader] { return reader.module()->with([](cardsim::Module &module) { return module.hasFaults(); }); };
    while (hasFaults() && clock.elapsed() < 60000) {
        reader.place(demoCard(u"citizen-zhao"_s));
        QTest::qWait(100);
    }
    QVERIFY(!hasFaults());
    reader.remove();
    QTRY_VERIFY_WITH_TIMEOUT(probe.isWaiting(), 10000);
    probe.forget();
    reader.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(probe.readings.size(), 1);
}

QTEST_GUILESS_MAIN(TestReaderFaults)
#include "tst_readerfaults.moc"
