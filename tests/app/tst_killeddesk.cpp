// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <app/realworld.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace yichuang;

/** kill -9 in the middle of a form: the next start on the same profile and keychain goes on at the last letter. */
class TestKilledDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void continuesAtTheLastLetter();
    void goesOnInsideAnAccount();

private:
    /** What is typed, where, and how it goes on. */
    struct Typing {
        QString item;
        QString field;
        QString text;
        QString rest;
    };
    void startWorker(QProcess &process, const QString &what, const Typing &typing) const;
    static QString answerOf(QProcess &process);
    /** Somebody types, and SIGKILL ends the desktop. */
    void typeAndKill(const Typing &typing);
    void endsWith(const QString &what, const Typing &typing, const QString &answer);

    QTemporaryDir m_folder;
    std::unique_ptr<testing::RealWorld> m_world;
};

void TestKilledDesk::initTestCase()
{
    m_world = std::make_unique<testing::RealWorld>(m_folder.path());
    QCOMPARE(m_world->start(), QString());
}

void TestKilledDesk::startWorker(QProcess &process, const QString &what, const Typing &typing) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"YICHUANG_DEMO_SECRET"_s, m_world->secret());
    environment.insert(u"YICHUANG_TEST_ITEM"_s, typing.item);
    environment.insert(u"YICHUANG_TEST_FIELD"_s, typing.field);
    environment.insert(u"YICHUANG_TEST_TEXT"_s, typing.text);
    environment.insert(u"YICHUANG_TEST_REST"_s, typing.rest);
    process.setProcessEnvironment(environment);
    const app::DesktopOptions options = m_world->options();
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

void TestKilledDesk::typeAndKill(const Typing &typing)
{
    QProcess desk;
    startWorker(desk, u"type"_s, typing);
    // The card is laid down again and again until somebody is signed in to take it.
    QTimer again;
    connect(&again, &QTimer::timeout, this, [this] {
        m_world->removeCard();
        m_world->placeCard(m_world->card(5));
    });
    again.start(3000);
    QCOMPARE(answerOf(desk), u"typed"_s);
    again.stop();
    m_world->removeCard();
    desk.kill(); // SIGKILL
    QVERIFY(desk.waitForFinished(5000));
    QCOMPARE(desk.exitStatus(), QProcess::CrashExit);
}

void TestKilledDesk::endsWith(const QString &what, const Typing &typing, const QString &answer)
{
    QProcess next;
    startWorker(next, what, typing);
    QCOMPARE(answerOf(next), answer);
    next.terminate();
    if (!next.waitForFinished(5000))
        next.kill();
}

void TestKilledDesk::continuesAtTheLastLetter()
{
    const Typing typing{u"social-security-card-application"_s, u"deliveryPlace"_s, u"写到一半断电"_s, {}};
    typeAndKill(typing);
    endsWith(u"read"_s, typing, u"found 写到一半断电"_s);
}

/** Fourteen figures are an account as well as nineteen: nothing is wrong with it, and it would be hidden had it been left. */
void TestKilledDesk::goesOnInsideAnAccount()
{
    const Typing typing{u"rent-withdrawal"_s, u"bankAccount"_s, u"62179900000000"_s, u"01234"_s};
    typeAndKill(typing);
    endsWith(u"goon"_s, typing, u"found 6217990000000001234"_s);
}

QTEST_GUILESS_MAIN(TestKilledDesk)
#include "tst_killeddesk.moc"
