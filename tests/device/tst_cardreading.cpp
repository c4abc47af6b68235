// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/cardreading.h>
#include <device/readerstate.h>
#include <device/wipe.h>

#include <QDebug>
#include <QTest>

using namespace yichuang::device;
using namespace Qt::StringLiterals;
using yichuang::domain::FailureCode;

class TestCardReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void debugOutputIsMasked();
    void wipesEverything();
    void wipeOverwritesTheBytes();
    void diagnosisTellsWhetherTheReaderWorks_data();
    void diagnosisTellsWhetherTheReaderWorks();
};

namespace {
CardReading reading()
{
    CardReading value;
    value.card.name = u"李示例"_s;
    value.card.number = u"990100199701010021"_s;
    value.card.address = u"示范省示范市和平路1号"_s;
    value.appendedAddresses = {u"示范省示范市滨河路9号"_s};
    value.photo = QByteArray(1024, 'p');
    return value;
}
} // namespace

void TestCardReading::debugOutputIsMasked()
{
    QString text;
    QDebug(&text) << reading();
    QVERIFY(text.contains(u"1024"_s));
    for (const QString &secret : {u"李示例"_s, u"990100199701010021"_s, u"19970101"_s, u"和平路"_s, u"滨河路"_s})
        QVERIFY2(!text.contains(secret), qPrintable(text));
}

void TestCardReading::wipesEverything()
{
    CardReading value = reading();
    value.wipe();
    QCOMPARE(value.card, yichuang::domain::IdCard{});
    QVERIFY(value.photo.isEmpty() && value.appendedAddresses.isEmpty());
}

void TestCardReading::wipeOverwritesTheBytes()
{
    QByteArray bytes(8, 'x');
    bytes.reserve(64);
    const QByteArray other = bytes;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, QByteArray(8, 'x'));
}

void TestCardReading::diagnosisTellsWhetherTheReaderWorks_data()
{
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("works");
    QTest::newRow("no card") << FailureCode::ReaderNoCard << true;
    QTest::newRow("card moved") << FailureCode::ReaderCardMoved << true;
    QTest::newRow("not genuine") << FailureCode::ReaderCardNotGenuine << true;
    QTest::newRow("bad block") << FailureCode::CardFieldInvalid << true;
    QTest::newRow("no driver") << FailureCode::ReaderNoDriver << false;
    QTest::newRow("busy") << FailureCode::ReaderPortBusy << false;
    QTest::newRow("permission") << FailureCode::ReaderPermission << false;
    QTest::newRow("module fault") << FailureCode::ReaderModuleFault << false;
    QTest::newRow("not in build") << FailureCode::ReaderNotInBuild << false;
    QTest::newRow("not found") << FailureCode::ReaderNotFound << false;
    QTest::newRow("unplugged") << FailureCode::ReaderUnplugged << false;
}

void TestCardReading::diagnosisTellsWhetherTheReaderWorks()
{
    QFETCH(const FailureCode, code);
    QFETCH(const bool, works);
    QCOMPARE(Diagnosis::of(code).isReaderWorking(), works);
    QCOMPARE(Diagnosis::of(code).isReaderMissing(), code == FailureCode::ReaderNotFound || code == FailureCode::ReaderUnplugged);
    QVERIFY(!Diagnosis::of(code).isReady());
    QVERIFY(Diagnosis::ready().isReady() && Diagnosis::ready().isReaderWorking());
}

QTEST_APPLESS_MAIN(TestCardReading)
#include "tst_cardreading.moc"
