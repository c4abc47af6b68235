// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/** What the three programs say to their arguments, without a display. */
class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void saysThatThereIsNoDisplay_data();
    void saysThatThereIsNoDisplay();
};

void TestArguments::answers_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QString desktop = QStringLiteral(DESKTOP_PROGRAM);
    const QString exchange = QStringLiteral(EXCHANGE_PROGRAM);
    const QString cardsim = QStringLiteral(CARDSIM_PROGRAM);
    const auto row = [](const char *name, const QString &program, const QStringList &arguments, int code, const QString &says) {
        QTest::newRow(name) << program << arguments << code << says;
    };
    row("desktop help", desktop, {u"--help"_s}, 0, u"--reader"_s);
    row("desktop help's own name", desktop, {u"--help"_s}, 0, u"Usage: yichuang [options]"_s);
    row("desktop empty profile", desktop, {u"--profile"_s, QString(), u"--exchange"_s, u"https://127.0.0.1"_s}, 2, u"--profile wants a value"_s);
    row("desktop tour to nowhere", desktop, {u"--demo"_s, u"--tour"_s, QString()}, 2, u"--tour wants a value"_s);
    row("desktop empty exchange", desktop, {u"--demo"_s, u"--exchange"_s, QString()}, 2, u"--exchange wants a value"_s);
    row("desktop version", desktop, {u"--version"_s}, 0, u"yichuang 0."_s);
    row("desktop without exchange", desktop, {}, 2, u"--exchange URL"_s);
    row("desktop unknown option", desktop, {u"--fast"_s}, 2, u"fast"_s);
    row("desktop stray word", desktop, {u"--demo"_s, u"now"_s}, 2, u"unexpected argument 'now'"_s);
    row("desktop bad reader", desktop, {u"--demo"_s, u"--reader"_s, u"usb:1"_s}, 2, u"--reader usb:1"_s);
    row("desktop serial without port", desktop, {u"--demo"_s, u"--reader"_s, u"serial:"_s}, 2, u"--reader serial:"_s);
    row("desktop bad tcp port", desktop, {u"--demo"_s, u"--reader"_s, u"tcp:host:99999"_s}, 2, u"--reader tcp:host:99999"_s);
    row("desktop plain http outside", desktop, {u"--exchange"_s, u"http://example.com"_s}, 2, u"--exchange http://example.com"_s);
    row("desktop no url", desktop, {u"--exchange"_s, u"::"_s}, 2, u"--exchange ::"_s);
    row("desktop no such authority", desktop, {u"--exchange"_s, u"https://127.0.0.1"_s, u"--ca"_s, u"/nonexistent.pem"_s}, 2, u"/nonexistent.pem"_s);
    row("desktop authority is a folder", desktop, {u"--exchange"_s, u"https://127.0.0.1"_s, u"--ca"_s, u"/"_s}, 2, u"cannot be read"_s);
    row("desktop certificate without its key", desktop, {u"--exchange"_s, u"https://127.0.0.1"_s, u"--client-cert"_s, cardsim}, 2, u"no PEM certificate"_s);
    row("desktop key alone", desktop, {u"--exchange"_s, u"https://127.0.0.1"_s, u"--client-key"_s, cardsim}, 2, u"go together"_s);
    row("desktop authority is a program", desktop, {u"--exchange"_s, u"https://127.0.0.1"_s, u"--ca"_s, cardsim}, 2, u"no PEM certificate"_s);
    row("desktop demo and a hall's exchange", desktop, {u"--demo"_s, u"--exchange"_s, u"https://exchange.hall.example"_s}, 2, u"an exchange of this machine"_s);
    row("desktop demo without its password", desktop, {u"--demo"_s, u"--exchange"_s, u"https://127.0.0.1"_s}, 2, u"YICHUANG_DEMO_SECRET"_s);
    row("desktop two readers for the demo", desktop, {u"--demo"_s, u"--demo-tcp-reader"_s, u"--reader"_s, u"demo:"_s}, 2, u"--demo-tcp-reader needs"_s);
    row("desktop demo's reader without demo", desktop, {u"--demo-tcp-reader"_s}, 2, u"--demo-tcp-reader needs"_s);
    row("desktop demo and profile", desktop, {u"--demo"_s, u"--profile"_s, u"/tmp/p"_s}, 2, u"keeps nothing"_s);
    row("desktop tour without demo", desktop, {u"--tour"_s, u"/tmp/t"_s}, 2, u"--tour needs --demo"_s);
    row("desktop language", desktop, {u"--demo"_s, u"--language"_s, u"fr"_s}, 2, u"zh_CN or en"_s);
    row("desktop entry for ever", desktop, {u"--demo"_s, u"--offline-entry-days"_s, u"32"_s}, 2, u"0 to 31"_s);
    row("desktop citizens", desktop, {u"--demo"_s, u"--citizens"_s, u"3"_s}, 2, u"50 to 100000"_s);
    row("desktop seed", desktop, {u"--demo"_s, u"--seed"_s, u"x"_s}, 2, u"--seed takes a number"_s);
    row("desktop would start", desktop, {u"--check-options"_s, u"--exchange"_s, u"https://127.0.0.1"_s, u"--reader"_s, u"serial:COM3"_s}, 0, {});
    row("desktop would not start", desktop, {u"--check-options"_s, u"--exchange"_s, u"https://127.0.0.1"_s, u"--reader"_s, u"usb:1"_s}, 2, u"--reader usb:1"_s);
    row("desktop asked and tested", desktop, {u"--check-options"_s, u"--selftest"_s, u"/tmp/x"_s}, 2, u"does not go with --selftest"_s);
    row("exchange help", exchange, {u"--help"_s}, 0, u"--listen"_s);
    row("exchange version", exchange, {u"--version"_s}, 0, u"yichuang-exchange 0."_s);
    row("exchange without data", exchange, {}, 2, u"--data FOLDER"_s);
    row("exchange unknown option", exchange, {u"--fast"_s}, 2, u"fast"_s);
    row("exchange bad listen", exchange, {u"--data"_s, u"/tmp/x"_s, u"--listen"_s, u"here"_s}, 2, u"ADDRESS:PORT"_s);
    row("exchange in the root", exchange, {u"--database"_s, u"sqlite:///"_s}, 2, u"sqlite:///FOLDER"_s);
    row("exchange postgres", exchange, {u"--database"_s, u"postgresql://h/d"_s}, 2, u"not in this build"_s);
    row("exchange half TLS", exchange, {u"--data"_s, u"/tmp/x"_s, u"--tls-cert"_s, u"c.pem"_s}, 2, u"belong together"_s);
    row("exchange two tasks", exchange, {u"--data"_s, u"/tmp/x"_s, u"--add-operator"_s, u"a:clerk"_s, u"--import-catalogue"_s, u"/tmp/y"_s}, 2, u"one task at a time"_s);
    row("exchange window without a name", exchange, {u"--data"_s, u"/tmp/x"_s, u"--add-operator"_s, u"a:clerk"_s, u"--window"_s, u"w03:"_s}, 2, u"ID:NAME"_s);
    row("exchange empty name", exchange, {u"--data"_s, u"/tmp/x"_s, u"--add-operator"_s, u"a:clerk"_s, u"--name"_s, u" "_s}, 2, u"operator's name"_s);
    row("exchange endless name", exchange, {u"--data"_s, u"/tmp/x"_s, u"--add-operator"_s, u"a:clerk"_s, u"--name"_s, QString(61, u'x')}, 2, u"60 characters"_s);
    row("exchange name without a task", exchange, {u"--data"_s, u"/tmp/x"_s, u"--name"_s, u"x"_s}, 2, u"belongs to --add-operator"_s);
    row("exchange citizens", exchange, {u"--data"_s, u"/tmp/x"_s, u"--seed-demo"_s, u"0"_s}, 2, u"1 to 1000000"_s);
    row("cardsim help", cardsim, {u"--help"_s}, 0, u"--pty"_s);
    row("cardsim version", cardsim, {u"--version"_s}, 0, u"yichuang-cardsim 0."_s);
    row("cardsim nothing", cardsim, {}, 2, u"either --pty PATH or --tcp PORT"_s);
    row("cardsim bad pace", cardsim, {u"--tcp"_s, u"0"_s, u"--pace"_s, u"0"_s}, 2, u"--pace takes a number"_s);
}

void TestArguments::answers()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QString, says);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"YICHUANG_EXCHANGE"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), code);
    // Help is an answer; a refusal goes to the errors, so that a script's output stays clean.
    const QString said = QString::fromUtf8(code == 0 ? process.readAllStandardOutput() : process.readAllStandardError());
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestArguments::saysThatThereIsNoDisplay_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("display");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("one that does not answer") << u"xcb"_s << u":9999"_s;
    QTest::newRow("with an argument") << u"xcb:nograb"_s << u":9999"_s;
    QTest::newRow("after one of Wayland, which is not there") << u"wayland;xcb"_s << u":9999"_s;
    QTest::newRow("after Deepin's own") << u"dxcb;xcb"_s << u":9999"_s;
    QTest::newRow("no name of one") << u"xcb"_s << u"示例"_s;
}

/** Of itself the toolkit would end with SIGABRT, which a version on trial would be blamed for. */
void TestArguments::saysThatThereIsNoDisplay()
{
    QFETCH(const QString, platform);
    QFETCH(const QString, display);
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    environment.insert(u"DISPLAY"_s, display);
    environment.insert(u"HOME"_s, home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DESKTOP_PROGRAM), {u"--demo"_s, u"--language"_s, u"zh_CN"_s});
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 69);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    for (const QString &word : {u"APP-006"_s, u"屏幕"_s, u"DISPLAY is \"%1\""_s.arg(display)})
        QVERIFY2(said.contains(word), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
