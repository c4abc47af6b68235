// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <app/realworld.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;

/** kill -9 in the middle of a form: the next start on the same profile and keychain goes on at the last letter. */
class TestKilledDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void continuesAtTheLastLetter();

private:
    static void startWorker(QProcess &process, const QString &what, const testing::RealWorld &world);
    static QString answerOf(QProcess &process);
};

void TestKilledDesk::startWorker(QProcess &process, const QString &what, const testing::RealWorld &world)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"YICHUANG_DEMO_SECRET"_s, world.secret());
    environment.insert(u"YICHUANG_TEST_TEXT"_s, u"写到一半断电"_s);
    process.setProcessEnvironment(environment);
    const app::DesktopOptions options = world.options();
    process.start(QStringLiteral(DESKWORKER_PROGRAM), {what, u"--exchange"_s, options.exchangeUrl, u"--ca"_s, options.authorityFile, u"--profile"_s, options.profile,
                                                       u"--reader"_s, options.readers.first()});
}

QString TestKilledDesk::answerOf(QProcess &process)
{
    QString answer;
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine() || process.state() == QProcess::NotRunning, 60000);
        answer = QString::fromUtf8(process.readLine()).trimmed();
    }();
    return answer;
}

void TestKilledDesk::continuesAtTheLastLetter()
{
    const QTemporaryDir folder;
    testing::RealWorld world(folder.path());
    QCOMPARE(world.start(), QString());
    {
        QProcess desk;
        startWorker(desk, u"type"_s, world);
        // The card is laid down again and again until somebody is signed in to take it.
        QTimer again;
        connect(&again, &QTimer::timeout, this, [&world] {
            world.removeCard();
            world.placeCard(world.card(5));
        });
        again.start(3000);
        QCOMPARE(answerOf(desk), u"typed"_s);
        again.stop();
        world.removeCard();
        desk.kill(); // SIGKILL
        QVERIFY(desk.waitForFinished(5000));
        QCOMPARE(desk.exitStatus(), QProcess::CrashExit);
    }
    QProcess next;
    startWorker(next, u"read"_s, world);
    QCOMPARE(answerOf(next), u"found 写到一半断电"_s);
    next.terminate();
    if (!next.waitForFinished(5000))
        next.kill();
}

QTEST_GUILESS_MAIN(TestKilledDesk)
#include "tst_killeddesk.moc"
