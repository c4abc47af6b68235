// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <releasefolder.h>
#include <update/machineservice.h>
#include <update/servicelink.h>

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using test::ReleaseFolder;
using Stage = UpdateStatus::Stage;

namespace {

constexpr int session = 3;

class StillClock : public domain::Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 11, 23), QTime(1, 0), Qt::UTC}; }
    qint64 monotonicMs() const override { return 0; }
    QString bootId() const override { return {}; }
    QUuid newId() const override { return QUuid::createUuid(); }
};

/** A machine on which nothing is installed but written down. */
class FakeMachine : public Machine
{
public:
    int desktops() const override { return running; }
    bool isInstalling() const override { return busy; }
    domain::Result<void> keepPackage(const QString &file) override
    {
        if (!keeps)
            return domain::failure(domain::FailureCode::UpdateNotWritable, u"no package"_s, true);
        ReleaseFolder::write(file, "package of " + version.toLatin1());
        return {};
    }
    void install(const QString &package, bool goingBack, const std::function<void(int)> &ended) override
    {
        QFile file(package);
        installed << (file.open(QIODevice::ReadOnly) ? file.readAll().left(60) : QByteArray("none"));
        back << goingBack;
        end = ended;
    }
    void tryProgram(const std::function<void(const SelfTest &)> &then) override
    {
        tried << version;
        if (slow)
            answer = then;
        else
            then(said());
    }
    SelfTest said() const { return selfTestOf(says, faults, words); }
    std::optional<Peer> peerOf(qintptr) const override { return peer; }
    void watch(quint32 process, const std::function<void()> &ended) override { watched.insert(process, ended); }
    void startDesktop(int number) override { started << number; }

    QString version = u"0.1.0"_s;
    QString says;
    QMap<QString, QString> words{{u"exchange"_s, u"https://exchange.hall.example"_s}, {u"reader"_s, u"serial:COM3;usb:1"_s}};
    QStringList faults; ///< settings that the self-test complains of
    bool slow = false; ///< the self-test ends when the test says so
    std::function<void(const SelfTest &)> answer;
    QStringList tried;
    int running = 1;
    bool busy = false;
    bool keeps = true;
    QByteArrayList installed;
    QList<bool> back;
    QList<int> started;
    std::function<void(int)> end;
    std::optional<Peer> peer = Peer{100, session};
    QHash<quint32, std::function<void()>> watched;
};

} // namespace

/** The service of a machine without a clerk's rights: what it installs, when, on whose word, and what it takes back. */
class TstMachineService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void installsWhenNoDesktopRuns();
    void neverWhileADesktopRuns();
    void clerkSaysNow();
    void nowIsRefused_data();
    void nowIsRefused();
    void othersWords_data();
    void othersWords();
    void refusesAListOfAnotherKey();
    void neverTakesAnAppImage();
    void aFileChangedAfterwardsIsNotInstalled();
    void nothingWithoutAWayBack();
    void newVersionWorks();
    void goesBack_data();
    void goesBack();
    void wordsCondemnWhatRefusesThemAlone_data();
    void wordsCondemnWhatRefusesThemAlone();
    void asksBeforeItInstalls();
    void selfTestSaysWhichWords();
    void excusedStartsDoNotCount();
    void startsTogetherDoNotCount();
    void worksComesFirst_data();
    void worksComesFirst();
    void worksIsTooLateWhileGoingBack();
    void hearsNobodyElse();
    void aPinClearsARefusal();
    void aPinLeadsBack_data();
    void aPinLeadsBack();
    void saysWhatIsWrongWithItsSettings();
    void givesUpWhatIsNeverInstalled();
    void waitsForAnotherInstallation();
    void lastWordsOfTheServiceAreKept();

private:
    [[nodiscard]] QString folder() const { return m_place->filePath(u"state"_s); }
    [[nodiscard]] QString status() const { return folder() + u"/status.ini"_s; }
    [[nodiscard]] Installation package() const { return Installation(folder() + u"/yichuang.msi"_s); }
    /** The process begins, as what the machine has installed. */
    void begin(When when = When::Ask, const QString &pin = {});
    void untilReady();
    void putOnTrial(const QString &version);
    /** A desktop says a word; what it is answered. */
    [[nodiscard]] bool say(DeskWord word);
    /** The same from a process. */
    [[nodiscard]] bool say(DeskWord word, quint32 process);
    /** Starts the version on trial in a process and lets it end without another word. */
    void startInVain(quint32 process);
    std::unique_ptr<ReleaseFolder> m_releases;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<FakeMachine> m_machine;
    std::unique_ptr<MachineService> m_service;
    QString m_address;
    StillClock m_clock;
};

void TstMachineService::init()
{
    m_releases = std::make_unique<ReleaseFolder>();
    m_releases->putProgram(u"0.2.0"_s);
    m_releases->list.releases.first().files.first().kind = u"msi"_s;
    m_releases->publish();
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
    m_machine = std::make_unique<FakeMachine>();
    m_address = m_place->filePath(u"words"_s);
}

void TstMachineService::cleanup()
{
    m_service.reset();
}

void TstMachineService::begin(When when, const QString &pin)
{
    m_service.reset();
    UpdateSettings settings;
    settings.enabled = true;
    settings.source = m_releases->path();
    settings.channel = u"stable"_s;
    settings.when = when;
    settings.pin = pin;
    settings.keys = {test::SigningKey('k').trusted()};
    const MachineService::Pace pace{Updater::Pace{1, 1 << 30, 1 << 30}, 5, 10};
    m_service = std::make_unique<MachineService>(settings, *m_machine, Running{m_machine->version, 3, u"msi"_s}, folder(), m_address, m_clock, pace);
    m_service->begin();
}

void TstMachineService::untilReady()
{
    QTRY_COMPARE(readServiceStatus(status()).ready, u"0.2.0"_s);
}

bool TstMachineService::say(DeskWord word)
{
    ServiceLink link(status(), m_address);
    std::optional<bool> answer;
    link.say(word, [&answer](bool yes) { answer = yes; });
    [&] { QTRY_VERIFY(answer); }();
    return answer.value_or(false);
}

bool TstMachineService::say(DeskWord word, quint32 process)
{
    m_machine->peer = Peer{process, session};
    return say(word);
}

void TstMachineService::startInVain(quint32 process)
{
    QVERIFY(say(DeskWord::Started, process));
    QVERIFY(m_machine->watched.contains(process));
    m_machine->watched.take(process)();
}

void TstMachineService::putOnTrial(const QString &version)
{
    ReleaseFolder::write(package().file(), "package of " + m_machine->version.toLatin1());
    ReleaseFolder::write(package().nextFile(), "package of " + version.toLatin1());
    QVERIFY(package().exchange(m_machine->version, version));
    m_machine->version = version;
    m_machine->says = version;
}

void TstMachineService::installsWhenNoDesktopRuns()
{
    m_machine->running = 0;
    begin(When::AtStart);
    QTRY_COMPARE(m_machine->installed.size(), 1);
    QVERIFY(m_machine->installed.first().contains("echo yichuang 0.2.0"));
    QCOMPARE(m_machine->back, QList<bool>{false});
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
    // Said before the installation, which removes the version that is there, asks.
    QVERIFY(readServiceStatus(status()).installing);
    QFile previous(package().previousFile());
    QVERIFY(previous.open(QIODevice::ReadOnly));
    QCOMPARE(previous.readAll(), QByteArray("package of 0.1.0"));
}

void TstMachineService::neverWhileADesktopRuns()
{
    begin(When::AtStart);
    untilReady();
    QTest::qWait(100); // twenty polls
    QVERIFY(m_machine->installed.isEmpty());
    QVERIFY(!readServiceStatus(status()).asks);
    m_machine->running = 0;
    m_machine->busy = true;
    QTest::qWait(100);
    QVERIFY(m_machine->installed.isEmpty());
    m_machine->busy = false;
    QTRY_COMPARE(m_machine->installed.size(), 1);
}

/** And the desktop comes back where it was, when the next process finds that all is well. */
void TstMachineService::clerkSaysNow()
{
    begin();
    untilReady();
    ServiceLink link(status(), m_address);
    link.begin();
    QCOMPARE(link.status().stage, Stage::Ready);
    QCOMPARE(link.status().version, u"0.2.0"_s);
    QCOMPARE(link.status().notes.value(u"en"_s), u"What is new"_s);
    QSignalSpy taken(&link, &ServiceLink::taken);
    link.takeNow();
    QTRY_COMPARE(taken.size(), 1);
    QVERIFY(!taken.first().first().value<std::optional<domain::Error>>());
    QVERIFY(m_machine->installed.isEmpty());
    m_machine->running = 0;
    QTRY_COMPARE(m_machine->installed.size(), 1);
    QVERIFY(m_machine->started.isEmpty());
    m_machine->version = m_machine->says = u"0.2.0"_s;
    begin();
    QTRY_COMPARE(m_machine->started, QList<int>{session});
    QCOMPARE(readServiceStatus(status()).onTrial, u"0.2.0"_s);
    QTest::qWait(50);
    QCOMPARE(m_machine->started.size(), 1);
}

void TstMachineService::nowIsRefused_data()
{
    QTest::addColumn<QString>("why");
    QTest::newRow("nothing is ready") << u"nothing"_s;
    QTest::newRow("somebody else works too") << u"two"_s;
    QTest::newRow("the administrator asks nobody") << u"start"_s;
    QTest::newRow("nobody listens") << u"away"_s;
}

void TstMachineService::nowIsRefused()
{
    QFETCH(QString, why);
    if (why == "nothing"_L1)
        QFile::remove(m_releases->file(u"yichuang-stable.json"_s));
    begin(why == "start"_L1 ? When::AtStart : When::Ask);
    if (why != "nothing"_L1)
        untilReady();
    if (why == "two"_L1)
        m_machine->running = 2;
    if (why == "away"_L1)
        m_service.reset();
    QVERIFY(!say(DeskWord::Now));
    if (why == "away"_L1)
        return;
    QTest::qWait(50);
    QVERIFY(m_machine->installed.isEmpty());
    QVERIFY(readServiceStatus(status()).sessions.isEmpty());
}

void TstMachineService::othersWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another word") << QByteArray("install\n");
    QTest::newRow("in capitals") << QByteArray("NOW\n");
    QTest::newRow("with an argument") << QByteArray("now 9.0\n");
    QTest::newRow("with a carriage return") << QByteArray("now\r\n");
    QTest::newRow("with a nought") << QByteArray("now\0\n", 5);
    QTest::newRow("very long") << QByteArray(1 << 16, 'n');
    QTest::newRow("empty line") << QByteArray("\n");
}

/** They are answered with the end of the line. */
void TstMachineService::othersWords()
{
    QFETCH(QByteArray, bytes);
    begin();
    untilReady();
    QLocalSocket socket;
    socket.connectToServer(m_address);
    socket.write(bytes);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
    QVERIFY(readServiceStatus(status()).sessions.isEmpty());
    QVERIFY(say(DeskWord::Now)); // the service goes on
}

void TstMachineService::refusesAListOfAnotherKey()
{
    m_machine->running = 0;
    m_releases->key = test::SigningKey('x');
    m_releases->publish();
    begin();
    QTRY_VERIFY(readServiceStatus(status()).fault.startsWith(u"UPD-003"_s));
    QVERIFY(!QFile::exists(package().nextFile()));
    QVERIFY(m_machine->installed.isEmpty());
}

void TstMachineService::neverTakesAnAppImage()
{
    m_machine->running = 0;
    m_releases->list.releases.first().files.first().kind = u"appimage"_s;
    m_releases->publish();
    begin();
    QTRY_VERIFY(readServiceStatus(status()).fault.startsWith(u"UPD-008"_s));
    QVERIFY(m_machine->installed.isEmpty());
}

void TstMachineService::aFileChangedAfterwardsIsNotInstalled()
{
    begin();
    untilReady();
    QVERIFY(m_releases->file(u"yichuang-0.2.0.AppImage"_s) != package().nextFile());
    ReleaseFolder::write(package().nextFile(), "another");
    QFile::remove(m_releases->file(u"yichuang-stable.json"_s));
    m_machine->running = 0;
    QTRY_VERIFY(!QFile::exists(package().nextFile()));
    QVERIFY(m_machine->installed.isEmpty());
}

void TstMachineService::nothingWithoutAWayBack()
{
    m_machine->keeps = false;
    m_machine->running = 0;
    begin();
    QTRY_VERIFY(readServiceStatus(status()).fault.startsWith(u"UPD-012"_s));
    QVERIFY(m_machine->installed.isEmpty());
}

void TstMachineService::newVersionWorks()
{
    putOnTrial(u"0.2.0"_s);
    begin();
    QVERIFY(say(DeskWord::Started));
    QVERIFY(say(DeskWord::Works));
    QVERIFY(!package().trial());
    QVERIFY(readServiceStatus(status()).onTrial.isEmpty());
    QVERIFY(!say(DeskWord::Failed)); // too late
    m_machine->running = 0;
    QTest::qWait(50);
    QVERIFY(m_machine->installed.isEmpty());
}

void TstMachineService::goesBack_data()
{
    QTest::addColumn<QString>("why");
    QTest::newRow("the store does not open") << u"failed"_s;
    QTest::newRow("three starts lead nowhere") << u"starts"_s;
    QTest::newRow("the program does not run") << u"says"_s;
}

void TstMachineService::goesBack()
{
    QFETCH(QString, why);
    putOnTrial(u"0.2.0"_s);
    if (why == "says"_L1)
        m_machine->says.clear();
    begin();
    if (why == "failed"_L1)
        QVERIFY(say(DeskWord::Failed));
    for (int i = 0; why == "starts"_L1 && i < MachineService::mostStarts; ++i) {
        QVERIFY(package().isOnTrial(u"0.2.0"_s));
        startInVain(quint32(100 + i));
    }
    QVERIFY(!package().isOnTrial(u"0.2.0"_s));
    m_machine->running = 0;
    QTRY_COMPARE(m_machine->installed.size(), 1);
    QCOMPARE(m_machine->installed.first(), QByteArray("package of 0.1.0"));
    QCOMPARE(m_machine->back, QList<bool>{true});
    // The version before is there again and finds why.
    m_machine->version = u"0.1.0"_s;
    begin();
    QCOMPARE(readServiceStatus(status()).rolledBack, u"0.2.0"_s);
    QCOMPARE(UpdateState(folder() + u"/update.ini"_s).refused(), QSet<QString>{u"0.2.0"_s});
    QTRY_COMPARE(m_machine->started, why == "says"_L1 ? QList<int>() : QList<int>{session});
    QTest::qWait(100);
    QCOMPARE(m_machine->installed.size(), 1);
}

void TstMachineService::wordsCondemnWhatRefusesThemAlone_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QString>("writtenSince");
    QTest::addColumn<bool>("condemned");
    const QStringList none;
    QTest::newRow("neither refuses") << none << none << QString() << false;
    QTest::newRow("both refuse") << QStringList{u"reader"_s} << QStringList{u"reader"_s} << QString() << false;
    QTest::newRow("the new one alone refuses") << none << QStringList{u"reader"_s} << QString() << true;
    QTest::newRow("the new one refuses more") << QStringList{u"reader"_s} << QStringList{u"reader"_s, u"exchange"_s} << QString() << true;
    QTest::newRow("a policy wrote since") << none << QStringList{u"reader"_s} << u"usb:2"_s << false;
    QTest::newRow("a file, which clerks read") << none << QStringList{u"ca"_s} << QString() << false;
}

/** What no version would start with is not the new one's fault, and no reason to refuse it for good. */
void TstMachineService::wordsCondemnWhatRefusesThemAlone()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const QString, writtenSince);
    QFETCH(const bool, condemned);
    m_machine->running = 0;
    m_machine->says = m_machine->version;
    m_machine->faults = before;
    begin(When::AtStart);
    QTRY_COMPARE(m_machine->installed.size(), 1);
    m_service.reset(); // ended by the installation
    m_machine->version = m_machine->says = u"0.2.0"_s;
    m_machine->faults = after;
    if (!writtenSince.isEmpty())
        m_machine->words[u"reader"_s] = writtenSince;
    begin(When::AtStart);
    QCOMPARE(m_machine->tried, (QStringList{u"0.1.0"_s, u"0.2.0"_s}));
    QCOMPARE(package().isOnTrial(u"0.2.0"_s), !condemned);
    QCOMPARE(readServiceStatus(status()).fault.startsWith(u"UPD-013"_s), condemned);
    if (condemned)
        QTRY_COMPARE(m_machine->back, (QList<bool>{false, true}));
    QTest::qWait(50);
    QCOMPARE(m_machine->back.size(), condemned ? 2 : 1);
}

void TstMachineService::asksBeforeItInstalls()
{
    m_machine->running = 0;
    m_machine->says = m_machine->version;
    m_machine->slow = true;
    begin(When::AtStart);
    QTRY_COMPARE(m_machine->tried.size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_machine->tried.size(), 1);
    QVERIFY(m_machine->installed.isEmpty());
    m_machine->running = 1;
    m_machine->answer(m_machine->said());
    QVERIFY(m_machine->installed.isEmpty());
    m_machine->running = 0;
    QTRY_COMPARE(m_machine->tried.size(), 2);
    m_machine->answer(m_machine->said());
    QCOMPARE(m_machine->installed.size(), 1);
    QVERIFY(readServiceStatus(status()).taken.contains(u"reader=serial:COM3;usb:1"_s));
}

void TstMachineService::selfTestSaysWhichWords()
{
    const QMap<QString, QString> words{{u"language"_s, {}}, {u"reader"_s, u"usb:1"_s}};
    const SelfTest said = selfTestOf(u"0.2.0"_s, {u"reader"_s, u"ca"_s, {}}, words);
    QCOMPARE(said.version, u"0.2.0"_s);
    QCOMPARE(said.taken, QStringList{u"language="_s});
    QCOMPARE(said.refused, QStringList{u"reader=usb:1"_s});
    const SelfTest nothing = selfTestOf({}, {u"reader"_s}, words);
    QVERIFY(nothing.version.isEmpty() && nothing.taken.isEmpty() && nothing.refused.isEmpty());
}

void TstMachineService::excusedStartsDoNotCount()
{
    putOnTrial(u"0.2.0"_s);
    begin();
    for (int i = 0; i < 3 * MachineService::mostStarts; ++i) {
        const auto process = quint32(100 + i);
        QVERIFY(say(DeskWord::Started, process));
        QVERIFY(say(DeskWord::Excused, process));
        QVERIFY(m_machine->watched.contains(process));
        m_machine->watched.take(process)();
    }
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
    QCOMPARE(package().trial()->starts, 0);
}

/** Many people start it before the first of them sees its window; what went wrong before that stays counted. */
void TstMachineService::startsTogetherDoNotCount()
{
    putOnTrial(u"0.2.0"_s);
    begin();
    startInVain(99);
    for (quint32 process = 100; process < 100 + 4 * MachineService::mostStarts; ++process) {
        QVERIFY(say(DeskWord::Started, process));
        QVERIFY(say(DeskWord::Started, process)); // heard once
    }
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
    QCOMPARE(package().trial()->starts, 1);
    for (quint32 process = 100; process < 100 + 4 * MachineService::mostStarts; ++process)
        QCOMPARE(say(DeskWord::Works, process), process == 100);
    QVERIFY(!package().trial());
    for (const auto &ended : std::as_const(m_machine->watched))
        ended();
    QVERIFY(!package().trial());
}

void TstMachineService::worksComesFirst_data()
{
    QTest::addColumn<QString>("why");
    QTest::newRow("somebody's store does not open") << u"failed"_s;
    QTest::newRow("three starts led nowhere") << u"starts"_s;
    QTest::newRow("the self-test brought nothing") << u"says"_s;
}

/** As long as it has not been taken back: who was slow to start keeps the version for all. */
void TstMachineService::worksComesFirst()
{
    QFETCH(QString, why);
    putOnTrial(u"0.2.0"_s);
    if (why == "says"_L1)
        m_machine->says.clear();
    begin();
    QVERIFY(why == "says"_L1 || say(DeskWord::Started, 50));
    if (why == "failed"_L1)
        QVERIFY(say(DeskWord::Failed, 51));
    for (quint32 i = 0; why == "starts"_L1 && i < MachineService::mostStarts; ++i)
        startInVain(100 + i);
    QCOMPARE(package().trial()->state, Trial::State::Failed);
    QVERIFY(say(DeskWord::Works, 50));
    QVERIFY(!package().trial());
    m_machine->running = 0;
    QTest::qWait(100);
    QVERIFY(m_machine->installed.isEmpty());
    QVERIFY(UpdateState(folder() + u"/update.ini"_s).refused().isEmpty());
}

void TstMachineService::worksIsTooLateWhileGoingBack()
{
    putOnTrial(u"0.2.0"_s);
    begin();
    QVERIFY(say(DeskWord::Failed));
    m_machine->running = 0;
    QTRY_COMPARE(m_machine->back, QList<bool>{true});
    QVERIFY(!say(DeskWord::Works));
    QCOMPARE(package().trial()->state, Trial::State::Failed);
}

/** Another program, or one of another machine. */
void TstMachineService::hearsNobodyElse()
{
    putOnTrial(u"0.2.0"_s);
    begin();
    m_machine->peer.reset();
    QVERIFY(!say(DeskWord::Failed));
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
    QVERIFY(!say(DeskWord::Works));
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
}

/** Once: a version that fails again under the same pin is not tried for ever. */
void TstMachineService::aPinClearsARefusal()
{
    UpdateState(folder() + u"/update.ini"_s).refuse(u"0.2.0"_s);
    begin(When::Ask, u"0.3.0"_s);
    QTest::qWait(100);
    QVERIFY(readServiceStatus(status()).ready.isEmpty());
    begin(When::Ask, u"0.2.0"_s);
    untilReady();
    m_service.reset();
    UpdateState(folder() + u"/update.ini"_s).refuse(u"0.2.0"_s);
    begin(When::Ask, u"0.2.0"_s);
    QTest::qWait(100);
    QVERIFY(readServiceStatus(status()).ready.isEmpty());
    begin();
    QTest::qWait(100);
    QVERIFY(readServiceStatus(status()).ready.isEmpty());
    begin(When::Ask, u"0.2.0"_s);
    untilReady();
}

void TstMachineService::aPinLeadsBack_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<int>("schema");
    QTest::addColumn<QString>("fault");
    QTest::newRow("by order") << u"0.2.0"_s << 3 << QString();
    QTest::newRow("without an order") << QString() << 3 << QString();
    QTest::newRow("it could not open the stores") << u"0.2.0"_s << 2 << u"UPD-010"_s;
}

/** An older version is installed on an administrator's word alone, with what Windows Installer wants to take it. */
void TstMachineService::aPinLeadsBack()
{
    QFETCH(const QString, pin);
    QFETCH(const int, schema);
    QFETCH(const QString, fault);
    m_releases->list.releases.first().storeSchema = schema;
    m_releases->publish();
    m_machine->version = u"0.3.0"_s;
    m_machine->running = 0;
    begin(When::AtStart, pin);
    if (pin.isEmpty() || !fault.isEmpty()) {
        QTest::qWait(100);
        QVERIFY(m_machine->installed.isEmpty());
        QCOMPARE(readServiceStatus(status()).fault.section(u' ', 0, 0), fault);
        return;
    }
    QTRY_COMPARE(m_machine->installed.size(), 1);
    QVERIFY(m_machine->installed.first().contains("echo yichuang 0.2.0"));
    QCOMPARE(m_machine->back, QList<bool>{true});
    // Where it does not work the newer one comes back.
    m_machine->version = m_machine->says = u"0.2.0"_s;
    begin(When::AtStart, pin);
    QVERIFY(package().isOnTrial(u"0.2.0"_s));
    QFile previous(package().previousFile());
    QVERIFY(previous.open(QIODevice::ReadOnly));
    QCOMPARE(previous.readAll(), QByteArray("package of 0.3.0"));
}

void TstMachineService::saysWhatIsWrongWithItsSettings()
{
    MachineService service({}, *m_machine, Running{u"0.1.0"_s, 3, u"msi"_s}, folder(), m_address, m_clock, {});
    service.begin(domain::Error{domain::FailureCode::UpdateSettings, u"the version is none"_s, false});
    QCOMPARE(readServiceStatus(status()).fault, u"UPD-001 the version is none"_s);
}

void TstMachineService::givesUpWhatIsNeverInstalled()
{
    m_machine->running = 0;
    for (int i = 1; i <= MachineService::mostAttempts; ++i) {
        begin();
        QTRY_COMPARE(m_machine->installed.size(), i);
        if (i == 2)
            continue; // ended by the installation, which put everything back as it was
        m_machine->end(1603);
        QVERIFY(!package().trial());
        QVERIFY(readServiceStatus(status()).fault.startsWith(u"UPD-013"_s));
    }
    QCOMPARE(UpdateState(folder() + u"/update.ini"_s).refused(), QSet<QString>{u"0.2.0"_s});
    begin();
    QTest::qWait(100);
    QCOMPARE(m_machine->installed.size(), MachineService::mostAttempts);
}

void TstMachineService::waitsForAnotherInstallation()
{
    m_machine->running = 0;
    begin();
    for (int i = 1; i <= 2 * MachineService::mostAttempts; ++i) {
        QTRY_COMPARE(m_machine->installed.size(), i);
        m_machine->end(anotherInstallationRuns);
    }
    QVERIFY(UpdateState(folder() + u"/update.ini"_s).refused().isEmpty());
}

void TstMachineService::lastWordsOfTheServiceAreKept()
{
    const ServiceStatus kept{u"0.2.0"_s, {{u"zh_CN"_s, u"更快"_s}}, true, u"0.1.0"_s, u"0.1.5"_s, u"UPD-002 x, y"_s, true, u"0.1.7"_s, 2, {1, 4}, {u"exchange=https://[::1]:1"_s, u"reader=serial:COM3;tcp:a,b:1"_s}};
    QVERIFY(writeServiceStatus(status(), kept));
    QCOMPARE(readServiceStatus(status()), kept);
    ReleaseFolder::write(status(), QByteArray("\xff\x00[[[\nready=../x\nsessions=-1, x\n", 32));
    QCOMPARE(readServiceStatus(status()), ServiceStatus());
}

QTEST_GUILESS_MAIN(TstMachineService)
#include "tst_machineservice.moc"
