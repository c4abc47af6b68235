// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/identifiers.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

namespace {
/** "" for success, else the stable failure code. */
template<typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : failureText(result.error().code);
}
} // namespace

class TestPersonNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignerNumber_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("good") << u"USA110188080803"_s << u""_s;
        QTest::newRow("lower case") << u"usa110188080803"_s << u""_s;
        QTest::newRow("born after 2000") << u"GBR990100010109"_s << u""_s;
        QTest::newRow("empty") << u""_s << u"ID-001"_s;
        QTest::newRow("short") << u"USA1101880808"_s << u"ID-002"_s;
        QTest::newRow("full width") << u"USA11018808080３"_s << u"ID-003"_s;
        QTest::newRow("letter among digits") << u"USA11O188080803"_s << u"ID-003"_s;
        QTest::newRow("check") << u"USA110188080804"_s << u"ID-004"_s;
        QTest::newRow("month 13") << u"USA110188130106"_s << u"ID-005"_s;
        QTest::newRow("digits for letters") << u"123110188080803"_s << u"ID-009"_s;
    }

    void foreignerNumber()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto result = parseForeignerNumber15(text, today);
        QCOMPARE(codeOf(result), code);
        if (result)
            QCOMPARE(*result, text.toUpper());
    }

    void division_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        for (const QString &good : {u"37"_s, u"3708"_s, u"370811"_s, u"370811018"_s, u"370811018001"_s, u"990100"_s})
            QTest::newRow(qPrintable(good)) << good << u""_s;
        QTest::newRow("empty") << u" "_s << u"ID-001"_s;
        QTest::newRow("5 digits") << u"37081"_s << u"ID-002"_s;
        QTest::newRow("full width") << u"３７"_s << u"ID-003"_s;
        QTest::newRow("no province") << u"380100"_s << u"ID-006"_s;
    }

    void division()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(codeOf(parseDivisionCode(text)), code);
    }

    void phone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("phone");
        QTest::newRow("mobile") << u"13800000000"_s << u"13800000000"_s;
        QTest::newRow("spaces") << u" 138 0000 0000 "_s << u"13800000000"_s;
        QTest::newRow("land line") << u"0531-12345678"_s << u"0531-12345678"_s;
        QTest::newRow("short area") << u"01012345678"_s << u"01012345678"_s;
        QTest::newRow("extension") << u"0531-1234567-801"_s << u"0531-1234567-801"_s;
        QTest::newRow("service") << u"12345"_s << u"12345"_s;
        QTest::newRow("empty") << u""_s << QString();
        QTest::newRow("12 is no mobile") << u"12800000000"_s << QString();
        QTest::newRow("too short") << u"1380000000"_s << QString();
        QTest::newRow("full width") << u"１３８００００００００"_s << QString();
        QTest::newRow("new line") << u"13800000000\n"_s << QString();
        QTest::newRow("letters") << u"1380000000a"_s << QString();
        QTest::newRow("a million") << QString(1'000'000, u'1') << QString();
    }

    void phone()
    {
        QFETCH(QString, text);
        QFETCH(QString, phone);
        const auto result = parsePhone(text);
        QCOMPARE(codeOf(result), phone.isEmpty() ? u"ID-008"_s : u""_s);
        QCOMPARE(result.value_or(QString()), phone);
    }

    void personNumber_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("code");
        QTest::newRow("citizen") << u"111"_s << u"990100199701010021"_s << u"990100199701010021"_s << u""_s;
        QTest::newRow("citizen, check") << u"111"_s << u"990100199701010020"_s << u""_s << u"ID-004"_s;
        QTest::newRow("foreigner new") << u"553"_s << u"937156198808080014"_s << u"937156198808080014"_s << u""_s;
        QTest::newRow("foreigner old") << u"553"_s << u"usa110188080803"_s << u"USA110188080803"_s << u""_s;
        QTest::newRow("passport") << u"414"_s << u" e12345678 "_s << u"E12345678"_s << u""_s;
        QTest::newRow("resident of Hong Kong") << u"516"_s << u"810000199001010019"_s << u"810000199001010019"_s << u""_s;
        QTest::newRow("resident of Hong Kong, check") << u"516"_s << u"810000199001010011"_s << u""_s << u"ID-004"_s;
        QTest::newRow("resident of Taiwan") << u"511"_s << u"830000198512120024"_s << u"830000198512120024"_s << u""_s;
        QTest::newRow("resident of Taiwan, birth") << u"511"_s << u"830000198513120026"_s << u""_s << u"ID-005"_s;
        QTest::newRow("no resident's prefix") << u"516"_s << u"990100199701010021"_s << u""_s << u"ID-007"_s;
        QTest::newRow("travel permit") << u"516"_s << u"h12345678"_s << u"H12345678"_s << u""_s;
        QTest::newRow("old travel permit") << u"511"_s << u"0123456789"_s << u"0123456789"_s << u""_s;
        QTest::newRow("officer") << u"114"_s << u"军字第0000001号"_s << u"军字第0000001号"_s << u""_s;
        QTest::newRow("unlisted kind") << u"199"_s << u"A1"_s << u"A1"_s << u""_s;
        QTest::newRow("passport, full width") << u"414"_s << u"E１２３４５６７８"_s << u""_s << u"ID-003"_s;
        QTest::newRow("passport, control") << u"414"_s << u"E123\t456"_s << u""_s << u"ID-003"_s;
        QTest::newRow("passport, emoji") << u"414"_s << u"E😀"_s << u""_s << u"ID-003"_s;
        QTest::newRow("passport, empty") << u"414"_s << u" "_s << u""_s << u"ID-001"_s;
        QTest::newRow("30") << u"990"_s << QString(30, u'7') << QString(30, u'7') << u""_s;
        QTest::newRow("31") << u"990"_s << QString(31, u'7') << u""_s << u"ID-002"_s;
        QTest::newRow("no kind") << u""_s << u"E12345678"_s << u""_s << u"ID-007"_s;
    }

    void personNumber()
    {
        QFETCH(QString, kind);
        QFETCH(QString, text);
        QFETCH(QString, number);
        QFETCH(QString, code);
        const auto result = parsePersonNumber(kind, text, today);
        QCOMPARE(codeOf(result), code);
        QCOMPARE(result.value_or(u""_s), number);
    }

private:
    const QDate today{2026, 11, 23};
};

QTEST_GUILESS_MAIN(TestPersonNumber)
#include "tst_personnumber.moc"
