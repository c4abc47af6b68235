// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/pinyin.h>

#include <QTest>

using namespace Qt::StringLiterals;

class TestPinyin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initials_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("initials");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("newborn") << u"新生儿出生"_s << u"xsecs"_s;
        QTest::newRow("household") << u"出生登记"_s << u"csdj"_s;
        QTest::newRow("social security") << u"社会保障卡申领"_s << u"shbzksl"_s;
        QTest::newRow("umlaut") << u"律绿女"_s << u"lln"_s;
        QTest::newRow("zero initial") << u"安恩欧"_s << u"aeo"_s;
        QTest::newRow("latin and digits stay") << u"C1证A版"_s << u"c1zab"_s;
        QTest::newRow("punctuation goes") << u"“一件事”·办理"_s << u"yjsbl"_s;
        QTest::newRow("outside the table") << u"\U00020000𠮷あ"_s << QString();
        QTest::newRow("first and last") << QString(QChar(0x4E00)) << u"y"_s;
    }
    void spelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spelling");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("newborn") << u"新生儿出生"_s << u"xinshengerchusheng"_s;
        QTest::newRow("umlaut") << u"律绿女"_s << u"lvlvnv"_s;
        QTest::newRow("longest") << u"装窗"_s << u"zhuangchuang"_s;
        QTest::newRow("latin and digits stay") << u"C1证"_s << u"c1zheng"_s;
        QTest::newRow("outside the table") << u"𠮷あ（）"_s << QString();
    }
    void spelling()
    {
        QFETCH(QString, text);
        QTEST(yichuang::domain::pinyinSpelling(text), "spelling");
    }
    void initials()
    {
        QFETCH(QString, text);
        QTEST(yichuang::domain::pinyinInitials(text), "initials");
    }
};

QTEST_APPLESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
