// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/codetables.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestCodeTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sexDigits_data()
    {
        QTest::addColumn<QChar>("digit");
        QTest::addColumn<int>("sex");
        QTest::addColumn<QString>("name");
        QTest::newRow("unknown") << QChar(u'0') << 0 << u"未知的性别"_s;
        QTest::newRow("male") << QChar(u'1') << 1 << u"男"_s;
        QTest::newRow("female") << QChar(u'2') << 2 << u"女"_s;
        QTest::newRow("not stated") << QChar(u'9') << 9 << u"未说明的性别"_s;
        QTest::newRow("no digit of the table") << QChar(u'5') << 0 << u"未知的性别"_s;
        QTest::newRow("full width") << QChar(u'１') << 0 << u"未知的性别"_s;
    }

    void sexDigits()
    {
        QFETCH(QChar, digit);
        QFETCH(int, sex);
        QFETCH(QString, name);
        QCOMPARE(int(sexFromDigit(digit)), sex);
        QCOMPARE(sexName(sexFromDigit(digit)), name);
    }

    void ethnicGroupsAreNamedForForms()
    {
        QCOMPARE(ethnicGroupName(u"01"), u"汉族"_s);
        QCOMPARE(ethnicGroupName(u"56"), u"基诺族"_s);
        QCOMPARE(ethnicGroupName(u"97"), u"其他"_s);
        QCOMPARE(ethnicGroupName(u"77"), u"77"_s);
        QCOMPARE(ethnicGroupName(u""), QString());
    }

    void ethnicGroupsComeInCodeOrder()
    {
        const auto groups = ethnicGroups();
        QCOMPARE(groups.size(), 60);
        QVERIFY(std::is_sorted(groups.begin(), groups.end()));
        for (int code = 1; code <= 56; ++code) {
            const QString text = u"%1"_s.arg(code, 2, 10, QChar(u'0'));
            QVERIFY2(ethnicGroupName(text).endsWith(u'族'), qPrintable(text));
        }
    }

    void documentKindsAreData()
    {
        QCOMPARE(documentKindName(u"111"_s), u"居民身份证"_s);
        QCOMPARE(documentKindName(u"553"_s), u"外国人永久居留证"_s);
        QCOMPARE(documentKindName(u"123"_s), u"123"_s);
        QCOMPARE(documentKinds().size(), 43);
    }
};

QTEST_GUILESS_MAIN(TestCodeTables)
#include "tst_codetables.moc"
