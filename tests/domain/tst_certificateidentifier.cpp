// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/identifiers.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestCertificateIdentifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodIdentifiers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CertificateIdentifier>("parts");
        QTest::newRow("real 1") << u"1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F"_s
                                << CertificateIdentifier{u"11100000000013338W032"_s, u"11220000013544541J"_s,
                                                         u"2430599"_s, u"001"_s};
        QTest::newRow("real 2") << u"1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"_s
                                << CertificateIdentifier{u"11100000000013338W009"_s, u"11330105002500287C"_s,
                                                         u"2025052201"_s, u"002"_s};
        const CertificateIdentifier byDivision{u"11100000000013127D001"_s, u"990100"_s,
                                               u"0123456789ABCDEF0123456789ABCDEF"_s, u"001"_s};
        QTest::newRow("issuer by division, UUID serial") << byDivision.text() << byDivision;
    }

    void goodIdentifiers()
    {
        QFETCH(QString, text);
        QFETCH(CertificateIdentifier, parts);
        const auto parsed = CertificateIdentifier::parse(text);
        QVERIFY(parsed);
        QCOMPARE(*parsed, parts);
        QCOMPARE(parsed->text(), text);
    }

    void everySingleErrorIsFound_data() { goodIdentifiers_data(); }

    void everySingleErrorIsFound()
    {
        QFETCH(QString, text);
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const QChar c : u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.a"_s) {
                QString wrong = text;
                wrong[at] = c;
                if (wrong != text)
                    QVERIFY2(!CertificateIdentifier::parse(wrong), qPrintable(wrong));
            }
        }
    }

    void wrongIdentifiers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const QString root = u"1.2.156.3005.2."_s;
        QTest::newRow("empty") << u""_s << u"ID-001"_s;
        QTest::newRow("other root") << u"1.2.156.3005.1.11100000000013338W032.11220000013544541J.2430599.001.F"_s
                                    << u"ID-010"_s;
        QTest::newRow("root only") << root << u"ID-002"_s;
        QTest::newRow("a part missing") << root + u"11100000000013338W032.11220000013544541J.2430599.F"_s << u"ID-002"_s;
        QTest::newRow("no serial") << root + u"11100000000013338W032.11220000013544541J..001.F"_s << u"ID-002"_s;
        QTest::newRow("serial of 33") << root + u"11100000000013338W032.11220000013544541J."_s + QString(33, u'1')
                + u".001.F"_s << u"ID-002"_s;
        QTest::newRow("a million dots") << root + QString(1'000'000, u'.') << u"ID-002"_s;
        QTest::newRow("lower case") << root + u"11100000000013338w032.11220000013544541J.2430599.001.F"_s << u"ID-003"_s;
        QTest::newRow("full width") << root + u"11100000000013338W032.11220000013544541J.243059９.001.F"_s << u"ID-003"_s;
        QTest::newRow("letters in the version") << root + u"11100000000013338W032.11220000013544541J.2430599.00A.F"_s
                                                << u"ID-003"_s;
        QTest::newRow("check") << root + u"11100000000013338W032.11220000013544541J.2430599.001.E"_s << u"ID-004"_s;
    }

    void wrongIdentifiers()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto result = CertificateIdentifier::parse(text);
        QVERIFY(!result);
        QCOMPARE(failureText(result.error().code), code);
    }

    void checkCharacterOfForeignTextIsNull()
    {
        QVERIFY(CertificateIdentifier::checkCharacter(u"11a").isNull());
        QVERIFY(CertificateIdentifier::checkCharacter(u"1.1").isNull());
    }
};

QTEST_GUILESS_MAIN(TestCertificateIdentifier)
#include "tst_certificateidentifier.moc"
