// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <releasefolder.h>
#include <stillclock.h>
#include <update/arrival.h>
#include <update/storefault.h>
#include <update/updater.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>
#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using test::ReleaseFolder;

namespace {

const QByteArray oldProgram("the old program, whole");
const QByteArray newProgram("the new program, whole and longer");
const QByteArray thirdProgram("the third program, which is newer still");

QString digestOfBytes(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/** Runs something in a process of its own that is killed at the n-th step; false when it came to its end before. */
bool diesAt(int n, const std::function<void(const StepWatch &)> &something)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int step = 0;
        something([&step, n](const char *) {
            if (++step == n)
                ::kill(::getpid(), SIGKILL);
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

/** A program in a folder, another one that takes its place, and everything that can happen in between. */
class TstInstallation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void exchanges();
    void anotherDesktopWasFaster();
    void keepsTheLastThatWorked_data();
    void keepsTheLastThatWorked();
    void unprovedAndKilledAtEveryStep();
    void waitsForTheTrial_data();
    void waitsForTheTrial();
    void killedAtEveryStep();
    void whatStandsInTheWay_data();
    void whatStandsInTheWay();
    void provedAndExcused();
    void worksAfterAll();
    void damagedBefore();
    void rolledBackIsToldOnce();
    void refusedForEverybody();
    void forgivenIsNotRefused();
    void oneNumberForEverybody();
    void pinGoesBeforeARefusal();
    void arrives_data();
    void arrives();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Installation installation() const { return Installation(path(u"app"_s)); }
    [[nodiscard]] QString state() const { return path(u"update.ini"_s); }
    [[nodiscard]] Arrival arriveAs(const QString &version, const UpdateSettings &settings, Standing standing = Standing::Offered) const
    {
        return arrive(installation(), {version, 3}, settings, state(), test::StillClock(), [standing](auto &&...) { return standing; });
    }
    /** "app" is 0.2.0, which has not stood its trial; the version before it is the old program. */
    void putOnTrial(Trial::State is) const
    {
        putNext();
        QVERIFY(installation().exchange(u"0.1.0"_s, u"0.2.0"_s));
        ReleaseFolder::write(installation().trialFile(), toBytes({is, u"0.2.0"_s, u"0.1.0"_s, 2}));
        ReleaseFolder::write(installation().nextFile(), thirdProgram);
    }
    void putNext() const { ReleaseFolder::write(installation().nextFile(), newProgram); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstInstallation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ReleaseFolder::write(path(u"app"_s), oldProgram);
}

void TstInstallation::exchanges()
{
    const Installation here = installation();
    QVERIFY(!here.exchange(u"0.1.0"_s, u"0.2.0"_s));
    QCOMPARE(contentOf(here.file()), oldProgram);
    putNext();
    QVERIFY(here.exchange(u"0.1.0"_s, u"0.2.0"_s));
    QCOMPARE(contentOf(here.file()), newProgram);
    QCOMPARE(contentOf(here.previousFile()), oldProgram);
    QVERIFY(!QFile::exists(here.nextFile()));
    QCOMPARE(here.trial(), (Trial{Trial::State::OnTrial, u"0.2.0"_s, u"0.1.0"_s, 0}));
    QVERIFY(here.isOnTrial(u"0.2.0"_s));
    QVERIFY(!here.isOnTrial(u"0.1.0"_s));
}

/** Two run from one file: whoever comes second must neither lose the version before nor begin a trial of what is there. */
void TstInstallation::anotherDesktopWasFaster()
{
    const Installation slow = Installation::startedFrom(path(u"app"_s));
    const Installation fast = Installation::startedFrom(path(u"app"_s));
    putNext();
    QVERIFY(fast.exchange(u"0.1.0"_s, u"0.2.0"_s));
    QVERIFY(slow.isReplaced());
    putNext();
    QVERIFY(slow.exchange(u"0.1.0"_s, u"0.2.0"_s));
    QCOMPARE(contentOf(slow.file()), newProgram);
    QCOMPARE(contentOf(slow.previousFile()), oldProgram);
    // Gone back, it is the file of both again.
    QVERIFY(QFile::remove(slow.file()) && QFile::rename(slow.previousFile(), slow.file()));
    QVERIFY(!slow.isReplaced());
    // Faster by less: between the first look and the keeping.
    QVERIFY(slow.exchange(u"0.1.0"_s, u"0.2.0"_s, [&fast](const char *step) {
        if (QByteArrayView(step) == "keep")
            QVERIFY(fast.exchange(u"0.1.0"_s, u"0.2.0"_s));
    }));
    QCOMPARE(contentOf(slow.previousFile()), oldProgram);
    QVERIFY(slow.isOnTrial(u"0.2.0"_s));
}

void TstInstallation::keepsTheLastThatWorked_data()
{
    QTest::addColumn<int>("is");
    QTest::newRow("on trial") << int(Trial::State::OnTrial);
    QTest::newRow("condemned") << int(Trial::State::Failed);
}

/** What has not stood its trial makes room for another, and is nothing to go back to. */
void TstInstallation::keepsTheLastThatWorked()
{
    QFETCH(int, is);
    const Installation here = installation();
    putOnTrial(Trial::State(is));
    const auto before = here.trial();
    QVERIFY(QFile::rename(here.nextFile(), path(u"aside"_s)));
    QVERIFY(QDir().mkpath(here.nextFile()));
    QVERIFY(!here.exchange(u"0.2.0"_s, u"0.3.0"_s));
    QCOMPARE(here.trial(), before);
    QVERIFY(QDir().rmdir(here.nextFile()) && QFile::rename(path(u"aside"_s), here.nextFile()));
    QVERIFY(here.exchange(u"0.2.0"_s, u"0.3.0"_s));
    QCOMPARE(contentOf(here.file()), thirdProgram);
    QCOMPARE(contentOf(here.previousFile()), oldProgram);
    QCOMPARE(here.trial(), (Trial{Trial::State::OnTrial, u"0.3.0"_s, u"0.1.0"_s, 0}));
}

/** Wherever it dies, the last version that worked is there to go back to, and the one that runs is on trial. */
void TstInstallation::unprovedAndKilledAtEveryStep()
{
    int deaths = 0;
    for (int step = 1; step < 50; ++step) {
        init();
        putOnTrial(Trial::State::OnTrial);
        const Installation here = installation();
        if (!diesAt(step, [&here](const StepWatch &watch) { (void)here.exchange(u"0.2.0"_s, u"0.3.0"_s, watch); }))
            break;
        ++deaths;
        const QString runs = contentOf(here.file()) == thirdProgram ? u"0.3.0"_s : u"0.2.0"_s;
        QCOMPARE(here.settle(runs), QString());
        QVERIFY2(here.isOnTrial(runs), qPrintable(QString::number(step)));
        QCOMPARE(here.trial()->from, u"0.1.0"_s);
        QCOMPARE(contentOf(here.previousFile()), oldProgram);
    }
    QCOMPARE(deaths, 7);
}

void TstInstallation::waitsForTheTrial_data()
{
    QTest::addColumn<int>("is");
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("exchanged");
    QTest::newRow("on trial") << int(Trial::State::OnTrial) << u""_s << false;
    QTest::newRow("condemned") << int(Trial::State::Failed) << u""_s << true;
    QTest::newRow("the administrator says which") << int(Trial::State::OnTrial) << u"0.3.0"_s << true;
}

/** Killed during its first minute, with a third version ready. */
void TstInstallation::waitsForTheTrial()
{
    QFETCH(int, is);
    QFETCH(QString, pin);
    QFETCH(bool, exchanged);
    const Installation here = installation();
    putOnTrial(Trial::State(is));
    UpdateState(state()).setWaiting(Waiting{u"0.3.0"_s, digestOfBytes(thirdProgram), true});
    UpdateSettings settings;
    settings.enabled = true;
    settings.when = When::AtStart;
    settings.pin = pin;
    QCOMPARE(arriveAs(u"0.2.0"_s, settings).exchanged, exchanged);
    QCOMPARE(contentOf(here.file()), exchanged ? thirdProgram : newProgram);
    QCOMPARE(contentOf(here.previousFile()), oldProgram);
    if (exchanged)
        return;
    // It stays ready, and comes once this one has proved itself.
    here.prove(u"0.2.0"_s);
    QVERIFY(arriveAs(u"0.2.0"_s, settings).exchanged);
    QCOMPARE(contentOf(here.previousFile()), newProgram);
}

/** Wherever it dies: a whole program in the place; the next start, of whichever it is, goes on from there to the new one. */
void TstInstallation::killedAtEveryStep()
{
    int deaths = 0;
    for (int step = 1; step < 50; ++step) {
        init();
        putNext();
        const Installation here = installation();
        UpdateState(state()).setWaiting(Waiting{u"0.2.0"_s, digestOfBytes(newProgram), true});
        if (!diesAt(step, [&here](const StepWatch &watch) { (void)here.exchange(u"0.1.0"_s, u"0.2.0"_s, watch); }))
            break;
        ++deaths;
        const QByteArray whole = contentOf(here.file());
        QVERIFY2(whole == oldProgram || whole == newProgram, qPrintable(QString::number(step)));
        UpdateSettings settings;
        settings.enabled = true;
        if (whole == oldProgram) {
            const Arrival arrival = arriveAs(u"0.1.0"_s, settings);
            QVERIFY2(arrival.exchanged, qPrintable(QString::number(step)));
            QCOMPARE(arrival.rolledBack, QString());
        }
        QCOMPARE(contentOf(here.file()), newProgram);
        QCOMPARE(contentOf(here.previousFile()), oldProgram);
        QVERIFY(here.isOnTrial(u"0.2.0"_s));
        // The new one starts, finds nothing more to do, and stands its trial.
        QVERIFY(!arriveAs(u"0.2.0"_s, settings).exchanged);
        QVERIFY(here.isOnTrial(u"0.2.0"_s));
        here.prove(u"0.2.0"_s);
        QVERIFY(!here.trial());
    }
    QCOMPARE(deaths, 7);
}

void TstInstallation::whatStandsInTheWay_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {".keeping", ".previous", ".trial"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TstInstallation::whatStandsInTheWay()
{
    QFETCH(QString, suffix);
    putNext();
    // A folder with something in it, where a file is to be: nobody, not even root, can write or rename over it.
    QVERIFY(QDir().mkpath(path(u"app"_s + suffix + u"/full"_s)));
    const auto done = installation().exchange(u"0.1.0"_s, u"0.2.0"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, domain::FailureCode::UpdateNotWritable);
    QCOMPARE(contentOf(path(u"app"_s)), oldProgram);
    QCOMPARE(contentOf(installation().nextFile()), newProgram);
    QVERIFY(!installation().trial());
}

void TstInstallation::provedAndExcused()
{
    putNext();
    const Installation here = installation();
    QVERIFY(here.exchange(u"0.1.0"_s, u"0.2.0"_s));
    ReleaseFolder::write(here.trialFile(), toBytes({Trial::State::OnTrial, u"0.2.0"_s, u"0.1.0"_s, 2}));
    here.excuse(u"0.1.0"_s);
    QCOMPARE(here.trial()->starts, 2);
    here.excuse(u"0.2.0"_s);
    QCOMPARE(here.trial()->starts, 0);
    here.prove(u"0.1.0"_s);
    QVERIFY(here.trial());
    here.condemn(u"0.2.0"_s);
    QCOMPARE(here.trial()->state, Trial::State::Failed);
}

/** Another desktop of the same version condemned it. */
void TstInstallation::worksAfterAll()
{
    const Installation here = installation();
    putNext();
    QVERIFY(here.exchange(u"0.1.0"_s, u"0.2.0"_s));
    here.condemn(u"0.2.0"_s);
    here.prove(u"0.1.0"_s);
    QVERIFY(here.trial());
    here.prove(u"0.2.0"_s);
    QVERIFY(!here.trial());
}

/** A store that another version could not open either says nothing against this one. */
void TstInstallation::damagedBefore()
{
    const domain::Error damaged{domain::FailureCode::VaultDamaged, {}, false};
    QVERIFY(!hadStoreFault(m_folder->path(), u"0.2.0"_s));
    noteStoreFault(m_folder->path(), u"0.1.0"_s, damaged);
    QVERIFY(!hadStoreFault(m_folder->path(), u"0.1.0"_s));
    QVERIFY(hadStoreFault(m_folder->path(), u"0.2.0"_s));
    noteStoreFault(m_folder->path(), u"0.2.0"_s, damaged); // it comes back after going back, too
    QVERIFY(hadStoreFault(m_folder->path(), u"0.2.0"_s));
    noteStoreFault(m_folder->path(), u"0.1.0"_s, {});
    QVERIFY(!hadStoreFault(m_folder->path(), u"0.2.0"_s));
    ReleaseFolder::write(path(u"store.fault"_s), QByteArray("\xff\x00 1", 4));
    QVERIFY(!hadStoreFault(m_folder->path(), u"0.2.0"_s));
}

void TstInstallation::pinGoesBeforeARefusal()
{
    const auto refused = [this] { return UpdateState(state()).refused(); };
    UpdateState(state()).refuse(u"0.2.0"_s);
    UpdateState(state()).refuse(u"0.3.0"_s);
    UpdateSettings settings;
    settings.pin = u"0.2"_s;
    (void)arriveAs(u"0.1.0"_s, settings); // updates are off
    QCOMPARE(refused().size(), 2);
    settings.enabled = true;
    QVERIFY(installation().refuse(u"0.2.0"_s) && installation().refuse(u"0.4.0"_s));
    (void)arriveAs(u"0.1.0"_s, settings);
    QCOMPARE(refused(), QSet<QString>{u"0.3.0"_s});
    QCOMPARE(installation().refused(), QSet<QString>{u"0.4.0"_s});
    UpdateState(state()).refuse(u"0.2.0"_s);
    (void)arriveAs(u"0.1.0"_s, settings); // the same word again
    QCOMPARE(refused().size(), 2);
    // Nor is it heard from each of those who share the file.
    QVERIFY(installation().refuse(u"0.2.0"_s));
    QFile::remove(state());
    (void)arriveAs(u"0.1.0"_s, settings);
    QVERIFY(installation().refused().contains(u"0.2.0"_s));
    // Nor each time that one computer says it and another, which starts the same file, does not.
    const UpdateSettings elsewhere = [] {
        UpdateSettings without;
        without.enabled = true;
        return without;
    }();
    for (int i = 0; i < 2; ++i) {
        (void)arrive(installation(), {u"0.1.0"_s, 3}, elsewhere, path(u"elsewhere/update.ini"_s), test::StillClock(), [](auto &&...) { return Standing::Offered; });
        (void)arriveAs(u"0.1.0"_s, settings);
        QVERIFY(installation().refused().contains(u"0.2.0"_s));
    }
    // But again once it was not said for a while.
    settings.pin.clear();
    (void)arriveAs(u"0.1.0"_s, settings);
    QVERIFY(installation().refused().contains(u"0.2.0"_s));
    settings.pin = u"0.2"_s;
    (void)arriveAs(u"0.1.0"_s, settings);
    QCOMPARE(installation().refused(), QSet<QString>{u"0.4.0"_s});
}

/** A percentage counts files: whoever of a computer's clerks starts it, one number says whether it is time. */
void TstInstallation::oneNumberForEverybody()
{
    UpdateState mine(state());
    UpdateState theirs(path(u"other/update.ini"_s));
    QVERIFY(mine.installationId() != theirs.installationId());
    const auto numberFor = [](UpdateState &state, const Installation &here) {
        return situationOf({u"0.1.0"_s, 3}, {}, here, state, test::StillClock()).installationId;
    };
    const Installation here = installation();
    QCOMPARE(numberFor(mine, here), mine.installationId());
    QCOMPARE(numberFor(theirs, here), mine.installationId());
    ReleaseFolder::write(here.numberFile(), "cut sho");
    QCOMPARE(numberFor(theirs, here), theirs.installationId());
    QCOMPARE(numberFor(mine, here), theirs.installationId());
    QCOMPARE(numberFor(theirs, Installation(path(u"nowhere/file"_s))), theirs.installationId());
}

void TstInstallation::rolledBackIsToldOnce()
{
    const Installation here = installation();
    ReleaseFolder::write(here.trialFile(), toBytes({Trial::State::Failed, u"0.2.0"_s, u"0.1.0"_s, 3}));
    UpdateSettings settings;
    settings.enabled = true;
    QCOMPARE(arriveAs(u"0.1.0"_s, settings).rolledBack, u"0.2.0"_s);
    QCOMPARE(here.refused(), QSet<QString>{u"0.2.0"_s});
    QCOMPARE(arriveAs(u"0.1.0"_s, settings).rolledBack, QString());
}

/** The file is everybody's, and so is what is known of it. */
void TstInstallation::refusedForEverybody()
{
    const Installation here = installation();
    ReleaseFolder::write(here.trialFile(), toBytes({Trial::State::Failed, u"0.2.0"_s, u"0.1.0"_s, 3}));
    QCOMPARE(arriveAs(u"0.1.0"_s, {}).rolledBack, u"0.2.0"_s);
    QVERIFY(here.refuse(u"0.3.0"_s));
    UpdateState other(path(u"other/update.ini"_s));
    const Situation theirs = situationOf({u"0.1.0"_s, 3}, {}, here, other, test::StillClock());
    QCOMPARE(theirs.refused, (QSet<QString>{u"0.2.0"_s, u"0.3.0"_s}));
    // And taken back by taking the file away.
    QVERIFY(QFile::remove(here.refusedFile()));
    QVERIFY(situationOf({u"0.1.0"_s, 3}, {}, here, other, test::StillClock()).refused.isEmpty());
    ReleaseFolder::write(here.refusedFile(), "../x\n\xff\n0.4.0");
    QCOMPARE(here.refused(), QSet<QString>{u"0.4.0"_s});
}

/** It went back because the disk was full: with room it may come again. */
void TstInstallation::forgivenIsNotRefused()
{
    const Installation here = installation();
    for (const bool again : {false, true}) {
        ReleaseFolder::write(here.trialFile(), toBytes({Trial::State::Failed, u"0.2.0"_s, u"0.1.0"_s, 3}));
        if (!again)
            UpdateState(state()).forgive(u"0.2.0"_s);
        QCOMPARE(arriveAs(u"0.1.0"_s, {}).rolledBack, u"0.2.0"_s);
        QCOMPARE(here.refused().contains(u"0.2.0"_s), again);
    }
}

void TstInstallation::arrives_data()
{
    QTest::addColumn<Waiting>("waiting");
    QTest::addColumn<int>("when");
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<int>("standing");
    QTest::addColumn<bool>("exchanged");
    const QString digest = digestOfBytes(newProgram);
    const int ask = int(When::Ask);
    QTest::newRow("agreed") << Waiting{u"0.2.0"_s, digest, true} << ask << u""_s << true << int(Standing::Offered) << true;
    QTest::newRow("not agreed") << Waiting{u"0.2.0"_s, digest, false} << ask << u""_s << true << int(Standing::Offered) << false;
    QTest::newRow("administrator wants it so") << Waiting{u"0.2.0"_s, digest, false} << int(When::AtStart) << u""_s << true << int(Standing::Offered) << true;
    QTest::newRow("turned off meanwhile") << Waiting{u"0.2.0"_s, digest, true} << ask << u""_s << false << int(Standing::Offered) << false;
    QTest::newRow("pinned elsewhere meanwhile") << Waiting{u"0.2.0"_s, digest, true} << ask << u"0.1.9"_s << true << int(Standing::Offered) << false;
    QTest::newRow("not the file that was verified") << Waiting{u"0.2.0"_s, QString(64, u'0'), true} << ask << u""_s << true << int(Standing::Offered) << false;
    QTest::newRow("withdrawn meanwhile") << Waiting{u"0.2.0"_s, digest, true} << ask << u""_s << true << int(Standing::Withdrawn) << false;
    QTest::newRow("nobody can be asked") << Waiting{u"0.2.0"_s, digest, true} << ask << u""_s << true << int(Standing::Unknown) << false;
    QTest::newRow("the way back that is wanted") << Waiting{u"0.0.9"_s, digest, true} << ask << u"0.0.9"_s << true << int(Standing::Offered) << true;
    QTest::newRow("older than what runs") << Waiting{u"0.0.9"_s, digest, true} << ask << u""_s << true << int(Standing::Offered) << false;
}

void TstInstallation::arrives()
{
    QFETCH(Waiting, waiting);
    QFETCH(int, when);
    QFETCH(QString, pin);
    QFETCH(bool, enabled);
    QFETCH(int, standing);
    QFETCH(bool, exchanged);
    putNext();
    UpdateState(state()).setWaiting(waiting);
    UpdateSettings settings;
    settings.enabled = enabled;
    settings.when = When(when);
    settings.pin = pin;
    QCOMPARE(arriveAs(u"0.1.0"_s, settings, Standing(standing)).exchanged, exchanged);
    QCOMPARE(contentOf(path(u"app"_s)), exchanged ? newProgram : oldProgram);
    // What was withdrawn leaves nothing; what nobody could confirm waits for the next start.
    if (Standing(standing) != Standing::Offered) {
        const bool waits = Standing(standing) == Standing::Unknown;
        QCOMPARE(QFile::exists(installation().nextFile()), waits);
        QCOMPARE(UpdateState(state()).waiting().has_value(), waits);
    }
}

QTEST_GUILESS_MAIN(TstInstallation)
#include "tst_installation.moc"
