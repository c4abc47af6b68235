// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desktop/options.h>
#include <desktop/selftestparts.h>

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace yichuang::app;
using namespace Qt::StringLiterals;

namespace {
bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}
} // namespace

/** What an administrator sets for a machine, against what the command line says. */
class TestMachineSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFile();
    void readsWhatTheManualShows();
    void aFileThatSaysNothingRefuses();
    void peopleOfOneMachineHaveStoresOfTheirOwn();
    void oneTextOrAList_data();
    void oneTextOrAList();
    void fillsWhatTheArgumentsLeaveOpen();
    void argumentsComeFirst();
    void environmentComesBeforeTheMachine();
    void aLockRefuses_data();
    void aLockRefuses();
    void locksAreForgivenOrLockAll_data();
    void locksAreForgivenOrLockAll();
    void strayLinesLockAll_data();
    void strayLinesLockAll();
    void settingsInAGroupRefuse_data();
    void settingsInAGroupRefuse();
    void photoDecoderCanBeLocked();
    void theDemoHasItsOwn();
    void badSettingsAreRefused_data();
    void badSettingsAreRefused();
    void whoTypedItIsToldSo();
    void selfTestTellsOfBadSettings();

private:
    MachineSettings m_hall;
};

void TestMachineSettings::init()
{
    qunsetenv("YICHUANG_EXCHANGE");
    qunsetenv("YICHUANG_PHOTO_DECODER");
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
    QVERIFY(writeFile(path, "exchange=https://exchange.hall.example\nca=/etc/hall.pem\nclient-cert=/etc/window.pem\nclient-key=/etc/window.key\nreader=serial:COM3;tcp:10.0.0.7:4001\n"
               "profile=/var/counter\nlanguage=en\nphoto-decoder=/opt/decoder.so\noffline-entry-days=3\nlocked=exchange, ca\n"));
    const MachineSettings found = machineSettings(path);
    QCOMPARE(found.readers, (QStringList{u"serial:COM3"_s, u"tcp:10.0.0.7:4001"_s}));
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

void TestMachineSettings::readsWhatTheManualShows()
{
    QFile manual(QStringLiteral(PACKAGING_MANUAL));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(manual.readAll());
    const QString block = all.section(u"```ini\n"_s, 1, 1).section(u"```"_s, 0, 0);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"desktop.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(block.toUtf8());
    file.close();
    const MachineSettings found = machineSettings(file.fileName());
    QVERIFY(!found.fault);
    QCOMPARE(found.exchangeUrl, u"https://exchange.hall.example:8443"_s);
    QCOMPARE(found.authorityFile, u"/etc/yichuang/hall-ca.pem"_s);
    QCOMPARE(found.readers, (QStringList{u"serial:/dev/ttyUSB0"_s, u"tcp:10.0.0.7:4001"_s}));
    QCOMPARE(found.locked, (QStringList{u"exchange"_s, u"ca"_s}));
}

void TestMachineSettings::aFileThatSaysNothingRefuses()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desktop.conf"_s);
    QVERIFY(!machineSettings(path).fault);
    const QStringList words{u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s};
    // Unreadable for root as well, who runs tests in containers.
    QVERIFY(QDir().mkdir(path));
    const DesktopOptions unreadable = readOptions(words, machineSettings(path));
    QCOMPARE(unreadable.exitCode, 2);
    QVERIFY2(unreadable.said.contains(u"APP-003 "_s + path), qPrintable(unreadable.said));
    QCOMPARE(readOptions({u"yichuang"_s, u"--version"_s}, machineSettings(path)).exitCode, 0);
    QVERIFY(QDir().rmdir(path) && QFile::link(folder.filePath(u"nowhere"_s), path));
    QVERIFY(machineSettings(path).fault);
    QFile::remove(path);
    QVERIFY(writeFile(path, "# hall\nlocked all\n"));
    const DesktopOptions damaged = readOptions(words, machineSettings(path));
    QVERIFY2(damaged.said.contains(u"APP-001 "_s + path + u", line 2"_s), qPrintable(damaged.said));
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

void TestMachineSettings::locksAreForgivenOrLockAll_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("locked");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("none") << QString() << QStringList() << QStringList();
    QTest::newRow("case and spaces") << u" Exchange ; CA,,photo-decoder"_s << QStringList{u"exchange"_s, u"ca"_s, u"photo-decoder"_s} << QStringList();
    QTest::newRow("all, as it is written elsewhere") << u"ALL"_s << lockableOptions() << QStringList();
    QTest::newRow("a slip") << u"exchagne"_s << lockableOptions() << QStringList{u"exchagne"_s};
    QTest::newRow("a slip among others") << u"ca,All,Readers"_s << lockableOptions() << QStringList{u"Readers"_s};
}

void TestMachineSettings::locksAreForgivenOrLockAll()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, locked);
    QFETCH(const QStringList, faults);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desktop.conf"_s), QSettings::IniFormat);
    settings.setValue(u"locked"_s, text);
    const MachineSettings found = machineSettings(settings);
    QCOMPARE(found.locked, locked);
    QCOMPARE(found.lockFaults, faults);
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s}, found);
    QCOMPARE(options.exitCode, locked.contains(u"exchange"_s) ? 2 : 0);
}

void TestMachineSettings::strayLinesLockAll_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("capitals") << QByteArray("LOCKED=all") << QStringList{u"LOCKED"_s};
    QTest::newRow("another word") << QByteArray("locks=ca") << QStringList{u"locks"_s};
    QTest::newRow("a remark") << QByteArray("# what the hall wants") << QStringList();
    QTest::newRow("another remark") << QByteArray("; what the hall wants") << QStringList();
    QTest::newRow("updates") << QByteArray("[update]\nsource=/srv/updates") << QStringList();
    QTest::newRow("behind a group") << QByteArray("[update]\nsource=/srv/updates\nlocked=all") << QStringList{u"[update] locked"_s};
    QTest::newRow("in a group of a later version") << QByteArray("[Later]\nLocked=ca") << QStringList{u"[Later] Locked"_s};
    QTest::newRow("nothing behind a group") << QByteArray("[update]\nlocked=") << QStringList{u"[update] locked"_s};
    QTest::newRow("behind the group that is none") << QByteArray("[General]\nlock=ca") << QStringList{u"lock"_s};
    QTest::newRow("another name of a group") << QByteArray("[later]\nlocker=ca") << QStringList();
}

void TestMachineSettings::strayLinesLockAll()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QStringList, faults);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desktop.conf"_s);
    QVERIFY(writeFile(path, "exchange=https://exchange.hall.example\n\n" + line + '\n'));
    const MachineSettings found = machineSettings(path);
    QVERIFY(!found.fault);
    QCOMPARE(found.lockFaults, faults);
    QCOMPARE(found.locked, faults.isEmpty() ? QStringList() : lockableOptions());
    QCOMPARE(found.exchangeUrl, u"https://exchange.hall.example"_s);
}

void TestMachineSettings::settingsInAGroupRefuse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("readers below updates") << QByteArray("[update]\nsource=/srv/updates\nreader=serial:COM3") << u"[update] reader"_s;
    QTest::newRow("an exchange below a group that is not known") << QByteArray("[desktop]\nexchange=https://exchange.hall.example") << u"[desktop] exchange"_s;
    QTest::newRow("an authority below a group that has none") << QByteArray("[Update]\nca=/etc/hall.pem") << u"[Update] ca"_s;
    QTest::newRow("the updates' own authority") << QByteArray("[update]\nca=/etc/hall.pem") << QString();
    QTest::newRow("a group of a later version") << QByteArray("[later]\nsource=x\nscreens=2") << QString();
    QTest::newRow("the group that is none") << QByteArray("[General]\nlanguage=en") << QString();
}

/** Nobody reads them there: who wrote them is told, not left with a desktop that goes on as if they had said nothing. */
void TestMachineSettings::settingsInAGroupRefuse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desktop.conf"_s);
    QVERIFY(writeFile(path, text + '\n'));
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s}, machineSettings(path));
    QCOMPARE(options.exitCode, place.isEmpty() ? 0 : 2);
    QVERIFY2(place.isEmpty() || options.said.contains(u"APP-001 "_s + path + u": "_s + place), qPrintable(options.said));
}

void TestMachineSettings::photoDecoderCanBeLocked()
{
    qputenv("YICHUANG_PHOTO_DECODER", "/tmp/own.so");
    QCOMPARE(readOptions({u"yichuang"_s}, m_hall).photoDecoder, u"/tmp/own.so"_s);
    QVERIFY(lockableOptions().contains(u"photo-decoder"_s));
    m_hall.locked = {u"photo-decoder"_s};
    QCOMPARE(readOptions({u"yichuang"_s}, m_hall).photoDecoder, m_hall.photoDecoder);
}

void TestMachineSettings::theDemoHasItsOwn()
{
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--demo"_s}, m_hall);
    QCOMPARE(options.mode, DesktopOptions::Mode::Run);
    QVERIFY(options.exchangeUrl.isEmpty() && options.readers.isEmpty() && options.profile.isEmpty());
    QCOMPARE(options.language, u"en"_s);
}

void TestMachineSettings::badSettingsAreRefused_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString MachineSettings::*>("member");
    QTest::newRow("exchange") << u"http://exchange.hall.example"_s << &MachineSettings::exchangeUrl;
    QTest::newRow("ca") << u"/nonexistent.pem"_s << &MachineSettings::authorityFile;
    QTest::newRow("client-cert") << u"/nonexistent.pem"_s << &MachineSettings::certificateFile;
    QTest::newRow("client-key") << u"/nonexistent.key"_s << &MachineSettings::keyFile;
    QTest::newRow("language") << u"zh"_s << &MachineSettings::language;
    QTest::newRow("offline-entry-days") << u"99"_s << &MachineSettings::offlineEntryDays;
}

void TestMachineSettings::badSettingsAreRefused()
{
    using Member = QString MachineSettings::*;
    QFETCH(const QString, value);
    QFETCH(const Member, member);
    m_hall.*member = value;
    m_hall.language = member == &MachineSettings::language ? value : u"zh_CN"_s;
    const DesktopOptions refused = readOptions({u"yichuang"_s}, m_hall);
    QCOMPARE(refused.mode, DesktopOptions::Mode::SayAndQuit);
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.language, u"zh_CN"_s);
    QCOMPARE(refused.settingFaults.size(), 1);
    QCOMPARE(refused.settingFaults.first().setting, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(refused.settingFaults.first().detail.contains(value), qPrintable(refused.settingFaults.first().detail));
    QVERIFY2(refused.said.contains(u"APP-005"_s) && !refused.said.contains(u"--"_s + refused.settingFaults.first().setting), qPrintable(refused.said));
}

void TestMachineSettings::whoTypedItIsToldSo()
{
    m_hall.language = u"zh"_s;
    const DesktopOptions typed = readOptions({u"yichuang"_s, u"--language"_s, u"fr"_s}, m_hall);
    QVERIFY2(typed.said.contains(u"--language fr"_s) && typed.settingFaults.isEmpty(), qPrintable(typed.said));
    QCOMPARE(readOptions({u"yichuang"_s, u"--language"_s, u"en"_s}, m_hall).mode, DesktopOptions::Mode::Run);
    qputenv("YICHUANG_EXCHANGE", "http://exchange.hall.example");
    const DesktopOptions exported = readOptions({u"yichuang"_s, u"--language"_s, u"en"_s}, m_hall);
    QVERIFY2(exported.said.contains(u"--exchange http"_s) && exported.settingFaults.isEmpty(), qPrintable(exported.said));
}

void TestMachineSettings::selfTestTellsOfBadSettings()
{
    m_hall.language = u"zh"_s;
    m_hall.readers = {u"usb:1"_s};
    m_hall.authorityFile = u"/nonexistent.pem"_s;
    m_hall.lockFaults = {u"exchagne"_s};
    const DesktopOptions options = readOptions({u"yichuang"_s, u"--selftest"_s, u"/tmp/s.json"_s}, m_hall);
    QCOMPARE(options.mode, DesktopOptions::Mode::Run);
    QCOMPARE(options.settingFaults.size(), 3);
    const SelfTestPart part = settingsPart(options);
    QCOMPARE(part.notes, (QStringList{u"unknown-lock"_s, u"wrong-setting"_s}));
    QVERIFY(part.missing.isEmpty());
    QCOMPARE(part.found.value(u"faults"_s).toArray().at(0).toObject().value(u"setting"_s).toString(), u"language"_s);
    QVERIFY(settingsPart(DesktopOptions()).notes.isEmpty());
    // What was typed is a slip of whoever typed it.
    QCOMPARE(readOptions({u"yichuang"_s, u"--selftest"_s, u"/tmp/s.json"_s, u"--reader"_s, u"usb:1"_s}, m_hall).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestMachineSettings)
#include "tst_machinesettings.moc"
