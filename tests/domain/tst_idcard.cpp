// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/idcard.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestIdCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsOfDocument_data()
    {
        QTest::addColumn<CardKind>("kind");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("document");
        QTest::addColumn<NumberForm>("form");
        QTest::newRow("citizen") << CardKind::Citizen << u"990100199701010021"_s << u"111"_s << NumberForm::Citizen;
        QTest::newRow("Hong Kong") << CardKind::HkMoTwPermit << u"810000199001010019"_s << u"516"_s
                                   << NumberForm::HkMoTwResident;
        QTest::newRow("Taiwan") << CardKind::HkMoTwPermit << u"830000198506150024"_s << u"511"_s
                                << NumberForm::HkMoTwResident;
        QTest::newRow("2017") << CardKind::Foreigner2017 << u"USA110188080803"_s << u"553"_s << NumberForm::ForeignResident;
        QTest::newRow("2023") << CardKind::Foreigner2023 << u"937156198808080014"_s << u"553"_s
                              << NumberForm::ForeignResident;
    }

    void kindsOfDocument()
    {
        QFETCH(CardKind, kind);
        QFETCH(QString, number);
        QFETCH(QString, document);
        QFETCH(NumberForm, form);
        IdCard card;
        card.kind = kind;
        card.number = number;
        QCOMPARE(card.documentKind(), document);
        QCOMPARE(card.numberForm(), form);
    }

    void ages_data()
    {
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("age");
        QTest::newRow("birthday") << QDate(2008, 11, 23) << QDate(2026, 11, 23) << 18;
        QTest::newRow("day before") << QDate(2008, 11, 24) << QDate(2026, 11, 23) << 17;
        QTest::newRow("born today") << QDate(2026, 11, 23) << QDate(2026, 11, 23) << 0;
        QTest::newRow("leap day, 28 February") << QDate(2008, 2, 29) << QDate(2026, 2, 28) << 17;
        QTest::newRow("leap day, 1 March") << QDate(2008, 2, 29) << QDate(2026, 3, 1) << 18;
        QTest::newRow("not born") << QDate(2027, 1, 1) << QDate(2026, 11, 23) << -1;
        QTest::newRow("no birth") << QDate() << QDate(2026, 11, 23) << -1;
    }

    void ages()
    {
        QFETCH(QDate, birth);
        QFETCH(QDate, day);
        QFETCH(int, age);
        QCOMPARE(ageOn(birth, day), age);
    }
};

QTEST_GUILESS_MAIN(TestIdCard)
#include "tst_idcard.moc"
