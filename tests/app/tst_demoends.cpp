// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace Qt::StringLiterals;

/** The demo keeps nothing: not after a signal, and not for longer than to the next demo after a kill -9. */
class TestDemoEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signalEndsInOrder_data();
    void signalEndsInOrder();
    void deadDemosAreRemoved();

private:
    static void startDemo(QProcess &process, const QString &temporary);
    static QStringList folders(const QTemporaryDir &temporary) { return QDir(temporary.path()).entryList({u"yichuang-*"_s}, QDir::Dirs); }
};

void TestDemoEnds::startDemo(QProcess &process, const QString &temporary)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, temporary);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DESKTOP_PROGRAM), {u"--demo"_s, u"--citizens"_s, u"50"_s});
    QString said;
    QTRY_VERIFY2_WITH_TIMEOUT((said += QString::fromUtf8(process.readAllStandardOutput())).contains(u"demo accounts"_s) || process.state() == QProcess::NotRunning,
                              qPrintable(said), 120000);
    QVERIFY(process.state() == QProcess::Running);
}

void TestDemoEnds::signalEndsInOrder_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("hang up") << SIGHUP;
}

void TestDemoEnds::signalEndsInOrder()
{
    QFETCH(const int, number);
    const QTemporaryDir temporary;
    QProcess demo;
    startDemo(demo, temporary.path());
    QCOMPARE(folders(temporary).size(), 1);
    QCOMPARE(::kill(pid_t(demo.processId()), number), 0);
    QVERIFY(demo.waitForFinished(60000));
    QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
    QVERIFY2(demo.exitCode() == 0, demo.readAllStandardError().constData());
    QCOMPARE(folders(temporary), QStringList());
}

void TestDemoEnds::deadDemosAreRemoved()
{
    const QTemporaryDir temporary;
    const QString stranger = temporary.filePath(u"yichuang-demo-stranger"_s);
    QVERIFY(QDir().mkpath(stranger)); // no lock in it: nobody knows whose it is
    QProcess killed;
    startDemo(killed, temporary.path());
    killed.kill();
    QVERIFY(killed.waitForFinished(20000));
    QCOMPARE(folders(temporary).size(), 2);
    const QStringList left = folders(temporary);
    QProcess living;
    startDemo(living, temporary.path());
    QCOMPARE(folders(temporary).size(), 2);
    QVERIFY(QDir(stranger).exists());
    QVERIFY(folders(temporary) != left);
    const QStringList inUse = folders(temporary);
    QProcess third;
    startDemo(third, temporary.path());
    const QStringList now = folders(temporary);
    QCOMPARE(now.size(), 3);
    for (const QString &folder : inUse)
        QVERIFY(now.contains(folder));
    for (QProcess *process : {&third, &living}) {
        process->terminate();
        QVERIFY(process->waitForFinished(60000));
    }
    QCOMPARE(folders(temporary), QStringList{u"yichuang-demo-stranger"_s});
}

QTEST_GUILESS_MAIN(TestDemoEnds)
#include "tst_demoends.moc"
