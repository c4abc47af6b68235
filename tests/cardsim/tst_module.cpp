// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/module.h>
#include <cardsim/readerprobe.h>
#include <device/replydata.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using cardsim::Module;
using cardsim::Output;
using device::Command;

namespace {
QByteArray ask(Module &module, const QByteArray &request)
{
    QByteArray bytes;
    for (const Output &output : module.receive(request))
        bytes += output.bytes;
    return bytes;
}

device::Reply ask(Module &module, Command command)
{
    device::FrameDecoder decoder(device::FrameDecoder::Kind::Replies);
    const auto items = decoder.feed(ask(module, device::requestFrame(command)));
    return items.isEmpty() ? device::Reply{} : device::replyFromBody(items.first().body);
}
} // namespace

class TestModule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutCard_data();
    void answersWithoutCard();
    void goesThroughTheSequence();
    void orderMatters();
    void readsWithFingerprint();
    void damagedRequestsAreToldSo();
    void changesItsRateAfterTheAnswer();
    void faultsWaitForTheirCommand();
    void anyBytesAtAll();
};

void TestModule::answersWithoutCard_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<int>("status");
    QTest::newRow("reset") << Command::ResetSam << 0x90;
    QTest::newRow("status") << Command::SamStatus << 0x90;
    QTest::newRow("sam") << Command::SamNumber << 0x90;
    QTest::newRow("find") << Command::FindCard << 0x80;
    QTest::newRow("select") << Command::SelectCard << 0x81;
    QTest::newRow("read") << Command::ReadBase << 0x41;
    QTest::newRow("read fp") << Command::ReadBaseWithFingerprint << 0x41;
    QTest::newRow("address") << Command::ReadAppendedAddress << 0x41;
    QTest::newRow("management") << Command::ReadManagementNumber << 0x41;
    QTest::newRow("rate") << Command::SetRate9600 << 0x90;
    QTest::newRow("rf without value") << Command::SetMaximumRfBytes << 0x11;
}

void TestModule::answersWithoutCard()
{
    QFETCH(const Command, command);
    QFETCH(const int, status);
    Module module;
    QCOMPARE(int(ask(module, command).sw3), status);
}

void TestModule::goesThroughTheSequence()
{
    Module module;
    const cardsim::CardFile card = demoCard(u"citizen-wang"_s);
    module.place(card);
    QCOMPARE(ask(module, device::requestFrame(Command::FindCard)), QByteArray::fromHex("AAAAAA9669000800009F0000000097"));
    QCOMPARE(int(ask(module, Command::SelectCard).sw3), 0x90);
    const QByteArray frame = ask(module, device::requestFrame(Command::ReadBase));
    QCOMPARE(frame.size(), qsizetype{1295});
    QCOMPARE(frame.mid(14, 256), card.textBlock());
    QCOMPARE(ask(module, Command::ReadAppendedAddress).data, card.addressBlock());
    QCOMPARE(ask(module, Command::ReadManagementNumber).data, card.serialNumber());
    // Read once, found no more, until it left and came back.
    QCOMPARE(int(ask(module, Command::FindCard).sw3), 0x80);
    module.remove();
    QCOMPARE(int(ask(module, Command::ReadAppendedAddress).sw3), 0x41);
    module.place(card);
    QCOMPARE(int(ask(module, Command::FindCard).sw3), 0x9F);
    QCOMPARE(module.readings(), 1);
}

void TestModule::orderMatters()
{
    Module module;
    module.place(demoCard(u"citizen-li"_s));
    QCOMPARE(int(ask(module, Command::SelectCard).sw3), 0x81);
    QCOMPARE(int(ask(module, Command::ReadBase).sw3), 0x41);
    QCOMPARE(int(ask(module, Command::FindCard).sw3), 0x9F);
    QCOMPARE(int(ask(module, Command::SelectCard).sw3), 0x90);
    QCOMPARE(int(ask(module, Command::ReadAppendedAddress).sw3), 0x91);
    module.powerCycle();
    QCOMPARE(int(ask(module, Command::ReadBase).sw3), 0x41);
}

void TestModule::readsWithFingerprint()
{
    for (const auto &[name, size] : {std::pair(u"citizen-zhao"_s, 2321), std::pair(u"citizen-li"_s, 1297)}) {
        Module module;
        const cardsim::CardFile card = demoCard(name);
        module.place(card);
        QCOMPARE(int(ask(module, Command::FindCard).sw3), 0x9F);
        QCOMPARE(int(ask(module, Command::SelectCard).sw3), 0x90);
        const QByteArray frame = ask(module, device::requestFrame(Command::ReadBaseWithFingerprint));
        QCOMPARE(frame.size(), qsizetype{size});
        QCOMPARE(frame.mid(16, 256), card.textBlock());
        const auto data = device::parseBaseData(frame.mid(10).chopped(1), device::BaseLayout::TextPhotoAndFingerprint);
        QVERIFY(data);
        QCOMPARE(data->fingerprint, card.fingerprint());
    }
}

void TestModule::damagedRequestsAreToldSo()
{
    Module module;
    QByteArray request = device::requestFrame(Command::FindCard);
    request.back() = 0;
    QCOMPARE(ask(module, request), device::encodeReply({0, 0, 0x10, {}}));
    QCOMPARE(ask(module, QByteArray::fromHex("AAAAAA9669FFFF")), device::encodeReply({0, 0, 0x11, {}}));
    QCOMPARE(ask(module, device::encodeRequest({0x77, 0x01, {}})), device::encodeReply({0, 0, 0x21, {}}));
    QCOMPARE(int(ask(module, Command::SamStatus).sw3), 0x90);
}

void TestModule::changesItsRateAfterTheAnswer()
{
    Module module;
    for (const int rate : device::lineRates()) {
        QCOMPARE(int(ask(module, *device::setRateCommand(rate)).sw3), 0x90);
        QCOMPARE(module.lineRate(), rate);
    }
    module.powerCycle();
    QCOMPARE(module.lineRate(), 115200);
}

void TestModule::faultsWaitForTheirCommand()
{
    Module module;
    module.place(demoCard(u"citizen-li"_s));
    module.inject({cardsim::Fault::Kind::Status, 0x41, Command::SelectCard});
    QCOMPARE(int(ask(module, Command::FindCard).sw3), 0x9F);
    QVERIFY(module.hasFaults());
    QCOMPARE(int(ask(module, Command::SelectCard).sw3), 0x41);
    QVERIFY(!module.hasFaults());
    module.inject({cardsim::Fault::Kind::Silence, 2, std::nullopt});
    QVERIFY(module.receive(device::requestFrame(Command::SamStatus)).isEmpty());
    QVERIFY(module.receive(device::requestFrame(Command::SamStatus)).isEmpty());
    QCOMPARE(int(ask(module, Command::SamStatus).sw3), 0x90);
}

void TestModule::anyBytesAtAll()
{
    Module module;
    module.place(demoCard(u"citizen-li"_s));
    QRandomGenerator random(11);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = random.bounded(2) == 0 ? device::framePreamble.toByteArray() + '\0' : QByteArray();
        for (int i = random.bounded(60); i > 0; --i)
            bytes.append(static_cast<char>(random.bounded(256)));
        (void)module.receive(bytes);
    }
    (void)module.receive(QByteArray(100, '\0'));
    QCOMPARE(int(ask(module, Command::SamStatus).sw3), 0x90);
}

QTEST_APPLESS_MAIN(TestModule)
#include "tst_module.moc"
