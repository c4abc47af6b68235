// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/identifiers.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestCitizenNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<NumberForm>("form");
        QTest::addColumn<QString>("code");
        const NumberForm citizen = NumberForm::Citizen;
        const NumberForm permit = NumberForm::HkMoTwResident;
        const NumberForm foreign = NumberForm::ForeignResident;
        QTest::newRow("demo") << u"990100199701010021"_s << citizen << u""_s;
        QTest::newRow("spaces around") << u" 990100199701010021 "_s << citizen << u""_s;
        QTest::newRow("leap day") << u"990100199602290013"_s << citizen << u""_s;
        QTest::newRow("15 digits") << u"990100900101003"_s << citizen << u""_s;
        QTest::newRow("empty") << u""_s << citizen << u"ID-001"_s;
        QTest::newRow("only spaces") << u"   "_s << citizen << u"ID-001"_s;
        QTest::newRow("17") << u"99010019970101002"_s << citizen << u"ID-002"_s;
        QTest::newRow("19") << u"9901001997010100211"_s << citizen << u"ID-002"_s;
        QTest::newRow("a million") << QString(1'000'000, u'9') << citizen << u"ID-002"_s;
        QTest::newRow("15 as foreigner") << u"990100900101003"_s << foreign << u"ID-002"_s;
        QTest::newRow("letter") << u"99010019970101O021"_s << citizen << u"ID-003"_s;
        QTest::newRow("X in the middle") << u"9901001997010100X1"_s << citizen << u"ID-003"_s;
        QTest::newRow("letter at the end") << u"99010019970101002A"_s << citizen << u"ID-003"_s;
        QTest::newRow("full width") << u"９９０１００１９９７０１０１００２１"_s << citizen << u"ID-003"_s;
        QTest::newRow("one full-width digit") << u"99010019970101002１"_s << citizen << u"ID-003"_s;
        QTest::newRow("Arabic-Indic 15") << u"٩٩٠١٠٠٩٠٠١٠١٠٠٣"_s << citizen << u"ID-003"_s;
        QTest::newRow("emoji") << u"😀😀😀😀😀😀😀😀😀"_s << citizen << u"ID-003"_s;
        QTest::newRow("check digit") << u"990100199701010022"_s << citizen << u"ID-004"_s;
        QTest::newRow("30 February") << u"990100199702300012"_s << citizen << u"ID-005"_s;
        QTest::newRow("before 1840") << u"990100183901010011"_s << citizen << u"ID-005"_s;
        QTest::newRow("not born yet") << u"990100203001010011"_s << citizen << u"ID-005"_s;
        QTest::newRow("no province 16") << u"160100199001010018"_s << citizen << u"ID-006"_s;
        QTest::newRow("foreigner as citizen") << u"937000198808080017"_s << citizen << u"ID-006"_s;
        QTest::newRow("Hong Kong") << u"810000199001010019"_s << permit << u""_s;
        QTest::newRow("Macao") << u"820000199001010010"_s << permit << u""_s;
        QTest::newRow("Taiwan") << u"830000198506150024"_s << permit << u""_s;
        QTest::newRow("citizen as permit") << u"990100199701010021"_s << permit << u"ID-007"_s;
        QTest::newRow("foreigner") << u"937156198808080014"_s << foreign << u""_s;
        QTest::newRow("demo foreigner") << u"999156198808080017"_s << foreign << u""_s;
        QTest::newRow("no nationality") << u"937000198808080017"_s << foreign << u"ID-009"_s;
        QTest::newRow("permit as foreigner") << u"810000199001010019"_s << foreign << u"ID-007"_s;
        QTest::newRow("citizen demo as foreigner") << u"990100199701010021"_s << foreign << u"ID-006"_s;
    }

    void parse()
    {
        QFETCH(QString, text);
        QFETCH(NumberForm, form);
        QFETCH(QString, code);
        const auto result = CitizenNumber::parse(text, today, form);
        QCOMPARE(result ? QString() : failureText(result.error().code), code);
        if (result) {
            QVERIFY(result->isValid());
            QCOMPARE(result->form(), form);
            QCOMPARE(result->text().size(), 18);
        }
    }

    void partsAreRead()
    {
        const auto number = CitizenNumber::parse(u"990100199701010021", today);
        QVERIFY(number);
        QCOMPARE(number->birthDate(), QDate(1997, 1, 1));
        QCOMPARE(number->sex(), Sex::Female);
        QCOMPARE(number->division(), u"990100"_s);
        QCOMPARE(number->masked(), u"990100********0021"_s);
        QCOMPARE(CitizenNumber::parse(u"990100199602290013", today)->sex(), Sex::Male);
    }

    void emptyValueHasNoParts()
    {
        const CitizenNumber none;
        QVERIFY(!none.isValid());
        QVERIFY(!none.birthDate().isValid());
        QCOMPARE(none.sex(), Sex::Unknown);
        QCOMPARE(none.masked(), QString());
    }

    void lowerCaseCheckIsStoredUpper()
    {
        const QString body = bodyWithCheck(u'X');
        const auto number = CitizenNumber::parse(QString(body + u'x'), today);
        QVERIFY(number);
        QCOMPARE(number->text(), body + u'X');
    }

    void fifteenDigitsAreWidened()
    {
        QCOMPARE(CitizenNumber::parse(u"990100900101003", today)->text(), u"990100199001010039"_s);
    }

    void bornTodayIsAccepted()
    {
        const QDate birth(1997, 1, 1);
        QVERIFY(CitizenNumber::parse(u"990100199701010021", birth));
        QVERIFY(!CitizenNumber::parse(u"990100199701010021", birth.addDays(-1)));
        QVERIFY(!CitizenNumber::parse(u"990100199701010021", QDate()));
    }

    void checkCharacterOfForeignTextIsNull()
    {
        QVERIFY(CitizenNumber::checkCharacter(u"").isNull());
        QVERIFY(CitizenNumber::checkCharacter(u"9901001997010100２").isNull());
        QCOMPARE(CitizenNumber::checkCharacter(u"99010019970101002"), QChar(u'1'));
    }

    void everySingleDigitErrorIsFound()
    {
        for (const QString &number : samples()) {
            for (qsizetype at = 0; at < 18; ++at) {
                for (const QChar c : u"0123456789X"_s) {
                    QString wrong = number;
                    wrong[at] = c;
                    if (wrong != number)
                        QVERIFY2(!CitizenNumber::parse(wrong, today), qPrintable(wrong));
                }
            }
        }
    }

    void everyAdjacentSwapIsFound()
    {
        for (const QString &number : samples()) {
            for (qsizetype at = 0; at < 17; ++at) {
                QString wrong = number;
                std::swap(wrong[at], wrong[at + 1]);
                if (wrong != number)
                    QVERIFY2(!CitizenNumber::parse(wrong, today), qPrintable(wrong));
            }
        }
    }

private:
    const QDate today{2026, 11, 23};

    /** 17 digits whose check character is the given one. */
    static QString bodyWithCheck(QChar check)
    {
        for (int sequence = 0; sequence < 1000; ++sequence) {
            const QString body = u"99010019970101%1"_s.arg(sequence, 3, 10, QChar(u'0'));
            if (CitizenNumber::checkCharacter(body) == check)
                return body;
        }
        return {};
    }

    /** 200 valid numbers over many birth dates, each check character among them. */
    static QStringList samples()
    {
        QStringList numbers;
        QRandomGenerator random(20261123);
        for (int i = 0; i < 200; ++i) {
            const QDate birth = QDate(1930, 1, 1).addDays(random.bounded(34'000));
            const QString body = u"9901%1%2%3"_s.arg(random.bounded(100), 2, 10, QChar(u'0'))
                                     .arg(birth.toString(u"yyyyMMdd"))
                                     .arg(random.bounded(1000), 3, 10, QChar(u'0'));
            numbers.append(body + CitizenNumber::checkCharacter(body));
        }
        return numbers;
    }
};

QTEST_GUILESS_MAIN(TestCitizenNumber)
#include "tst_citizennumber.moc"
