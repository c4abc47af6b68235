// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QTest>
#include <ui/startwords.h>
#include <ui/theme.h>
#include <ui/translator.h>

using namespace yichuang;
using namespace Qt::StringLiterals;

/** What every screen gets before the first of them is there, and what is said instead of it. */
class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySystemHasAFontOfIt();
    void refusesInTheLanguageOfTheScreens();
};

void TestTheme::everySystemHasAFontOfIt()
{
    ui::installTheme(*qApp);
    const QStringList families = QApplication::font().families();
    const qsizetype ours = families.indexOf(u"Noto Sans CJK SC"_s);
    const qsizetype windows = families.indexOf(u"Microsoft YaHei UI"_s);
    const qsizetype rare = families.indexOf(u"SimSun-ExtB"_s);
    QVERIFY2(ours == 0 && windows > ours && rare > windows && rare < families.size() - 1, qPrintable(families.join(u", "_s)));
    QCOMPARE(families.last(), u"sans-serif"_s);
}

void TestTheme::refusesInTheLanguageOfTheScreens()
{
    const domain::Error error{domain::FailureCode::MachineSettingInvalid, u"usb:1: unknown kind"_s, false};
    ui::Translator translator;
    translator.setLanguage(u"zh_CN"_s);
    const QString said = ui::settingRefusal(u"reader"_s, u"/etc/yichuang/desktop.conf"_s, error);
    for (const QString &word : {u"本机"_s, u"APP-005"_s, u"reader"_s, u"/etc/yichuang/desktop.conf"_s, u"usb:1: unknown kind"_s, u"设置项"_s, u"大厅信息人员"_s})
        QVERIFY2(said.contains(word), qPrintable(said));
    translator.setLanguage(u"en"_s);
    QVERIFY(ui::settingRefusal(u"reader"_s, {}, error).contains(u"tell hall IT"_s));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
