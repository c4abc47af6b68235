// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readeruri.h>

#include <QTest>

using namespace yichuang::device;
using Kind = ReaderUri::Kind;

class TestReaderUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
};

void TestReaderUri::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("number"); ///< baud, TCP port or HID product
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *text, Kind kind, const char *target, int number, const char *canonical) {
        QTest::newRow(text) << QString::fromLatin1(text) << kind << QString::fromLatin1(target) << number << QString::fromLatin1(canonical);
    };
    row("serial:/dev/ttyUSB0", Kind::Serial, "/dev/ttyUSB0", 115200, "serial:/dev/ttyUSB0");
    row("serial:/dev/ttyUSB0?baud=115200", Kind::Serial, "/dev/ttyUSB0", 115200, "serial:/dev/ttyUSB0");
    row("serial:COM3?baud=9600", Kind::Serial, "COM3", 9600, "serial:COM3?baud=9600");
    row("tcp:reader.hall:4001", Kind::Tcp, "reader.hall", 4001, "tcp:reader.hall:4001");
    row("tcp:[::1]:4001", Kind::Tcp, "::1", 4001, "tcp:[::1]:4001");
    row("hid:0400:C35A", Kind::Hid, "", 0xC35A, "hid:0400:c35a");
    row("demo:", Kind::Demo, "", 0, "demo:");
}

void TestReaderUri::parses()
{
    QFETCH(const QString, text);
    QFETCH(const Kind, kind);
    QFETCH(const QString, target);
    QFETCH(const int, number);
    QFETCH(const QString, canonical);
    const auto uri = ReaderUri::parse(text);
    QVERIFY(uri);
    QCOMPARE(uri->kind, kind);
    QCOMPARE(uri->target, target);
    if (kind != Kind::Demo)
        QCOMPARE(kind == Kind::Serial ? uri->baud : kind == Kind::Tcp ? int(uri->port) : int(uri->product), number);
    QCOMPARE(uri->text(), canonical);
    QCOMPARE(*ReaderUri::parse(canonical), *uri);
}

void TestReaderUri::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "serial", "serial:", "serial:?baud=9600", "serial:COM3?baud=4800", "serial:COM3?speed=9600", "serial:COM3?baud=x",
                             "tcp:", "tcp:host", "tcp:host:", "tcp:host:0", "tcp:host:65536", "tcp::4001", "tcp:[]:1", "hid:", "hid:0400", "hid:0400:C35A:1",
                             "hid:zz:1", "demo:x", "demo", "usb:1", ":", "SERIAL:COM3"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestReaderUri::refuses()
{
    QFETCH(const QString, text);
    const auto uri = ReaderUri::parse(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error().code, yichuang::domain::FailureCode::ReaderUriInvalid);
    QVERIFY(!uri.error().detail.isEmpty());
}

QTEST_APPLESS_MAIN(TestReaderUri)
#include "tst_readeruri.moc"
