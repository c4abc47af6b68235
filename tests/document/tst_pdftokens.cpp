// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "pdftokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using document::PdfTokens;
using document::PdfValue;
using Kind = PdfValue::Kind;

/** Bytes to values: every kind of value, and every way of not being one. */
class TestPdfTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void refusals_data();
    void refusals();
    void nestedNoDeeper();
    void dictionaries();
    void referencesOnlyInObjects();
};

void TestPdfTokens::values_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("number");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind, const QByteArray &text, double number) {
        QTest::newRow(name) << bytes << int(kind) << text << number;
    };
    row("whole number", " 12 ", Kind::Number, {}, 12);
    row("negative", "-0.5", Kind::Number, {}, -0.5);
    row("with a plus and no zero", "+.5", Kind::Number, {}, 0.5);
    row("name", "/Type/Page", Kind::Name, "Type", 0);
    row("word", "endobj\n", Kind::Word, "endobj", 0);
    row("nothing", "null", Kind::Null, {}, 0);
    row("comment before", "%x y\r\n7", Kind::Number, {}, 7);
    row("hexadecimal", "<4f 60\n597D>", Kind::Text, QByteArray::fromHex("4f60597d"), 0);
    row("half a byte", "<7>", Kind::Text, "p", 0);
    row("empty text", "()", Kind::Text, {}, 0);
    row("brackets within", "(a(b)c)", Kind::Text, "a(b)c", 0);
    row("escapes", R"((\n\)\\\101\7z))", Kind::Text, "\n)\\A\7z", 0);
    row("reference", "12 0 R", Kind::Reference, {}, 12);
    row("two numbers", "12 0 Rx", Kind::Number, {}, 12);
}

void TestPdfTokens::values()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    QFETCH(double, number);
    const auto value = PdfTokens(bytes, true).next();
    QVERIFY(value);
    QCOMPARE(int(value->kind), kind);
    QCOMPARE(value->bytes, text);
    QCOMPARE(value->number, number);
}

void TestPdfTokens::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only a comment") << QByteArray("% 12");
    QTest::newRow("exponent") << QByteArray("1e9");
    QTest::newRow("two points") << QByteArray("1.2.3");
    QTest::newRow("too long") << QByteArray(21, '1');
    QTest::newRow("open hexadecimal") << QByteArray("<4f60");
    QTest::newRow("no hexadecimal") << QByteArray("<4g>");
    QTest::newRow("open text") << QByteArray("(a(b)");
    QTest::newRow("open escape") << QByteArray("(a\\");
    QTest::newRow("open array") << QByteArray("[1 2");
    QTest::newRow("open dictionary") << QByteArray("<</A 1");
    QTest::newRow("key that is no name") << QByteArray("<<1 /A>>");
    QTest::newRow("key twice") << QByteArray("<</A 1/A 2>>");
    QTest::newRow("closing alone") << QByteArray("]");
    QTest::newRow("brace") << QByteArray("{");
    QTest::newRow("array too long") << "[" + QByteArray("1 ").repeated(1001) + "]";
}

void TestPdfTokens::refusals()
{
    QFETCH(QByteArray, bytes);
    const auto value = PdfTokens(bytes, true).next();
    QVERIFY(!value);
    QCOMPARE(domain::failureText(value.error().code), u"DOC-003"_s);
}

void TestPdfTokens::nestedNoDeeper()
{
    QVERIFY(PdfTokens("[[[[[[[[[[[[1]]]]]]]]]]]]", true).next());
    const QByteArray deep = QByteArray("[").repeated(500'000);
    QVERIFY(!PdfTokens(deep, true).next());
}

void TestPdfTokens::dictionaries()
{
    const auto value = PdfTokens("<</Kids[3 0 R]/Count 1/Inner<</A(b)>>>>", true).next();
    QVERIFY(value);
    QCOMPARE(value->entry("Kids").items.first().kind, Kind::Reference);
    QVERIFY(value->entry("Count").isInteger(1, 1));
    QCOMPARE(value->entry("Inner").entry("A").bytes, "b");
    QVERIFY(!value->has("None"));
    QCOMPARE(value->entry("Count").entry("A").kind, Kind::Null);
}

void TestPdfTokens::referencesOnlyInObjects()
{
    PdfTokens tokens("1 0 R", false);
    QCOMPARE(tokens.next()->number, 1.0);
    QCOMPARE(tokens.next()->number, 0.0);
    QVERIFY(tokens.expect("R"));
    QVERIFY(tokens.atEnd());
    QVERIFY(!tokens.expect("R"));
}

QTEST_GUILESS_MAIN(TestPdfTokens)
#include "tst_pdftokens.moc"
