// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desktop/entrybox.h>

#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>
#include <memory>
#include <ui/faultbox.h>
#include <ui/startwords.h>

using namespace yichuang;
using namespace yichuang::app;
using namespace Qt::StringLiterals;

/** A start that is refused: who started it from a menu reads why, who started it from a script is not kept waiting. */
class TestEntryBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheCodeMeans();
    void saysNothingTwice();
    void isShownToThoseWhoSeeNothingElse_data();
    void isShownToThoseWhoSeeNothingElse();
};

void TestEntryBox::saysWhatTheCodeMeans()
{
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    bool seen = false;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&seen] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible()) {
                seen = box->windowTitle().contains(u"APP-003"_s) && box->text().contains(u"无法读取"_s) && box->informativeText().contains(u"desktop.conf"_s);
                box->close();
            }
        }
    });
    look.start(10);
    showEntryBox(u"yichuang: APP-003 /etc/yichuang/desktop.conf: Permission denied\n"_s, u"zh_CN"_s);
    QVERIFY(seen);
}

void TestEntryBox::saysNothingTwice()
{
    const domain::Error error{domain::FailureCode::MachineSettingInvalid, u"/nowhere.pem: the file cannot be read"_s, false};
    const QString said = ui::settingRefusal(u"ca"_s, u"desktop.conf"_s, error);
    const std::unique_ptr<QMessageBox> box(ui::openFaultBox(error.code, said));
    QCOMPARE(box->text(), said);
    QCOMPARE(box->informativeText(), QString());
}

void TestEntryBox::isShownToThoseWhoSeeNothingElse_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("isPipe");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("platform");
    QTest::addColumn<bool>("isShown");
    const QStringList menu{u"--fast"_s};
    QTest::newRow("from a menu") << menu << false << u":77"_s << QString() << true;
    QTest::newRow("from a script that reads") << menu << true << u":77"_s << QString() << false;
    QTest::newRow("without a display") << menu << false << QString() << QString() << false;
    QTest::newRow("a machine that tests") << menu << false << u":77"_s << u"offscreen"_s << false;
    QTest::newRow("a script that waits") << QStringList{u"--selftest=/nowhere/report"_s, u"--fast"_s} << false << u":77"_s << QString() << false;
}

void TestEntryBox::isShownToThoseWhoSeeNothingElse()
{
    QFETCH(const QStringList, words);
    QFETCH(const bool, isPipe);
    QFETCH(const QString, display);
    QFETCH(const QString, platform);
    QFETCH(const bool, isShown);
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"YICHUANG_EXCHANGE"_s})
        environment.remove(name);
    if (!display.isEmpty())
        environment.insert(u"DISPLAY"_s, display);
    if (!platform.isEmpty())
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    process.setProcessEnvironment(environment);
    const QString file = folder.filePath(u"errors"_s);
    if (!isPipe)
        process.setStandardErrorFile(file);
    process.start(QStringLiteral(DESKTOP_PROGRAM), words);
    QVERIFY(process.waitForFinished(20000));
    QFile errors(file);
    const QByteArray said = !isPipe && errors.open(QIODevice::ReadOnly) ? errors.readAll() : process.readAllStandardError();
    QVERIFY2(said.contains("yichuang: APP-001 "), said);
    // No server answers at that display: the toolkit says so when a box was tried, and ends the program.
    QCOMPARE(said.contains("could not connect to display"), isShown);
    QCOMPARE(process.exitStatus() == QProcess::CrashExit || process.exitCode() != 2, isShown);
}

QTEST_MAIN(TestEntryBox)
#include "tst_entrybox.moc"
