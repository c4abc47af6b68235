// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/masking.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("minor");
        QTest::addColumn<QString>("masked");
        QTest::newRow("empty") << u""_s << false << u""_s;
        QTest::newRow("one") << u"李"_s << false << u"*"_s;
        QTest::newRow("two") << u"张三"_s << false << u"张*"_s;
        QTest::newRow("three") << u"李示例"_s << false << u"李*例"_s;
        QTest::newRow("four") << u"欧阳示例"_s << false << u"欧**例"_s;
        QTest::newRow("minor") << u"李示例"_s << true << u"***"_s;
        QTest::newRow("beyond the basic plane") << u"𠀀𠀁𠀂"_s << false << u"𠀀*𠀂"_s;
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, minor);
        QFETCH(QString, masked);
        QCOMPARE(maskName(name, minor), masked);
    }

    void namesByBirth_data()
    {
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QString>("masked");
        QTest::newRow("unknown") << QDate() << u"李*例"_s;
        QTest::newRow("child") << QDate(2020, 1, 1) << u"***"_s;
        QTest::newRow("the day before majority") << QDate(2008, 11, 29) << u"***"_s;
        QTest::newRow("of age today") << QDate(2008, 11, 28) << u"李*例"_s;
    }

    void namesByBirth()
    {
        QFETCH(QDate, birth);
        QTEST(maskName(u"李示例"_s, birth, QDate(2026, 11, 28)), "masked");
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("masked");
        QTest::newRow("citizen") << u"990100199701010021"_s << u"990100********0021"_s;
        QTest::newRow("15") << u"USA110188080803"_s << u"USA110*****0803"_s;
        QTest::newRow("travel permit of before") << u"H1234567800"_s << u"H1*******00"_s;
        QTest::newRow("passport") << u"E12345678"_s << u"E1*****78"_s;
        QTest::newRow("four") << u"1234"_s << u"****"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }

    void numbers()
    {
        QFETCH(QString, number);
        QFETCH(QString, masked);
        QCOMPARE(maskNumber(number), masked);
    }

    void phones()
    {
        QCOMPARE(maskPhone(u"13800000000"_s), u"138****0000"_s);
        QCOMPARE(maskPhone(u"0531-12345678"_s), u"053******5678"_s);
        QCOMPARE(maskPhone(u"12345"_s), u"1***5"_s);
        QCOMPARE(maskPhone(u"12"_s), u"**"_s);
    }

    void certificateNumbers()
    {
        QCOMPARE(maskCertificateNumber(u"J990100-2020-000123"_s), u"J9**************123"_s);
        QCOMPARE(maskCertificateNumber(u"12345"_s), u"*****"_s);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("masked");
        QTest::newRow("district") << u"示例省示例市城东区示例路1号2单元301室"_s << u"示例省示例市城东区***"_s;
        QTest::newRow("county") << u"示例省示例县示例镇示例村1号"_s << u"示例省示例县***"_s;
        QTest::newRow("autonomous region") << u"示例自治区示例市示例区示例街1号"_s << u"示例自治区示例市示例区***"_s;
        QTest::newRow("county-level city") << u"示例省示例市曲示市示例路1号"_s << u"示例省示例市曲示市***"_s;
        QTest::newRow("estate is no district") << u"示例市阳光小区3栋"_s << u"示例市***"_s;
        QTest::newRow("market is no city") << u"示例市老市场路1号"_s << u"示例市***"_s;
        QTest::newRow("no structure") << u"1 EXAMPLE ROAD"_s << u"***"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }

    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, masked);
        QCOMPARE(maskAddress(address), masked);
    }
};

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
