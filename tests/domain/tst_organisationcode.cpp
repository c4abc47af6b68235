// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/identifiers.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestOrganisationCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realCodes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *code : {"11100000000013127D", "11100000000013338W", "11100000MB0143028R", "113700000045030270",
                                 "11220000013544541J", "11330105002500287C", "91990100MA00000073", "91990100000000000A"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void realCodes()
    {
        QFETCH(QString, text);
        QCOMPARE(parseOrganisationCode(text).value_or(QString()), text);
        QCOMPARE(parseOrganisationCode(QString(u' ' + text.toLower() + u' ')).value_or(QString()), text);
    }

    void everySingleErrorIsFound_data() { realCodes_data(); }

    void everySingleErrorIsFound()
    {
        QFETCH(QString, text);
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const QChar c : u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s) {
                QString wrong = text;
                wrong[at] = c;
                if (wrong != text)
                    QVERIFY2(!parseOrganisationCode(wrong), qPrintable(wrong));
            }
        }
    }

    void wrongCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << u""_s << u"ID-001"_s;
        QTest::newRow("17") << u"11100000000013127"_s << u"ID-002"_s;
        QTest::newRow("letter I") << u"1110000000001312I7"_s << u"ID-003"_s;
        QTest::newRow("letter in the division") << u"11A00000000013127D"_s << u"ID-003"_s;
        QTest::newRow("full width") << u"１1100000000013127D"_s << u"ID-003"_s;
        QTest::newRow("emoji") << u"😀😀😀😀😀😀😀😀😀"_s << u"ID-003"_s;
        QTest::newRow("check") << u"11100000000013127E"_s << u"ID-004"_s;
        QTest::newRow("check of the body inside") << u"91990100MA0000001G"_s << u"ID-004"_s;
        QTest::newRow("department B") << u"B1990100MA00000071"_s << u"ID-007"_s;
    }

    void wrongCodes()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto result = parseOrganisationCode(text);
        QVERIFY(!result);
        QCOMPARE(failureText(result.error().code), code);
    }

    void checkCharacterOfForeignTextIsNull()
    {
        QVERIFY(organisationCheckCharacter(u"").isNull());
        QVERIFY(organisationCheckCharacter(u"1110000000001312Z").isNull());
        QCOMPARE(organisationCheckCharacter(u"91990100MA0000001"), QChar(u'G'));
    }
};

QTEST_GUILESS_MAIN(TestOrganisationCode)
#include "tst_organisationcode.moc"
