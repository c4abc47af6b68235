// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/readerprobe.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

using namespace yichuang;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using cardsim::CardFile;
using domain::CardKind;
using domain::FailureCode;

class TestCardFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoCardsHold_data();
    void demoCardsHold();
    void refusesBadJson_data();
    void refusesBadJson();
    void refusesBadFields_data();
    void refusesBadFields();
    void namesFileAndField_data();
    void namesFileAndField();
    void missingFile();
    void photosAreTheirOwn();
};

void TestCardFile::demoCardsHold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<CardKind>("kind");
    QTest::newRow("li") << u"citizen-li"_s << CardKind::Citizen;
    QTest::newRow("wang") << u"citizen-wang"_s << CardKind::Citizen;
    QTest::newRow("zhao") << u"citizen-zhao"_s << CardKind::Citizen;
    QTest::newRow("hongkong") << u"permit-hongkong"_s << CardKind::HkMoTwPermit;
    QTest::newRow("2017") << u"foreigner-2017"_s << CardKind::Foreigner2017;
    QTest::newRow("2023") << u"foreigner-2023"_s << CardKind::Foreigner2023;
}

void TestCardFile::demoCardsHold()
{
    QFETCH(const QString, name);
    QFETCH(const CardKind, kind);
    const CardFile file = demoCard(name);
    QCOMPARE(file.card.kind, kind);
    QVERIFY(file.card.name.endsWith(u"示例"));
    const QDate today(2026, 11, 23);
    QVERIFY(file.card.validFrom <= today && (!file.card.validTo || *file.card.validTo >= today));
    if (kind == CardKind::Foreigner2017) {
        QVERIFY(domain::parseForeignerNumber15(file.card.number, today));
    } else {
        const auto number = domain::CitizenNumber::parse(file.card.number, today, file.card.numberForm());
        QVERIFY2(number, number ? "" : qPrintable(number.error().detail));
        QCOMPARE(number->birthDate(), file.card.birth);
        QCOMPARE(number->sex(), file.card.sex);
    }
    // What is written on the chip comes back from it.
    QCOMPARE(file.textBlock().size(), domain::IdCard::textBlockSize);
    const auto again = domain::IdCard::fromTextBlock(file.textBlock());
    QVERIFY(again);
    QCOMPARE(*again, file.card);
}

void TestCardFile::refusesBadJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<FailureCode>("code");
    QTest::newRow("empty") << QByteArray() << FailureCode::JsonSyntax;
    QTest::newRow("half") << QByteArray("{\"kind\":") << FailureCode::JsonSyntax;
    QTest::newRow("array") << QByteArray("[]") << FailureCode::JsonShape;
    QTest::newRow("no kind") << QByteArray("{}") << FailureCode::JsonValue;
}

void TestCardFile::refusesBadJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const FailureCode, code);
    QCOMPARE(CardFile::fromJson(json).error().code, code);
}

void TestCardFile::refusesBadFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("kind") << u"kind"_s << QJsonValue(u"passport"_s);
    QTest::newRow("name") << u"name"_s << QJsonValue(7);
    QTest::newRow("number") << u"number"_s << QJsonValue(u""_s);
    QTest::newRow("sex") << u"sex"_s << QJsonValue(u"female"_s);
    QTest::newRow("birth") << u"birth"_s << QJsonValue(u"1997-02-30"_s);
    QTest::newRow("validFrom") << u"validFrom"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("validTo") << u"validTo"_s << QJsonValue(u"always"_s);
    QTest::newRow("appendedAddresses") << u"appendedAddresses"_s << QJsonValue(QJsonArray{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s});
    QTest::newRow("one text") << u"appendedAddresses"_s << QJsonValue(u"1"_s);
    QTest::newRow("fingerprint") << u"fingerprint"_s << QJsonValue(u"yes"_s);
    QTest::newRow("one too long") << u"appendedAddresses"_s << QJsonValue(QJsonArray{QString(36, u'x')});
}

void TestCardFile::refusesBadFields()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFile file(demoCardPath(u"citizen-li"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object.insert(field, value);
    const auto card = CardFile::fromJson(QJsonDocument(object).toJson());
    QVERIFY(!card);
    QCOMPARE(card.error().code, FailureCode::JsonValue);
    QVERIFY2(card.error().detail.startsWith(u"field \"%1\" of the card takes "_s.arg(field)), qPrintable(card.error().detail));
}

/** Whoever gave the wrong file is told which, where in it and what would be right. */
void TestCardFile::namesFileAndField_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("not a card") << u"not JSON, illegal value at byte "_s;
    QTest::newRow("another object") << QByteArray("{\"a\":1}") << u"field \"kind\" of the card takes one of citizen, hk-mo-tw-permit, foreigner-2017, foreigner-2023"_s;
    QTest::newRow("a list") << QByteArray("[1]") << u"a card is a JSON object such as those in resources/demo/cards"_s;
    QTest::newRow("a film") << QByteArray(65 * 1024, ' ') << u"longer than 65536 bytes"_s;
}

void TestCardFile::namesFileAndField()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(file.write(content) == content.size() && file.flush());
    const auto card = CardFile::load(file.fileName());
    QVERIFY(!card);
    QVERIFY2(card.error().detail.startsWith(file.fileName() + u": "_s + says), qPrintable(card.error().detail));
}

void TestCardFile::missingFile()
{
    QCOMPARE(CardFile::load(u"/nonexistent/card.json"_s).error().code, FailureCode::ResourceMissing);
}

void TestCardFile::photosAreTheirOwn()
{
    const CardFile li = demoCard(u"citizen-li"_s);
    const CardFile zhao = demoCard(u"citizen-zhao"_s);
    QCOMPARE(li.photo().size(), domain::IdCard::photoSize);
    QCOMPARE(li.photo(), demoCard(u"citizen-li"_s).photo());
    QVERIFY(li.photo() != zhao.photo());
    QVERIFY(li.fingerprint().isEmpty());
    QCOMPARE(zhao.fingerprint().size(), qsizetype{1024});
    QCOMPARE(demoCard(u"citizen-wang"_s).addressBlock().size(), qsizetype{140});
}

QTEST_APPLESS_MAIN(TestCardFile)
#include "tst_cardfile.moc"
