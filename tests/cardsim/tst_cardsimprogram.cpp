// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The real program: on a pty at real pace, read through the serial line; its arguments, commands and exit codes.
#include <cardsim/readerprobe.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using domain::FailureCode;

class TestCardsimProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsAndExitCodes_data();
    void argumentsAndExitCodes();
    void readsAtRealPace();
    void obeysCommands();
    void speaksTcp();
    void terminateRemovesTheLink();
};

namespace {
/** The demo card as one line of a command. */
QString demoCardLine(const QString &name)
{
    QFile file(demoCardPath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(QJsonDocument::fromJson(file.readAll()).toJson(QJsonDocument::Compact)) : QString();
}

/** The running program; its output is collected line by line. */
class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(CARDSIM_PROGRAM), arguments);
    }
    ~Program()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
    }
    bool waitFor(const QString &text)
    {
        return QTest::qWaitFor([this, &text] { return output().contains(text); }, 5000);
    }
    bool obey(const QString &command, const QString &answer)
    {
        m_output.clear();
        m_process.write(command.toUtf8() + '\n');
        return waitFor(answer);
    }
    QString output()
    {
        m_output += QString::fromUtf8(m_process.readAllStandardOutput());
        return m_output;
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QString m_output;
};
} // namespace

void TestCardsimProgram::argumentsAndExitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"--pty"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"yichuang-cardsim 0."_s;
    QTest::newRow("nothing") << QStringList{} << 2 << u"either --pty PATH or --tcp PORT"_s;
    QTest::newRow("both") << QStringList{u"--pty"_s, u"/tmp/x"_s, u"--tcp"_s, u"1"_s} << 2 << u"either"_s;
    QTest::newRow("unknown option") << QStringList{u"--usb"_s} << 2 << u"usb"_s;
    QTest::newRow("bad port") << QStringList{u"--tcp"_s, u"x"_s} << 2 << u"--tcp takes a number"_s;
    QTest::newRow("bad pace") << QStringList{u"--tcp"_s, u"0"_s, u"--pace"_s, u"0"_s} << 2 << u"--pace takes a number"_s;
    QTest::newRow("no such card") << QStringList{u"--tcp"_s, u"0"_s, u"--card"_s, u"/nonexistent.json"_s} << 2 << u"/nonexistent.json"_s;
    const QString otherFile = QFileInfo(demoCardPath(u"citizen-li"_s)).dir().filePath(u"../catalogue/city.json"_s);
    QTest::newRow("no card") << QStringList{u"--tcp"_s, u"0"_s, u"--card"_s, QStringLiteral(CARDSIM_PROGRAM)} << 2 << u"WIRE-004 "_s + QStringLiteral(CARDSIM_PROGRAM);
    QTest::newRow("another file") << QStringList{u"--tcp"_s, u"0"_s, u"--card"_s, otherFile} << 2 << u"WIRE-003 %1: field \"kind\" of the card takes one of citizen,"_s.arg(otherFile);
    QTest::newRow("no such folder") << QStringList{u"--pty"_s, u"/nonexistent/reader"_s} << 1 << u"/nonexistent/reader"_s;
    QTest::newRow("a file in the way") << QStringList{u"--pty"_s, QStringLiteral(CARDSIM_PROGRAM)} << 1 << u"no symbolic link"_s;
}

void TestCardsimProgram::argumentsAndExitCodes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QString, says);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CARDSIM_PROGRAM), arguments);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), code);
    const QString output = QString::fromUtf8(process.readAll());
    QVERIFY2(output.contains(says), qPrintable(output));
}

void TestCardsimProgram::readsAtRealPace()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"reader"_s);
    Program program({u"--pty"_s, link, u"--card"_s, demoCardPath(u"citizen-wang"_s)});
    QVERIFY(program.waitFor(u"ready serial:"_s + link));
    // The waits of the product, not of the tests.
    ReaderProbe probe(u"serial:"_s + link, {}, device::SessionTiming{});
    probe.start();
    QTRY_COMPARE(probe.readings.size(), 1);
    QCOMPARE(probe.readings.first().card, demoCard(u"citizen-wang"_s).card);
    QCOMPARE(probe.readings.first().appendedAddresses.size(), 2);
    // 1295 bytes of the reading and 151 of the address notes at 115200 bit/s, and three pauses.
    const int elapsed = probe.readings.first().elapsedMs;
    QVERIFY2(elapsed >= 125, qPrintable(QString::number(elapsed)));
    QVERIFY2(elapsed < 1500, qPrintable(QString::number(elapsed)));
    qInfo("card found to last byte: %d ms", elapsed);
}

void TestCardsimProgram::obeysCommands()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"reader"_s);
    Program program({u"--pty"_s, link, u"--pace"_s, QString::number(quickRate)});
    QVERIFY(program.waitFor(u"ready"_s));
    ReaderProbe probe(u"serial:"_s + link);
    probe.start();
    QTRY_VERIFY(probe.isWaiting());
    QVERIFY(program.obey(u"place "_s + demoCardPath(u"citizen-li"_s), u"ok placed"_s));
    QTRY_COMPARE(probe.readings.size(), 1);
    QVERIFY(program.obey(u"remove"_s, u"ok removed"_s));
    QTRY_COMPARE(probe.removals, 1);
    QVERIFY(program.obey(u"fault pull"_s, u"ok"_s));
    QVERIFY(program.obey(u"place "_s + demoCardPath(u"foreigner-2017"_s), u"ok placed"_s));
    QTRY_VERIFY(probe.hasTold(FailureCode::ReaderCardMoved));
    QVERIFY(program.obey(u"unplug"_s, u"ok unplugged"_s));
    QTRY_VERIFY(probe.hasTold(FailureCode::ReaderUnplugged));
    QVERIFY(program.obey(u"plug"_s, u"ok plugged"_s));
    QVERIFY(program.obey(u"place "_s + demoCardPath(u"foreigner-2023"_s), u"ok placed"_s));
    QTRY_COMPARE(probe.readings.size(), 2);
    QVERIFY(program.obey(u"remove"_s, u"ok removed"_s));
    QVERIFY(program.obey(u"place "_s + demoCardLine(u"citizen-li"_s), u"ok placed"_s));
    QTRY_COMPARE(probe.readings.size(), 3);
    QCOMPARE(probe.readings.last().card, demoCard(u"citizen-li"_s).card);
    QVERIFY(program.obey(u"fault unplug-in-frame"_s, u"unplugged by fault"_s));
    QVERIFY(program.obey(u"fault fire"_s, u"error APP-001"_s));
    QVERIFY(program.obey(u"dance"_s, u"error APP-001"_s));
    QVERIFY(program.obey(u"place /nonexistent.json"_s, u"error APP-003"_s));
    QVERIFY(program.obey(u"place {"_s, u"error WIRE-001"_s));
    QVERIFY(program.obey(u"quit"_s, u"ok bye"_s));
    QVERIFY(QTest::qWaitFor([&program] { return program.process().state() == QProcess::NotRunning; }, 5000));
    QCOMPARE(program.process().exitCode(), 0);
}

void TestCardsimProgram::speaksTcp()
{
    Program program({u"--tcp"_s, u"0"_s, u"--card"_s, demoCardPath(u"permit-hongkong"_s), u"--pace"_s, QString::number(quickRate)});
    QVERIFY(program.waitFor(u"ready tcp:"_s));
    const QString uri = program.output().section(u"ready "_s, 1).trimmed();
    ReaderProbe probe(uri);
    probe.start();
    QTRY_COMPARE(probe.readings.size(), 1);
    QCOMPARE(probe.readings.first().card, demoCard(u"permit-hongkong"_s).card);
}

void TestCardsimProgram::terminateRemovesTheLink()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"reader"_s);
    Program program({u"--pty"_s, link});
    QVERIFY(program.waitFor(u"ready"_s));
    QVERIFY(QFileInfo(link).isSymbolicLink());
    program.process().terminate();
    QVERIFY(program.process().waitForFinished(5000));
    QVERIFY(!QFileInfo(link).isSymbolicLink());
}

QTEST_GUILESS_MAIN(TestCardsimProgram)
#include "tst_cardsimprogram.moc"
