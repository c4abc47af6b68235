// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/idcard.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

namespace {

IdCard citizenCard()
{
    IdCard card;
    card.name = u"李示例"_s;
    card.sex = Sex::Female;
    card.ethnicCode = u"01"_s;
    card.birth = QDate(1997, 1, 1);
    card.address = u"示例省示例市城东区示例路1号"_s;
    card.number = u"990100199701010021"_s;
    card.issuer = u"示例市公安局城东分局"_s;
    card.validFrom = QDate(2020, 5, 6);
    card.validTo = QDate(2040, 5, 6);
    return card;
}

IdCard foreignerCard2017()
{
    IdCard card;
    card.kind = CardKind::Foreigner2017;
    card.name = u"示例"_s;
    card.englishName = u"EXAMPLE, JANE"_s;
    card.sex = Sex::Female;
    card.birth = QDate(1988, 8, 8);
    card.number = u"USA110188080803"_s;
    card.nationality = u"USA"_s;
    card.validFrom = QDate(2019, 1, 2);
    card.validTo = QDate(2029, 1, 2);
    card.cardVersion = u"01"_s;
    card.acceptanceOffice = u"1500"_s;
    return card;
}

void putUnit(QByteArray &block, int byte, char16_t unit)
{
    block[byte] = char(unit & 0xff);
    block[byte + 1] = char(unit >> 8);
}

/** Random text of the card's characters that neither starts nor ends with a space. */
QString randomText(QRandomGenerator &random, QStringView alphabet, int longest, bool mayBeEmpty = true)
{
    QString text;
    const int length = int(random.bounded(mayBeEmpty ? 0 : 1, longest + 1));
    while (text.size() < length)
        text.append(alphabet[random.bounded(int(alphabet.size()))]);
    return text.trimmed();
}

QDate randomDay(QRandomGenerator &random)
{
    return QDate(1900, 1, 1).addDays(random.bounded(60'000));
}

IdCard randomCard(QRandomGenerator &random, CardKind kind)
{
    const QStringView chinese = u"李王张示例省市区路号镇村组·〇\uE000";
    const QStringView capitals = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const QStringView english = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ ,-";
    const QStringView digits = u"0123456789";
    const auto fixed = [&random](QStringView alphabet, int length) {
        QString text;
        while (text.size() < length)
            text.append(alphabet[random.bounded(int(alphabet.size()))]);
        return text;
    };
    constexpr std::array sexes{Sex::Unknown, Sex::Male, Sex::Female, Sex::NotStated};
    IdCard card;
    card.kind = kind;
    card.name = randomText(random, chinese, 15, false);
    card.sex = sexes[random.bounded(4U)];
    card.birth = randomDay(random);
    card.validFrom = randomDay(random);
    if (random.bounded(3) > 0)
        card.validTo = randomDay(random);
    card.number = fixed(digits, 17) + u"0123456789X"[random.bounded(11)];
    if (kind == CardKind::Citizen || kind == CardKind::HkMoTwPermit) {
        card.address = randomText(random, chinese, 35);
        card.issuer = randomText(random, chinese, 15);
    }
    switch (kind) {
    case CardKind::Citizen:
        card.ethnicCode = fixed(digits, 2);
        break;
    case CardKind::HkMoTwPermit:
        card.passNumber = randomText(random, digits, 9);
        card.issueCount = fixed(digits, 2);
        break;
    case CardKind::Foreigner2017:
        card.englishName = randomText(random, english, 60);
        card.number = fixed(capitals, 3) + fixed(digits, 12);
        card.nationality = fixed(capitals, 3);
        card.cardVersion = fixed(digits, 2);
        card.acceptanceOffice = fixed(digits, 4);
        break;
    case CardKind::Foreigner2023:
        card.englishName = randomText(random, english, 46);
        card.issueCount = fixed(digits, 2);
        card.nationality = fixed(capitals, 3);
        card.formerNumberLink = fixed(digits, 3);
        break;
    }
    return card;
}

} // namespace

class TestIdCardTextBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizenLayout()
    {
        const QByteArray block = citizenCard().toTextBlock();
        QCOMPARE(block.size(), IdCard::textBlockSize);
        const auto at = [&block](qsizetype byte, qsizetype count) {
            return QString::fromUtf16(reinterpret_cast<const char16_t *>(block.constData() + byte), count / 2);
        };
        QCOMPARE(at(0, 8), u"李示例 "_s);
        QCOMPARE(at(30, 2), u"2"_s);
        QCOMPARE(at(32, 4), u"01"_s);
        QCOMPARE(at(36, 16), u"19970101"_s);
        QCOMPARE(at(52, 6), u"示例省"_s);
        QCOMPARE(at(122, 36), u"990100199701010021"_s);
        QCOMPARE(at(158, 6), u"示例市"_s);
        QCOMPARE(at(188, 32), u"2020050620400506"_s);
        QCOMPARE(at(220, 36), QString(18, u' '));
        QCOMPARE(block.first(2), QByteArray("\x4e\x67")); // U+674E, little end first
    }

    void foreigner2017Layout()
    {
        const QByteArray block = foreignerCard2017().toTextBlock();
        const auto at = [&block](qsizetype byte, qsizetype count) {
            return QString::fromUtf16(reinterpret_cast<const char16_t *>(block.constData() + byte), count / 2);
        };
        QCOMPARE(at(0, 26), u"EXAMPLE, JANE"_s);
        QCOMPARE(at(120, 2), u"2"_s);
        QCOMPARE(at(122, 30), u"USA110188080803"_s);
        QCOMPARE(at(152, 6), u"USA"_s);
        QCOMPARE(at(158, 4), u"示例"_s);
        QCOMPARE(at(188, 32), u"2019010220290102"_s);
        QCOMPARE(at(220, 16), u"19880808"_s);
        QCOMPARE(at(236, 12), u"011500"_s);
        QCOMPARE(at(248, 2), u"I"_s);
    }

    void randomCardsRoundTrip_data()
    {
        QTest::addColumn<CardKind>("kind");
        QTest::newRow("citizen") << CardKind::Citizen;
        QTest::newRow("permit") << CardKind::HkMoTwPermit;
        QTest::newRow("foreigner 2017") << CardKind::Foreigner2017;
        QTest::newRow("foreigner 2023") << CardKind::Foreigner2023;
    }

    void randomCardsRoundTrip()
    {
        QFETCH(CardKind, kind);
        QRandomGenerator random(256);
        for (int i = 0; i < 2000; ++i) {
            const IdCard card = randomCard(random, kind);
            const auto read = IdCard::fromTextBlock(card.toTextBlock());
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QVERIFY(*read == card);
        }
    }

    void longTermHasNoEnd()
    {
        IdCard card = citizenCard();
        card.validTo.reset();
        const auto read = IdCard::fromTextBlock(card.toTextBlock());
        QVERIFY(read);
        QVERIFY(!read->validTo);
        QVERIFY(read->isValidOn(QDate(2999, 1, 1)));
    }

    void longFieldsAreCut()
    {
        IdCard card = citizenCard();
        card.name = QString(20, u'例');
        QCOMPARE(IdCard::fromTextBlock(card.toTextBlock())->name, QString(15, u'例'));
        card.name = QString(14, u'例') + u"𠀀"_s;
        QCOMPARE(IdCard::fromTextBlock(card.toTextBlock())->name, QString(14, u'例'));
    }

    void englishNameKeepsTheSpaceAtTheSeam()
    {
        QRandomGenerator random(1);
        IdCard card = randomCard(random, CardKind::Foreigner2023);
        card.englishName = QString(34, u'A') + u" BCD"_s;
        QCOMPARE(IdCard::fromTextBlock(card.toTextBlock())->englishName, card.englishName);
    }

    void lowerCaseCheckIsReadUpper()
    {
        QByteArray block = citizenCard().toTextBlock();
        putUnit(block, 156, u'x');
        QCOMPARE(IdCard::fromTextBlock(block)->number, u"99010019970101002X"_s);
    }

    void unknownEthnicGroupIsKept()
    {
        QByteArray block = citizenCard().toTextBlock();
        putUnit(block, 32, u'6');
        putUnit(block, 34, u'2');
        QCOMPARE(IdCard::fromTextBlock(block)->ethnicCode, u"62"_s);
    }

    void wrongSizes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 255, 257, 1280})
            QTest::addRow("%d bytes", size) << size;
    }

    void wrongSizes()
    {
        QFETCH(int, size);
        const auto read = IdCard::fromTextBlock(QByteArray(size, ' '));
        QVERIFY(!read);
        QCOMPARE(read.error().code, FailureCode::CardBlockLength);
    }

    void damagedUnits_data()
    {
        QTest::addColumn<int>("byte");
        QTest::addColumn<int>("unit");
        QTest::addColumn<FailureCode>("code");
        QTest::newRow("unknown flag") << 248 << int(u'Z') << FailureCode::CardKindUnknown;
        QTest::newRow("zero flag") << 248 << 0 << FailureCode::CardKindUnknown;
        QTest::newRow("full-width flag") << 248 << int(u'Ｉ') << FailureCode::CardKindUnknown;
        QTest::newRow("control in the name") << 2 << 7 << FailureCode::CardFieldInvalid;
        QTest::newRow("half a pair in the name") << 2 << 0xd800 << FailureCode::CardFieldInvalid;
        QTest::newRow("line separator in the address") << 60 << 0x2028 << FailureCode::CardFieldInvalid;
        QTest::newRow("sex") << 30 << int(u'3') << FailureCode::CardFieldInvalid;
        QTest::newRow("month 91") << 44 << int(u'9') << FailureCode::CardFieldInvalid;
        QTest::newRow("letter in the number") << 124 << int(u'A') << FailureCode::CardFieldInvalid;
        QTest::newRow("full-width number") << 124 << int(u'９') << FailureCode::CardFieldInvalid;
        QTest::newRow("valid from") << 188 << int(u' ') << FailureCode::CardFieldInvalid;
        QTest::newRow("valid to") << 204 << int(u'长') << FailureCode::CardFieldInvalid;
        QTest::newRow("other kind") << 248 << int(u'I') << FailureCode::CardFieldInvalid;
    }

    void damagedUnits()
    {
        QFETCH(int, byte);
        QFETCH(int, unit);
        QFETCH(FailureCode, code);
        QByteArray block = citizenCard().toTextBlock();
        QVERIFY(IdCard::fromTextBlock(block));
        putUnit(block, byte, char16_t(unit));
        const auto read = IdCard::fromTextBlock(block);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY(!read.error().detail.contains(u"990100"));
    }

    void namelessCardIsRefused()
    {
        IdCard card = citizenCard();
        card.name.clear();
        QVERIFY(!IdCard::fromTextBlock(card.toTextBlock()));
        IdCard foreigner = foreignerCard2017();
        foreigner.name.clear();
        QVERIFY(IdCard::fromTextBlock(foreigner.toTextBlock()));
        foreigner.englishName.clear();
        QVERIFY(!IdCard::fromTextBlock(foreigner.toTextBlock()));
    }

    void anyBytesGiveAnAnswer()
    {
        QRandomGenerator random(99);
        const QByteArray good = citizenCard().toTextBlock();
        int cards = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray block = good;
            for (int change = int(random.bounded(4)); change >= 0; --change)
                block[random.bounded(256)] = char(random.bounded(256));
            const auto read = IdCard::fromTextBlock(block);
            if (!read)
                continue;
            ++cards;
            QVERIFY(*IdCard::fromTextBlock(read->toTextBlock()) == *read);
        }
        QVERIFY(cards > 0);
    }
};

QTEST_GUILESS_MAIN(TestIdCardTextBlock)
#include "tst_idcardtextblock.moc"
