// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/casenumber.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestCaseNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<int>("sequence");
        QTest::addColumn<QString>("text");
        QTest::newRow("first") << 1 << u"990100202611230000011"_s;
        QTest::newRow("first lease") << 1'000'001 << u"99010020261123A000018"_s;
        QTest::newRow("last lease") << 3'399'999 << u"99010020261123Z999994"_s;
    }

    void numbers()
    {
        QFETCH(int, sequence);
        QFETCH(QString, text);
        const CaseNumber number = CaseNumber::make(u"990100"_s, QDate(2026, 11, 23), sequence);
        QCOMPARE(number.text(), text);
        const auto parsed = CaseNumber::parse(QString(u' ' + text.toLower()));
        QVERIFY(parsed);
        QCOMPARE(*parsed, number);
    }

    void sequencesOutsideTheRangeAreEmpty()
    {
        for (const int sequence : {-1, 3'400'000, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
            QVERIFY(CaseNumber::make(u"990100"_s, QDate(2026, 11, 23), sequence).sequence.isEmpty());
        QVERIFY(!CaseNumber::parse(CaseNumber::make(u"990100"_s, QDate(2026, 11, 23), -1).text()));
    }

    void wrongNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << u""_s << u"ID-001"_s;
        QTest::newRow("20") << u"99010020261123000001"_s << u"ID-002"_s;
        QTest::newRow("letter I") << u"99010020261123I000011"_s << u"ID-003"_s;
        QTest::newRow("letter inside") << u"990100202611230A00011"_s << u"ID-003"_s;
        QTest::newRow("full width") << u"99010020261123000001１"_s << u"ID-003"_s;
        QTest::newRow("check") << u"990100202611230000012"_s << u"ID-004"_s;
        QTest::newRow("province") << CaseNumber::make(u"160100"_s, QDate(2026, 11, 23), 1).text() << u"ID-006"_s;
    }

    void wrongNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto result = CaseNumber::parse(text);
        QVERIFY(!result);
        QCOMPARE(failureText(result.error().code), code);
    }

    void impossibleDayIsRefused()
    {
        // One of the ten check digits fits, so exactly one of these fails for its day.
        QStringList codes;
        for (int check = 0; check < 10; ++check) {
            const auto result = CaseNumber::parse(u"99010020260230000001%1"_s.arg(check));
            QVERIFY(!result);
            codes.append(failureText(result.error().code));
        }
        QCOMPARE(codes.count(u"ID-011"_s), 1);
        QCOMPARE(codes.count(u"ID-004"_s), 9);
    }

    void everySingleDigitErrorIsFound()
    {
        const QString text = u"990100202611230000011"_s;
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const QChar c : u"0123456789"_s) {
                QString wrong = text;
                wrong[at] = c;
                if (wrong != text)
                    QVERIFY2(!CaseNumber::parse(wrong), qPrintable(wrong));
            }
        }
    }

    void partsAreNumbered()
    {
        QCOMPARE(partNumber(u"990100202611230000011"_s, 1), u"990100202611230000011-01"_s);
        QCOMPARE(partNumber(u"990100202611230000011"_s, 12), u"990100202611230000011-12"_s);
    }
};

QTEST_GUILESS_MAIN(TestCaseNumber)
#include "tst_casenumber.moc"
