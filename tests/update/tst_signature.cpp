// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <releasefolder.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using domain::FailureCode;
using test::SigningKey;

/** Keys, signatures, and the change from one key to the next. */
class TstSignature : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectorOfTheStandard();
    void verifies_data();
    void verifies();
    void keysFromText_data();
    void keysFromText();
    void everyBitCounts();
};

/** RFC 8032, section 7.1, test 2: not a signature that our own tools have made. */
void TstSignature::vectorOfTheStandard()
{
    const QByteArray key = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const QByteArray pem = "-----BEGIN PUBLIC KEY-----\n" + (QByteArray::fromHex("302a300506032b6570032100") + key).toBase64() + "\n-----END PUBLIC KEY-----\n";
    const auto keys = trustedKeys(pem);
    QVERIFY(keys);
    QCOMPARE(keys->first().bytes, key);
    const QByteArray signature = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    const QByteArray line = "ed25519 " + keys->first().id + ' ' + signature.toBase64();
    QVERIFY(verifySignature(QByteArray("\x72"), line, *keys));
    QVERIFY(!verifySignature(QByteArray("\x73"), line, *keys));
}

void TstSignature::verifies_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("genuine");
    const SigningKey old('o');
    const SigningKey now('n');
    const SigningKey other('x');
    const QByteArray document("the list");
    QTest::newRow("old key") << old.line(document) << true;
    QTest::newRow("new key") << now.line(document) << true;
    QTest::newRow("foreign key first") << other.line(document) + now.line(document) << true;
    QTest::newRow("words we do not know") << "# of a hall\nmldsa65 00 AAAA\n" + now.line(document) << true;
    QTest::newRow("line ends of Windows") << now.line(document).replace("\n", "\r\n") << true;
    QTest::newRow("foreign key") << other.line(document) << false;
    QTest::newRow("another document") << now.line("another list") << false;
    QTest::newRow("foreign signature under our id") << "ed25519 " + now.trusted().id + ' ' + other.line(document).split(' ').at(2) << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("half a signature") << now.line(document).chopped(20) << false;
    QTest::newRow("no base64") << "ed25519 " + now.trusted().id + " !!!!\n" << false;
    QTest::newRow("too much") << QByteArray(maxSignatureBytes, '\n') + now.line(document) << false;
}

void TstSignature::verifies()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, genuine);
    const auto answer = verifySignature("the list", file, {SigningKey('o').trusted(), SigningKey('n').trusted()});
    QCOMPARE(answer.has_value(), genuine);
    if (!genuine)
        QCOMPARE(answer.error().code, FailureCode::UpdateSignature);
}

void TstSignature::keysFromText_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<int>("keys"); // -1: refused
    const QByteArray one = SigningKey('a').publicPem();
    QTest::newRow("one") << one << 1;
    QTest::newRow("two with words between") << "for the pilot\n" + one + "for all\n" + SigningKey('b').publicPem() << 2;
    QTest::newRow("line ends of Windows") << QByteArray(one).replace("\n", "\r\n") << 1;
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("no end") << one.left(60) << -1;
    QTest::newRow("cut") << QByteArray(one).replace("MCow", "") << -1;
    QTest::newRow("one good, one of another kind") << one + "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----\n" << -1;
    QTest::newRow("very many") << QByteArray(one).repeated(17) << -1;
}

void TstSignature::keysFromText()
{
    QFETCH(QByteArray, pem);
    QFETCH(int, keys);
    const auto read = trustedKeys(pem);
    QCOMPARE(read ? int(read->size()) : -1, keys);
    if (!read)
        QCOMPARE(read.error().code, FailureCode::UpdateSettings);
}

void TstSignature::everyBitCounts()
{
    const SigningKey key('k');
    const QByteArray document("a list of a few bytes");
    const QByteArray line = key.line(document);
    QVERIFY(verifySignature(document, line, {key.trusted()}));
    for (qsizetype bit = 0; bit < document.size() * 8; ++bit) {
        QByteArray changed = document;
        changed[bit / 8] = char(changed.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY(!verifySignature(changed, line, {key.trusted()}));
    }
}

QTEST_GUILESS_MAIN(TstSignature)
#include "tst_signature.moc"
