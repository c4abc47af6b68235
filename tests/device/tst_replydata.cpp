// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/replydata.h>

#include <QRandomGenerator>
#include <QTest>

using namespace yichuang::device;
using yichuang::domain::FailureCode;
using yichuang::domain::Result;

namespace {
QByteArray baseData(const QByteArray &head)
{
    return QByteArray::fromHex(head);
}
} // namespace

class TestReplyData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBothLayouts_data();
    void readsBothLayouts();
    void readsAddresses_data();
    void readsAddresses();
    void formatsTheSamNumber();
    void formatsTheManagementNumber();
    void anyBytesGiveAValueOrAnError();
};

void TestReplyData::readsBothLayouts_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("withFingerprint");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<int>("fingerprint");
    const QByteArray text(256, 't');
    const QByteArray photo(1024, 'p');
    const QByteArray print(1024, 'f');
    QTest::newRow("30 01") << baseData("01000400") + text + photo << false << true << 0;
    QTest::newRow("30 01 without photo") << baseData("01000000") + text << false << true << 0;
    QTest::newRow("30 10 with fingerprint") << baseData("010004000400") + text + photo + print << true << true << 1024;
    QTest::newRow("30 10 without fingerprint") << baseData("010004000000") + text + photo << true << true << 0;
    QTest::newRow("30 01 read as 30 10") << baseData("01000400") + text + photo << true << false << 0;
    QTest::newRow("30 10 read as 30 01") << baseData("010004000400") + text + photo + print << false << false << 0;
    QTest::newRow("empty") << QByteArray() << false << false << 0;
    QTest::newRow("head only") << baseData("01000400") << false << false << 0;
    QTest::newRow("one byte short") << (baseData("01000400") + text + photo).chopped(1) << false << false << 0;
    QTest::newRow("one byte long") << baseData("01000400") + text + photo + "x" << false << false << 0;
    QTest::newRow("text length 255") << baseData("00FF0400") + text + photo << false << false << 0;
    QTest::newRow("photo length 512") << baseData("01000200") + text + photo.first(512) << false << false << 0;
}

void TestReplyData::readsBothLayouts()
{
    QFETCH(const QByteArray, data);
    QFETCH(const bool, withFingerprint);
    QFETCH(const bool, isGood);
    QFETCH(const int, fingerprint);
    const Result<BaseData> parsed = parseBaseData(data, withFingerprint ? BaseLayout::TextPhotoAndFingerprint : BaseLayout::TextAndPhoto);
    QCOMPARE(parsed.has_value(), isGood);
    if (!isGood) {
        QCOMPARE(parsed.error().code, FailureCode::ReaderReplyInvalid);
        return;
    }
    QCOMPARE(parsed->text, QByteArray(256, 't'));
    QVERIFY(parsed->photo.isEmpty() || parsed->photo == QByteArray(1024, 'p'));
    QCOMPARE(parsed->fingerprint, QByteArray(fingerprint, 'f'));
}

void TestReplyData::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<QStringList>("addresses");
    const auto block = [](const QString &text) {
        const QString padded = text.leftJustified(35, QLatin1Char(' '));
        return QByteArray(reinterpret_cast<const char *>(padded.utf16()), 70);
    };
    const QString one = QStringLiteral("示范省示范市1号");
    const QString two = QStringLiteral("示范省示范市2号");
    QTest::newRow("none") << QByteArray() << true << QStringList{};
    QTest::newRow("one") << block(one) << true << QStringList{one};
    QTest::newRow("two") << block(one) + block(two) << true << QStringList{one, two};
    QTest::newRow("blank ones left out") << block(one) + block({}) + block(two) + QByteArray(70, '\0') << true << QStringList{one, two};
    QTest::newRow("five") << QByteArray(350, ' ') << false << QStringList{};
    QTest::newRow("odd length") << block(one).chopped(1) << false << QStringList{};
}

void TestReplyData::readsAddresses()
{
    QFETCH(const QByteArray, data);
    QFETCH(const bool, isGood);
    QFETCH(const QStringList, addresses);
    const Result<QStringList> parsed = parseAppendedAddresses(data);
    QCOMPARE(parsed.has_value(), isGood);
    if (isGood)
        QCOMPARE(*parsed, addresses);
    else
        QCOMPARE(parsed.error().code, FailureCode::ReaderReplyInvalid);
}

void TestReplyData::formatsTheSamNumber()
{
    // 05.01, 20260101, 990100, 1, little-endian.
    const QByteArray bytes = QByteArray::fromHex("05000100" "05253501" "941B0F00" "01000000");
    QCOMPARE(parseSamNumber(bytes).value_or(QString()), QStringLiteral("05.01-20260101-0000990100-0000000001"));
    QCOMPARE(parseSamNumber(bytes)->size(), 36);
    QCOMPARE(parseSamNumber(bytes.chopped(1)).error().code, FailureCode::ReaderReplyInvalid);
    QCOMPARE(parseSamNumber(QByteArray(16, '\xFF')).value_or(QString()), QStringLiteral("65535.65535-4294967295-4294967295-4294967295"));
}

void TestReplyData::formatsTheManagementNumber()
{
    QCOMPARE(parseManagementNumber("\x01\xAB").value_or(QString()), QStringLiteral("01AB"));
    QVERIFY(!parseManagementNumber({}));
    QVERIFY(!parseManagementNumber(QByteArray(65, 'x')));
}

void TestReplyData::anyBytesGiveAValueOrAnError()
{
    QRandomGenerator random(30);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(random.bounded(2400), '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        const Result<BaseData> base = parseBaseData(bytes, BaseLayout::TextAndPhoto);
        QVERIFY(!base || base->text.size() == 256);
        const Result<QStringList> addresses = parseAppendedAddresses(bytes);
        QVERIFY(!addresses || addresses->size() <= 4);
    }
}

QTEST_APPLESS_MAIN(TestReplyData)
#include "tst_replydata.moc"
