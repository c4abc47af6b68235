// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The pace of the line, measured.
#include <cardsim/paceddevice.h>
#include <cardsim/readerprobe.h>

#include <QElapsedTimer>
#include <QTest>

using namespace yichuang;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using device::Command;

class TestPacedDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadingTakesItsLineTime_data();
    void aReadingTakesItsLineTime();
    void noByteComesEarly();
    void unplugEndsTheChannel();
};

namespace {
std::shared_ptr<cardsim::SharedModule> selectedCard()
{
    auto shared = std::make_shared<cardsim::SharedModule>();
    shared->with([](cardsim::Module &module) {
        module.place(demoCard(u"citizen-li"_s));
        (void)module.receive(device::requestFrame(Command::FindCard) + device::requestFrame(Command::SelectCard));
    });
    return shared;
}
} // namespace

void TestPacedDevice::aReadingTakesItsLineTime_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("expectedMs"); ///< (10 + 1295) bytes of 10 bits
    QTest::newRow("115200") << 115200 << 113;
    QTest::newRow("57600") << 57600 << 226;
    QTest::newRow("1000000") << 1'000'000 << 13;
}

void TestPacedDevice::aReadingTakesItsLineTime()
{
    QFETCH(const int, rate);
    QFETCH(const int, expectedMs);
    cardsim::PacedDevice device(selectedCard(), rate);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QElapsedTimer clock;
    clock.start();
    device.write(device::requestFrame(Command::ReadBase));
    QTRY_COMPARE_WITH_TIMEOUT(device.bytesAvailable(), qint64{1295}, 5000);
    // Never faster than the wire; slower only by what a busy machine adds.
    QVERIFY2(clock.elapsed() >= expectedMs, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(clock.elapsed() < expectedMs + 400, qPrintable(QString::number(clock.elapsed())));
}

void TestPacedDevice::noByteComesEarly()
{
    constexpr int rate = 115200;
    cardsim::PacedDevice device(selectedCard(), rate);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QElapsedTimer clock;
    qint64 arrived = 0;
    bool wasEarly = false;
    connect(&device, &QIODevice::readyRead, this, [&] {
        arrived += device.readAll().size();
        const qint64 possible = (clock.nsecsElapsed() / 1000) * rate / 10 / 1'000'000 - 10;
        wasEarly = wasEarly || arrived > possible;
    });
    clock.start();
    device.write(device::requestFrame(Command::ReadBase));
    QTRY_COMPARE(arrived, qint64{1295});
    QVERIFY(!wasEarly);
}

void TestPacedDevice::unplugEndsTheChannel()
{
    cardsim::PacedDevice device(selectedCard(), 115200);
    QVERIFY(device.open(QIODevice::ReadWrite));
    bool isFinished = false;
    connect(&device, &QIODevice::readChannelFinished, this, [&isFinished] { isFinished = true; });
    device.write(device::requestFrame(Command::ReadBase));
    QTRY_VERIFY(device.bytesAvailable() > 100);
    device.unplug();
    QVERIFY(isFinished);
    const qint64 left = device.bytesAvailable();
    QTest::qWait(50);
    QCOMPARE(device.bytesAvailable(), left);
}

QTEST_GUILESS_MAIN(TestPacedDevice)
#include "tst_paceddevice.moc"
