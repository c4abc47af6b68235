// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <driverprobe.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang::device;
using namespace Qt::StringLiterals;

class TestDriverProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsMissingDrivers_data();
    void tellsMissingDrivers();
    void noFolderIsNoAnswer();
    void readsWindowsNames_data();
    void readsWindowsNames();
};

void TestDriverProbe::tellsMissingDrivers_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("product");
    QTest::addColumn<bool>("hasDriver");
    QTest::addColumn<QString>("answer");
    QTest::newRow("module without driver") << u"0400"_s << u"C35A"_s << false << u"0400:c35a"_s;
    QTest::newRow("module with driver") << u"0400"_s << u"c35a"_s << true << QString();
    QTest::newRow("adapter without driver") << u"1a86"_s << u"7523"_s << false << u"1a86:7523"_s;
    QTest::newRow("a mouse without driver") << u"046d"_s << u"c077"_s << false << QString();
}

void TestDriverProbe::tellsMissingDrivers()
{
    QFETCH(const QString, vendor);
    QFETCH(const QString, product);
    QFETCH(const bool, hasDriver);
    QFETCH(const QString, answer);
    const QTemporaryDir folder;
    const QDir devices(folder.path());
    QVERIFY(devices.mkpath(u"1-2"_s) && devices.mkpath(u"1-2:1.0"_s) && devices.mkpath(u"1-21:1.0/driver"_s));
    for (const auto &[name, text] : {std::pair(u"1-2/idVendor"_s, vendor), std::pair(u"1-2/idProduct"_s, product)}) {
        QFile file(devices.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toLatin1() + '\n');
    }
    if (hasDriver)
        QVERIFY(devices.mkpath(u"1-2:1.0/driver"_s));
    QCOMPARE(usbSerialWithoutDriver(folder.path()).value_or(QString()), answer);
}

void TestDriverProbe::noFolderIsNoAnswer()
{
    QVERIFY(!usbSerialWithoutDriver(u"/nonexistent"_s));
}

void TestDriverProbe::readsWindowsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("answer");
    QTest::newRow("adapter") << u"USB\\VID_1A86&PID_7523&REV_0264"_s << u"1a86:7523"_s;
    QTest::newRow("module, one of several interfaces") << u"usb\\vid_0400&pid_c35a&MI_00"_s << u"0400:c35a"_s;
    QTest::newRow("another device of the module's maker") << u"USB\\VID_0400&PID_0001"_s << QString();
    QTest::newRow("a mouse") << u"USB\\VID_046D&PID_C077&REV_7200"_s << QString();
    QTest::newRow("a hub's root") << u"USB\\ROOT_HUB30"_s << QString();
    QTest::newRow("not at the beginning") << u"HID\\USB\\VID_1A86&PID_7523"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestDriverProbe::readsWindowsNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, answer);
    QCOMPARE(serialAdapterOf(name).value_or(QString()), answer);
}

QTEST_APPLESS_MAIN(TestDriverProbe)
#include "tst_driverprobe.moc"
