// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <badwebserver.h>
#include <updatedesk.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using domain::FailureCode;
using test::BadWebServer;
using test::ReleaseFolder;
using test::UpdateDesk;
using Stage = UpdateStatus::Stage;

/** No room, no time, somebody faster, a list that changed its mind: what may come between a version and its place. */
class TstUpdateShortage : public QObject, private UpdateDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init() { reset(); }
    void whatCannotBeTriedNowIsTriedAgain_data();
    void whatCannotBeTriedNowIsTriedAgain();
    void noRoomOnTheDisk();
    void theDiskFillsUp();
    void anotherDesktopTookIt();
    void withdrawnBeforeTheNextStart_data();
    void withdrawnBeforeTheNextStart();
};

void TstUpdateShortage::whatCannotBeTriedNowIsTriedAgain_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("no room to unpack") << u"exit 127"_s;
    QTest::newRow("killed") << u"kill -9 $$"_s;
}

void TstUpdateShortage::whatCannotBeTriedNowIsTriedAgain()
{
    QFETCH(QString, what);
    const QString room = m_place->filePath(u"room"_s);
    m_folder->putProgram(u"0.2.0"_s, 0, u"0.2.0\ntest -e '%1' || %2"_s.arg(room, what));
    m_folder->publish();
    BadWebServer server(m_folder->path());
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateDoesNotRun);
    QVERIFY(updater->status().fault->retryable);
    QVERIFY(installation().refused().isEmpty());
    ReleaseFolder::write(room, {});
    const qsizetype before = server.asked.size();
    QCOMPARE(look(*updater), Stage::Ready);
    // Not fetched once more.
    QCOMPARE(server.asked.size(), before + 2);
}

void TstUpdateShortage::noRoomOnTheDisk()
{
    BadWebServer server(m_folder->path());
    server.cutAfter = 1'000'000;
    QCOMPARE(look(*make(server.url())), Stage::Idle);
    QVERIFY(QFile::exists(installation().partFile()));
    Running running{u"0.1.0"_s, 3};
    running.storeBytes = qint64(1) << 60;
    Updater updater(settingsFor(server.url()), installation(), running, state(), m_clock, never);
    updater.begin();
    const qsizetype before = server.asked.size();
    QCOMPARE(look(updater), Stage::Idle);
    QCOMPARE(updater.status().fault->code, FailureCode::UpdateNotWritable);
    QVERIFY2(updater.status().fault->detail.contains(u"no room"_s), qPrintable(updater.status().fault->detail));
    QCOMPARE(server.asked.size(), before + 2);
    QVERIFY(!QFile::exists(installation().partFile()));
}

/** Somebody else took the room meanwhile: no byte more can be written. */
void TstUpdateShortage::theDiskFillsUp()
{
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1 << 20;
    const auto updater = make(m_folder->path());
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Stage came = look(*updater);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(came, Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateNotWritable);
    QVERIFY(!QFile::exists(installation().partFile()));
    QCOMPARE(look(*updater), Stage::Ready);
}

void TstUpdateShortage::anotherDesktopTookIt()
{
    const Installation mine = Installation::startedFrom(installation().file());
    Updater updater(settingsFor(m_folder->path()), mine, Running{u"0.1.0"_s, 3}, state(), m_clock, never);
    updater.begin();
    ReleaseFolder::write(mine.nextFile(), "what the other one fetched");
    QVERIFY(Installation::startedFrom(mine.file()).exchange(u"0.1.0"_s, u"0.2.0"_s));
    QCOMPARE(look(updater), Stage::Ready);
    QCOMPARE(updater.status().version, u"0.2.0"_s);
    QVERIFY(!QFile::exists(mine.nextFile()));
    updater.agree();
    QVERIFY(updater.status().agreed);
    QSignalSpy taken(&updater, &Updater::taken);
    updater.takeNow();
    QVERIFY(!taken.first().first().value<std::optional<domain::Error>>());
    QFile previous(mine.previousFile());
    QVERIFY(previous.open(QIODevice::ReadOnly));
    QCOMPARE(previous.readAll(), QByteArray("the running one"));
}

void TstUpdateShortage::withdrawnBeforeTheNextStart_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"offered", "withdrawn", "replaced by a newer one", "away", "forged"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/** The list is asked once more before what was fetched takes the place. */
void TstUpdateShortage::withdrawnBeforeTheNextStart()
{
    QFETCH(QString, what);
    QCOMPARE(look(*make(m_folder->path())), Stage::Ready);
    m_folder->list.sequence = 2;
    if (what == "withdrawn"_L1)
        m_folder->list.releases.clear();
    else if (what == "replaced by a newer one"_L1)
        m_folder->putProgram(u"0.3.0"_s);
    m_folder->publish();
    if (what == "forged"_L1)
        ReleaseFolder::write(m_folder->file(u"yichuang-stable.json.sig"_s), "forged");
    UpdateSettings settings = settingsFor(what == "away"_L1 ? m_place->filePath(u"no share"_s) : m_folder->path());
    settings.when = When::AtStart;
    const Arrival arrival = arrive(installation(), {u"0.1.0"_s, 3}, settings, state(), m_clock);
    QCOMPARE(arrival.exchanged, what == "offered"_L1);
    QCOMPARE(QFile::exists(installation().nextFile()), what != "offered"_L1 && what != "withdrawn"_L1);
}

QTEST_GUILESS_MAIN(TstUpdateShortage)
#include "tst_updateshortage.moc"
