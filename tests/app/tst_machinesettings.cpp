// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desktop/options.h>

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace yichuang::app;
using namespace Qt::StringLiterals;

/** What an administrator sets for a machine, against what the command line says. */
class TestMachineSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFile();
    void peopleOfOneMachineHaveStoresOfTheirOwn();
    void oneTextOrAList_data();
    void oneTextOrAList();
    void fillsWhatTheArgumentsLeaveOpen();
    void argumentsComeFirst();
    void environmentComesBeforeTheMachine();
    void aLockRefuses_data();
    void aLockRefuses();
    void theDemoHasItsOwn();
    void badSettingsAreRefused();

private:
    MachineSettings m_hall;
};

void TestMachineSettings::init()
{
    qunsetenv("YICHUANG_EXCHANGE");
    m_hall = {};
    m_hall.exchangeUrl = u"https://exchange.hall.example:8443"_s;
    m_hall.readers = {u"tcp:10.0.0.7:4001"_s};
    m_hall.language = u"en"_s;
    m_hall.profile = u"/var/counter"_s;
    m_hall.photoDecoder = u"/opt/decoder.so"_s;
    m_hall.offlineEntryDays = u"3"_s;
}

void TestMachineSettings::readsAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desktop.conf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("exchange=https://exchange.hall.example\nca=/etc/hall.pem\nclient-cert=/etc/window.pem\nclient-key=/etc/window.key\nreader=serial:COM3;tcp:10.0.0.7:4001\n"
               "profile=/var/counter\nlanguage=en\nphoto-decoder=/opt/decoder.so\noffline-entry-days=3\nlocked=exchange, ca\n");
    file.close();
    const MachineSettings found = machineSettings(QSettings(path, QSettings::IniFormat));
    QCOMPARE(found.exchangeUrl, u"https://exchange.hall.example"_s);
    QCOMPARE(found.authorityFile, u"/etc/hall.pem"_s);
    QCOMPARE(found.certificateFile, u"/etc/window.pem"_s);
    QCOMPARE(found.keyFile, u"/etc/window.key"_s);
    QCOMPARE(found.profile, QString(u"/var/counter/"_s + QDir::home().dirName()));
    QCOMPARE(found.language, u"en"_s);
    QCOMPARE(found.photoDecoder, u"/opt/decoder.so"_s);
    QCOMPARE(found.offlineEntryDays, u"3"_s);
    QCOMPARE(found.locked, (QStringList{u"exchange"_s, u"ca"_s}));
}

void TestMachineSettings::peopleOfOneMachineHaveStoresOfTheirOwn()
{
    const QByteArray before = qgetenv("HOME");
    const auto restored = qScopeGuard([&before] { qputenv("HOME", before); });
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desktop.conf"_s), QSettings::IniFormat);
    settings.setValue(u"profile"_s, u"/var/counter"_s);
    for (const QString &person : {u"lina"_s, u"wangwei"_s}) {
        QVERIFY(qputenv("HOME", QByteArray("/home/") + person.toLatin1()));
        QCOMPARE(machineSettings(settings).profile, QString(u"/var/counter/"_s + person));
    }
    // Who names a folder themselves means this one.
    QCOMPARE(readOptions({u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s, u"--profile"_s, u"/tmp/p"_s}, machineSettings(settings)).profile, u"/tmp/p"_s);
    settings.setValue(u"profile"_s, QString());
    QVERIFY(machineSettings(settings).profile.isEmpty());
}

void TestMachineSettings::oneTextOrAList_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::newRow("one text, as the registry has it") << QVariant(u"serial:COM3;tcp:10.0.0.7:4001"_s);
    QTest::newRow("commas and spaces") << QVariant(u" serial:COM3, tcp:10.0.0.7:4001 "_s);
    QTest::newRow("a list, as a file gives it") << QVariant(QStringList{u"serial:COM3"_s, u"tcp:10.0.0.7:4001"_s});
}

void TestMachineSettings::oneTextOrAList()
{
    QFETCH(const QVariant, value);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desktop.conf"_s), QSettings::IniFormat);
    settings.setValue(u"reader"_s, value);
    QCOMPARE(machineSettings(settings).readers, (QStringList{u"serial:COM3"_s, u"tcp:10.0.0.7:4001"_s}));
}

void TestMachineSettings::fillsWhatTheArgumentsLeaveOpen()
{
    const DesktopOptions options = readOptions({u"yichuang"_s}, m_hall);
    QCOMPARE(options.mode, DesktopOptions::Mode::Run);
    QCOMPARE(options.exchangeUrl, m_hall.exchangeUrl);
    QCOMPARE(options.readers, m_hall.readers);
    QCOMPARE(options.language, u"en"_s);
    QCOMPARE(options.profile, u"/var/counter"_s);
    QCOMPARE(options.photoDecoder, u"/opt/decoder.so"_s);
    QCOMPARE(options.offlineEntryDays, 3);
    QCOMPARE(readOptions({u"yichuang"_s, u"--offline-entry-days"_s, u"0"_s}, m_hall).offlineEntryDays, 0);
    QCOMPARE(readOptions({u"yichuang"_s, u"--demo"_s}, m_hall).offlineEntryDays, 7);
}

void TestMachineSettings::argumentsComeFirst()
{
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s, u"--reader"_s, u"demo:"_s,
                                                u"--language"_s, u"zh_CN"_s, u"--profile"_s, u"/tmp/p"_s},
                                               m_hall);
    QCOMPARE(options.exchangeUrl, u"https://127.0.0.1:9"_s);
    QCOMPARE(options.readers, QStringList{u"demo:"_s});
    QCOMPARE(options.language, u"zh_CN"_s);
    QCOMPARE(options.profile, u"/tmp/p"_s);
}

void TestMachineSettings::environmentComesBeforeTheMachine()
{
    qputenv("YICHUANG_EXCHANGE", "https://127.0.0.1:9");
    QCOMPARE(readOptions({u"yichuang"_s}, m_hall).exchangeUrl, u"https://127.0.0.1:9"_s);
    m_hall.locked = {u"exchange"_s};
    QCOMPARE(readOptions({u"yichuang"_s}, m_hall).exchangeUrl, m_hall.exchangeUrl);
}

void TestMachineSettings::aLockRefuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("exchange") << QStringList{u"--exchange"_s, u"https://127.0.0.1:9"_s};
    QTest::newRow("ca") << QStringList{u"--ca"_s, u"/tmp/other.pem"_s};
    QTest::newRow("client-cert") << QStringList{u"--client-cert"_s, u"/tmp/other.pem"_s};
    QTest::newRow("client-key") << QStringList{u"--client-key"_s, u"/tmp/other.key"_s};
    QTest::newRow("reader") << QStringList{u"--reader"_s, u"demo:"_s};
    QTest::newRow("profile") << QStringList{u"--profile"_s, u"/tmp/p"_s};
    QTest::newRow("language") << QStringList{u"--language"_s, u"en"_s};
    QTest::newRow("offline-entry-days") << QStringList{u"--offline-entry-days"_s, u"31"_s};
    QTest::newRow("demo") << QStringList{u"--demo"_s};
}

void TestMachineSettings::aLockRefuses()
{
    QFETCH(const QStringList, words);
    const QString option = QString::fromLatin1(QTest::currentDataTag());
    m_hall.locked = lockableOptions();
    m_hall.locked.removeOne(option);
    const DesktopOptions open = readOptions(QStringList{u"yichuang"_s} + words, m_hall);
    QVERIFY2(!open.said.contains(u"locked"_s), qPrintable(open.said));
    m_hall.locked = {option};
    const DesktopOptions refused = readOptions(QStringList{u"yichuang"_s} + words, m_hall);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.said.contains(u"--"_s + option + u" is locked"_s), qPrintable(refused.said));
}

void TestMachineSettings::theDemoHasItsOwn()
{
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--demo"_s}, m_hall);
    QCOMPARE(options.mode, DesktopOptions::Mode::Run);
    QVERIFY(options.exchangeUrl.isEmpty() && options.readers.isEmpty() && options.profile.isEmpty());
    QCOMPARE(options.language, u"en"_s);
}

void TestMachineSettings::badSettingsAreRefused()
{
    MachineSettings bad = m_hall;
    bad.readers = {u"usb:1"_s};
    QVERIFY(readOptions({u"yichuang"_s}, bad).said.contains(u"usb:1"_s));
    bad = m_hall;
    bad.exchangeUrl = u"http://exchange.hall.example"_s;
    QCOMPARE(readOptions({u"yichuang"_s}, bad).exitCode, 2);
    bad = m_hall;
    bad.authorityFile = u"/nonexistent.pem"_s;
    QVERIFY(readOptions({u"yichuang"_s}, bad).said.contains(u"/nonexistent.pem"_s));
}

QTEST_GUILESS_MAIN(TestMachineSettings)
#include "tst_machinesettings.moc"
