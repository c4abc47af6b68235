// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/readerprobe.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::device;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using domain::FailureCode;

class TestReaderSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfCard_data();
    void readsEveryKindOfCard();
    void tellsRemovalAndReadsAgain();
    void readsOnceMoreWhenAsked();
    void readsWhatAnEarlierProgramRead();
    void aSwappedCardIsReadAtOnce();
    void tellsTheAppendedAddresses();
    void keepsTellingThatNoCardLies();
    void secondRejectionWarns();
    void opensALostLineAgain();
    void whoCannotBeSeenIsGone_data();
    void whoCannotBeSeenIsGone();
    void aModuleOutOfOrderComesBack();
    void aCardWithNonsenseIsNoEnd();
    void notInThisBuild();
    void endsInTheMiddleOfAReading();
};

namespace {
/** A simulated reader and a session on it. */
struct Pair {
    cardsim::VirtualReader reader{quickRate};
    ReaderProbe probe{u"demo:"_s, factoryOf(reader)};
};
} // namespace

void TestReaderSession::readsEveryKindOfCard_data()
{
    QTest::addColumn<QString>("card");
    for (const char *name : {"citizen-li", "citizen-wang", "citizen-zhao", "permit-hongkong", "foreigner-2017", "foreigner-2023"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestReaderSession::readsEveryKindOfCard()
{
    QFETCH(const QString, card);
    Pair pair;
    const cardsim::CardFile file = demoCard(card);
    pair.reader.place(file);
    pair.probe.start();
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    const CardReading &reading = pair.probe.readings.first();
    QCOMPARE(reading.card, file.card);
    QCOMPARE(reading.photo, file.photo());
    QVERIFY(reading.photoBgr.isEmpty());
    QCOMPARE(reading.samNumber, u"05.01-20260101-0000990100-0000000001"_s);
    QVERIFY(reading.lastByteMonotonicNs > 0 && reading.elapsedMs > 0);
    QVERIFY(reading.addressesComplete);
    QCOMPARE(pair.probe.state().phase, ReaderPhase::CardRead);
    QVERIFY(pair.probe.state().diagnosis.isReady());
    QCOMPARE(pair.probe.state().samNumber, reading.samNumber);
}

void TestReaderSession::tellsRemovalAndReadsAgain()
{
    Pair pair;
    pair.probe.start();
    QTRY_VERIFY(pair.probe.isWaiting());
    for (int round = 1; round <= 3; ++round) {
        pair.reader.place(demoCard(u"citizen-li"_s));
        QTRY_COMPARE(pair.probe.readings.size(), round);
        // A card that stays is read once.
        const int polls = pair.reader.module()->with([](cardsim::Module &module) { return module.readings(); });
        QTest::qWait(100);
        QCOMPARE(pair.reader.module()->with([](cardsim::Module &module) { return module.readings(); }), polls);
        pair.reader.remove();
        QTRY_COMPARE(pair.probe.removals, round);
        QTRY_VERIFY(pair.probe.isWaiting());
    }
}

void TestReaderSession::readsOnceMoreWhenAsked()
{
    Pair pair;
    pair.probe.start();
    QTRY_VERIFY(pair.probe.isWaiting());
    pair.probe.readAgain(); // an empty reader has nothing to read and no fault
    pair.probe.forget();
    QTest::qWait(100);
    QVERIFY(pair.probe.readings.isEmpty());
    QVERIFY(!pair.probe.hasTold(FailureCode::ReaderCardMoved));
    pair.reader.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    pair.probe.readAgain();
    QTRY_COMPARE(pair.probe.readings.size(), 2);
    QCOMPARE(pair.probe.readings.last().card, demoCard(u"citizen-li"_s).card);
    QCOMPARE(pair.probe.removals, 0);
    pair.reader.remove();
    QTRY_COMPARE(pair.probe.removals, 1);
}

void TestReaderSession::readsWhatAnEarlierProgramRead()
{
    cardsim::VirtualReader reader(quickRate);
    reader.place(demoCard(u"citizen-li"_s));
    {
        ReaderProbe earlier(u"demo:"_s, factoryOf(reader));
        earlier.start();
        QTRY_COMPARE(earlier.readings.size(), 1);
    }
    ReaderProbe probe(u"demo:"_s, factoryOf(reader));
    probe.start();
    QTRY_VERIFY(probe.isWaiting()); // the module says "nothing found" of a card that was read
    QVERIFY(probe.readings.isEmpty());
    probe.readAgain();
    QTRY_COMPARE(probe.readings.size(), 1);
}

void TestReaderSession::aSwappedCardIsReadAtOnce()
{
    Pair pair;
    pair.reader.place(demoCard(u"citizen-li"_s));
    pair.probe.start();
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    pair.reader.place(demoCard(u"permit-hongkong"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 2);
    QCOMPARE(pair.probe.removals, 1);
    QCOMPARE(pair.probe.readings.last().card, demoCard(u"permit-hongkong"_s).card);
}

void TestReaderSession::tellsTheAppendedAddresses()
{
    Pair pair;
    const cardsim::CardFile file = demoCard(u"citizen-wang"_s);
    QCOMPARE(file.appendedAddresses.size(), 2);
    pair.reader.place(file);
    pair.probe.start();
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    QCOMPARE(pair.probe.readings.first().appendedAddresses, file.appendedAddresses);
}

void TestReaderSession::keepsTellingThatNoCardLies()
{
    Pair pair;
    pair.probe.start();
    QTRY_VERIFY(pair.probe.isWaiting());
    const qsizetype told = pair.probe.states.size();
    // Over several rounds and status questions nothing new is said.
    QTest::qWait(400);
    QCOMPARE(pair.probe.states.size(), told);
}

void TestReaderSession::secondRejectionWarns()
{
    Pair pair;
    for (int i = 0; i < 2; ++i)
        pair.reader.inject({cardsim::Fault::Kind::Status, 0x32, Command::ReadBase});
    pair.reader.place(demoCard(u"citizen-li"_s));
    pair.probe.start();
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    QVERIFY(pair.probe.hasTold(FailureCode::ReaderCardRejected));
    QVERIFY(pair.probe.hasTold(FailureCode::ReaderCardNotGenuine));
    // A reading that went well starts the count anew.
    pair.probe.forget();
    pair.reader.inject({cardsim::Fault::Kind::Status, 0x32, Command::ReadBase});
    pair.reader.place(demoCard(u"citizen-wang"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    QVERIFY(pair.probe.hasTold(FailureCode::ReaderCardRejected));
    QVERIFY(!pair.probe.hasTold(FailureCode::ReaderCardNotGenuine));
}

void TestReaderSession::opensALostLineAgain()
{
    Pair pair;
    pair.probe.start();
    QTRY_VERIFY(pair.probe.isWaiting());
    for (int round = 0; round < 3; ++round) {
        pair.probe.forget();
        pair.reader.unplug();
        QTRY_COMPARE(pair.probe.state().phase, ReaderPhase::Absent);
        QCOMPARE(pair.probe.state().diagnosis.failure, std::optional(FailureCode::ReaderUnplugged));
        // It stays "unplugged" over the tries in between.
        QTest::qWait(150);
        QCOMPARE(pair.probe.state().diagnosis.failure, std::optional(FailureCode::ReaderUnplugged));
        pair.reader.plug();
        QTRY_VERIFY(pair.probe.isWaiting());
    }
    pair.reader.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 1);
}

void TestReaderSession::whoCannotBeSeenIsGone_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("the line goes away") << QString();
    QTest::newRow("the module falls silent") << u"silence at find"_s;
    QTest::newRow("the module is at fault") << u"status 60 at find"_s;
    QTest::newRow("a reply is garbled") << u"checksum at find"_s;
}

/** Whether the card still lies there is not known: nobody may go on as if its holder stood at the window. */
void TestReaderSession::whoCannotBeSeenIsGone()
{
    QFETCH(const QString, fault);
    Pair pair;
    pair.probe.start();
    QTRY_VERIFY(pair.probe.isWaiting());
    pair.reader.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 1);
    QCOMPARE(pair.probe.removals, 0);
    if (fault.isEmpty())
        pair.reader.unplug();
    for (int i = 0; i < 4 && !fault.isEmpty(); ++i)
        pair.reader.inject(*cardsim::Fault::parse(fault));
    QTRY_COMPARE(pair.probe.removals, 1);
    pair.reader.remove();
    if (fault.isEmpty())
        pair.reader.plug();
    QTRY_VERIFY(pair.probe.isWaiting());
    QCOMPARE(pair.probe.removals, 1);
}

void TestReaderSession::aModuleOutOfOrderComesBack()
{
    Pair pair;
    for (int i = 0; i < 4; ++i)
        pair.reader.inject({cardsim::Fault::Kind::Status, 0x60, Command::SamStatus});
    pair.probe.start();
    QTRY_COMPARE(pair.probe.state().phase, ReaderPhase::Fault);
    QCOMPARE(pair.probe.state().diagnosis.failure, std::optional(FailureCode::ReaderModuleFault));
    QTRY_VERIFY(pair.probe.isWaiting());
}

void TestReaderSession::aCardWithNonsenseIsNoEnd()
{
    Pair pair;
    cardsim::CardFile nonsense = demoCard(u"citizen-li"_s);
    nonsense.rawTextBlock = QByteArray(domain::IdCard::textBlockSize, '\xD8');
    pair.reader.place(nonsense);
    pair.probe.start();
    QTRY_VERIFY(pair.probe.hasTold(FailureCode::CardKindUnknown) || pair.probe.hasTold(FailureCode::CardFieldInvalid));
    pair.reader.place(demoCard(u"citizen-li"_s));
    QTRY_COMPARE(pair.probe.readings.size(), 1);
}

void TestReaderSession::notInThisBuild()
{
    ReaderProbe probe(u"hid:0400:C35A"_s);
    probe.start();
    QTRY_COMPARE(probe.state().diagnosis.failure, std::optional(FailureCode::ReaderNotInBuild));
    QCOMPARE(probe.state().phase, ReaderPhase::Absent);
    ReaderProbe demo(u"demo:"_s);
    demo.start();
    QTRY_COMPARE(demo.state().diagnosis.failure, std::optional(FailureCode::ReaderNotInBuild));
}

void TestReaderSession::endsInTheMiddleOfAReading()
{
    cardsim::VirtualReader reader(115200);
    reader.place(demoCard(u"citizen-li"_s));
    {
        ReaderProbe probe(u"demo:"_s, factoryOf(reader));
        probe.start();
        QTRY_COMPARE(probe.state().phase, ReaderPhase::Reading);
    }
    QCoreApplication::processEvents();
    ReaderProbe next(u"demo:"_s, factoryOf(reader));
    reader.place(demoCard(u"citizen-li"_s));
    next.start();
    QTRY_COMPARE(next.readings.size(), 1);
}

QTEST_GUILESS_MAIN(TestReaderSession)
#include "tst_readersession.moc"
