// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/command.h>

#include <QTest>

using namespace yichuang::device;

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesByteForByte_data();
    void framesByteForByte();
    void tableIsInOrder();
    void knowsOnlyItsCommands();
    void ratesAndCommandsMatch();
};

void TestCommand::framesByteForByte_data()
{
    // Reference 1.5, full request frames.
    QTest::addColumn<Command>("command");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("success");
    const QByteArray none;
    QTest::newRow("reset") << Command::ResetSam << none << QByteArray("AAAAAA9669000310FFEC") << 0x90;
    QTest::newRow("status") << Command::SamStatus << none << QByteArray("AAAAAA9669000311FFED") << 0x90;
    QTest::newRow("sam number") << Command::SamNumber << none << QByteArray("AAAAAA9669000312FFEE") << 0x90;
    QTest::newRow("find") << Command::FindCard << none << QByteArray("AAAAAA96690003200122") << 0x9F;
    QTest::newRow("select") << Command::SelectCard << none << QByteArray("AAAAAA96690003200221") << 0x90;
    QTest::newRow("read") << Command::ReadBase << none << QByteArray("AAAAAA96690003300132") << 0x90;
    QTest::newRow("read fp") << Command::ReadBaseWithFingerprint << none << QByteArray("AAAAAA96690003301023") << 0x90;
    QTest::newRow("address") << Command::ReadAppendedAddress << none << QByteArray("AAAAAA96690003300330") << 0x90;
    QTest::newRow("management") << Command::ReadManagementNumber << none << QByteArray("AAAAAA96690003300536") << 0x90;
    QTest::newRow("115200") << Command::SetRate115200 << none << QByteArray("AAAAAA96690003600063") << 0x90;
    QTest::newRow("57600") << Command::SetRate57600 << none << QByteArray("AAAAAA96690003600162") << 0x90;
    QTest::newRow("38400") << Command::SetRate38400 << none << QByteArray("AAAAAA96690003600261") << 0x90;
    QTest::newRow("19200") << Command::SetRate19200 << none << QByteArray("AAAAAA96690003600360") << 0x90;
    QTest::newRow("9600") << Command::SetRate9600 << none << QByteArray("AAAAAA96690003600467") << 0x90;
    QTest::newRow("rf") << Command::SetMaximumRfBytes << QByteArray("\x50") << QByteArray("AAAAAA9669000461FF50CA") << 0x90;
}

void TestCommand::framesByteForByte()
{
    QFETCH(const Command, command);
    QFETCH(const QByteArray, data);
    QFETCH(const QByteArray, frame);
    QFETCH(const int, success);
    QCOMPARE(requestFrame(command, data).toHex().toUpper(), frame);
    QCOMPARE(int(commandInfo(command).success), success);
}

void TestCommand::tableIsInOrder()
{
    std::size_t index = 0;
    for (const CommandInfo &info : commandTable()) {
        QCOMPARE(static_cast<std::size_t>(info.command), index++);
        QCOMPARE(commandFor(info.code, info.parameter), std::optional(info.command));
        QVERIFY(info.replyTimeoutMs >= 500 && info.replyTimeoutMs <= 3000);
    }
    QCOMPARE(index, std::size_t{15});
}

void TestCommand::knowsOnlyItsCommands()
{
    int known = 0;
    for (int code = 0; code < 256; ++code) {
        for (int parameter = 0; parameter < 256; ++parameter)
            known += commandFor(static_cast<quint8>(code), static_cast<quint8>(parameter)).has_value() ? 1 : 0;
    }
    QCOMPARE(known, 15);
}

void TestCommand::ratesAndCommandsMatch()
{
    QCOMPARE(lineRates().size(), std::size_t{5});
    for (const int rate : lineRates()) {
        const std::optional<Command> command = setRateCommand(rate);
        QVERIFY(command);
        QCOMPARE(rateSetBy(*command), std::optional(rate));
    }
    QVERIFY(!setRateCommand(4800));
    QVERIFY(!rateSetBy(Command::FindCard));
    QVERIFY(rateChangePauseMs >= 5);
}

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"
