// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/machineservice.h>

#include "deskpipe.h"
#include "download.h"

#include <QDir>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QPointer>

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using Stage = UpdateStatus::Stage;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(serviceLog, "yichuang.update.service", QtInfoMsg)

/** A desktop that said now ends within this time; one that does not has thought better of it. */
constexpr int endingMs = 120'000;
/** So often in a row nobody may work before an installation begins unasked: a desktop that ends may be coming back. */
constexpr int idlePolls = 2;
/** Desktops of one machine; more connections than that are none of theirs. */
constexpr int mostConnections = 16;
/** Starts that are watched at a time. */
constexpr qsizetype mostStartsWatched = 64;
/** Who connects says its word within this time and goes. */
constexpr int connectionMs = 10'000;

} // namespace

MachineService::MachineService(const UpdateSettings &settings, Machine &machine, const Running &running, const QString &folder,
                               const QString &address, const domain::Clock &clock, Pace pace, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_machine(machine)
    , m_running(running)
    , m_folder(folder)
    , m_address(address)
    , m_clock(clock)
    , m_pace(pace)
    , m_package(QDir(folder).filePath(u"yichuang.msi"_s))
    , m_pipe(DeskPipe::make())
{
    connect(m_pipe.get(), &DeskPipe::connected, this, &MachineService::onConnection);
    connect(&m_poll, &QTimer::timeout, this, &MachineService::poll);
}

MachineService::~MachineService() = default;

QString MachineService::statusFile() const
{
    return QDir(m_folder).filePath(u"status.ini"_s);
}

QString MachineService::stateFile() const
{
    return QDir(m_folder).filePath(u"update.ini"_s);
}

void MachineService::begin(const std::optional<Error> &fault)
{
    m_status = readServiceStatus(statusFile());
    m_status.fault.clear();
    if (fault)
        fail(*fault);
    takeUp();
    publish();
    listen();
    m_poll.start(m_pace.pollMs);
    if (m_settings.enabled)
        startLooking(m_pace.looks.firstMs);
}

void MachineService::listen()
{
    if (const auto done = m_pipe->listen(m_address); !done)
        fail(done.error());
}

void MachineService::takeUp()
{
    const auto trial = m_package.trial();
    const bool isOurs = trial && trial->to == m_running.version;
    if (trial && !isOurs && trial->state == Trial::State::OnTrial)
        notInstalled(trial->to);
    const QString rolledBack = m_package.settle(m_running.version);
    if (!rolledBack.isEmpty()) {
        giveUp(rolledBack);
        m_status.rolledBack = rolledBack;
    }
    if (!isOurs || trial->state != Trial::State::OnTrial)
        return;
    m_asking = true;
    m_machine.tryProgram([this](const SelfTest &said) {
        m_asking = false;
        const bool suits = said.version == m_running.version && !said.refusesAnyOf(m_status.taken);
        // One that works for a clerk meanwhile is not asked any more.
        if (suits || !m_package.isOnTrial(m_running.version))
            return;
        fail(Error{FailureCode::UpdateDoesNotRun, (QStringList{m_running.version} + said.refused).join(u' '), false});
        m_package.condemn(m_running.version);
    });
}

/** Windows Installer has put everything back as it was. */
void MachineService::notInstalled(const QString &version)
{
    m_status.attempts = m_status.attempted == version ? m_status.attempts + 1 : 1;
    m_status.attempted = version;
    QFile::remove(m_package.trialFile());
    fail(Error{FailureCode::UpdateDoesNotRun, u"%1 was not installed, attempt %2"_s.arg(version).arg(m_status.attempts), false});
    if (m_status.attempts >= mostAttempts)
        giveUp(version);
}

/** It is not offered to this machine again. */
void MachineService::giveUp(const QString &version)
{
    UpdateState(stateFile()).refuse(version);
    // Whoever clears the refusal wants as many attempts again.
    m_status.attempted.clear();
    m_status.attempts = 0;
    qCInfo(serviceLog).noquote() << version << "is not offered again";
}

void MachineService::startLooking(int firstMs)
{
    Updater::Pace pace = m_pace.looks;
    pace.firstMs = firstMs;
    m_updater.reset(); // before the next one reads what it wrote
    m_updater = std::make_unique<Updater>(m_settings, m_package, m_running, stateFile(), m_clock, pace);
    connect(m_updater.get(), &Updater::statusChanged, this, [this] {
        if (const auto fault = m_updater->status().fault)
            m_status.fault = domain::failureText(fault->code) + u' ' + fault->detail;
        publish();
    });
    m_updater->begin();
}

void MachineService::publish()
{
    const bool isReady = m_updater && m_updater->status().stage == Stage::Ready;
    m_status.ready = isReady ? m_updater->status().version : QString();
    m_status.notes = isReady ? m_updater->status().notes : QMap<QString, QString>();
    m_status.installing = m_installing;
    m_status.asks = m_settings.when == When::Ask;
    m_status.onTrial = m_package.isOnTrial(m_running.version) ? m_running.version : QString();
    if (readServiceStatus(statusFile()) != m_status && !writeServiceStatus(statusFile(), m_status))
        qCWarning(serviceLog) << "status.ini cannot be written";
}

void MachineService::fail(const Error &error)
{
    m_status.fault = domain::failureText(error.code) + u' ' + error.detail;
    qCWarning(serviceLog).noquote() << m_status.fault;
    publish();
}

void MachineService::onConnection(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    // Who only holds a connection keeps nobody else from speaking.
    const bool isOneTooMany = m_pipe->findChildren<QLocalSocket *>().size() > mostConnections;
    QTimer::singleShot(isOneTooMany ? 0 : connectionMs, socket, &QLocalSocket::abort);
    socket->setReadBufferSize(longestDeskWord);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onLine(socket); });
    onLine(socket);
}

void MachineService::onLine(QLocalSocket *socket)
{
    const bool isWhole = socket->canReadLine();
    if (!isWhole && socket->bytesAvailable() < longestDeskWord)
        return;
    const auto word = isWhole ? deskWordFrom(socket->readLine()) : std::nullopt;
    if (!word)
        return socket->abort();
    const auto desktop = m_machine.peerOf(socket->socketDescriptor());
    if (!desktop)
        return socket->abort();
    const bool yes = onWord(*word, *desktop);
    socket->write(yes ? serviceSaysYes : serviceSaysNo);
    // The other end closes once it has read: of what is written and not read Windows keeps nothing.
    publish();
}

bool MachineService::onWord(DeskWord word, const Peer &desktop)
{
    if (word != DeskWord::Now)
        return onTrialWord(word, desktop);
    const bool isReady = m_updater && m_updater->status().stage == Stage::Ready;
    // Somebody else's desktop would be in the way for as long as they work.
    if (!isReady || m_settings.when != When::Ask || m_installing || !m_status.onTrial.isEmpty() || m_machine.desktops() > 1)
        return false;
    m_agreed.setRemainingTime(endingMs);
    m_status.sessions = desktop.session > 0 ? QList<int>{desktop.session} : QList<int>();
    return true;
}

bool MachineService::onTrialWord(DeskWord word, const Peer &desktop)
{
    const auto trial = m_package.trial();
    const bool isOurs = trial && trial->to == m_running.version;
    // Seen at work it is proved, whatever was said before, until the version before takes its place.
    if (word == DeskWord::Works && isOurs && !m_installing) {
        m_starts.clear();
        m_package.prove(m_running.version);
        return true;
    }
    if (!isOurs || !m_package.isOnTrial(m_running.version))
        return false;
    switch (word) {
    case DeskWord::Started: onStarted(desktop); return true;
    case DeskWord::Excused: m_starts.remove(desktop.process); return true;
    case DeskWord::Failed: condemn(desktop.session); return true;
    case DeskWord::Works:
    case DeskWord::Now: break;
    }
    return false;
}

/** Only its end says something of a start: many desktops of one machine may be on their way at the same time. */
void MachineService::onStarted(const Peer &desktop)
{
    if (m_starts.contains(desktop.process) || m_starts.size() >= mostStartsWatched)
        return;
    m_starts.insert(desktop.process, desktop.session);
    m_machine.watch(desktop.process, [self = QPointer(this), process = desktop.process] {
        if (self)
            self->onStartEnded(process);
    });
}

void MachineService::onStartEnded(quint32 process)
{
    const auto start = m_starts.constFind(process);
    if (start == m_starts.constEnd())
        return;
    const int session = *start;
    m_starts.erase(start);
    if (!m_package.noteStart(m_running.version))
        return;
    const auto trial = m_package.trial();
    if (trial && trial->starts >= mostStarts)
        condemn(session);
}

/** @param session in which a desktop is to come back */
void MachineService::condemn(int session)
{
    m_package.condemn(m_running.version);
    if (session > 0 && !m_status.sessions.contains(session))
        m_status.sessions << session;
    publish();
}

void MachineService::poll()
{
    publish(); // a reader may have been in the way of the last time
    if (!m_pipe->isListening())
        listen(); // whoever had the name may be gone
    m_idlePolls = m_machine.desktops() == 0 ? m_idlePolls + 1 : 0;
    if (m_installing || m_asking || m_machine.isInstalling())
        return;
    const auto trial = m_package.trial();
    const bool isFailed = trial && trial->to == m_running.version && trial->state == Trial::State::Failed;
    if (isFailed)
        return m_idlePolls > 0 ? goBack() : void();
    const bool isAgreed = !m_agreed.hasExpired();
    if (!isAgreed)
        bringDesktopsBack();
    if (isReady() && m_idlePolls >= (isAgreed ? 1 : idlePolls))
        askBeforeInstalling();
}

bool MachineService::isReady() const
{
    return m_updater && m_updater->status().stage == Stage::Ready && m_status.onTrial.isEmpty();
}

/** Whoever judges the new version has to know which of the machine's settings the one before took. */
void MachineService::askBeforeInstalling()
{
    m_asking = true;
    m_machine.tryProgram([this](const SelfTest &said) {
        m_asking = false;
        m_status.taken = said.taken;
        publish();
        // Asking takes its time: somebody may have begun to work.
        if (isReady() && m_machine.desktops() == 0 && !m_machine.isInstalling())
            installReady();
    });
}

void MachineService::bringDesktopsBack()
{
    if (m_status.sessions.isEmpty())
        return;
    const QList<int> sessions = std::exchange(m_status.sessions, {});
    publish();
    // Where one runs somebody was faster, or never ended.
    for (const int session : m_machine.desktops() == 0 ? sessions : QList<int>())
        m_machine.startDesktop(session);
}

void MachineService::installReady()
{
    const auto waiting = UpdateState(stateFile()).waiting();
    const QString version = m_updater->status().version;
    const bool isSame = waiting && waiting->version == version && digestOf(m_package.nextFile()) == waiting->sha256;
    m_agreed = QDeadlineTimer();
    if (!isSame) {
        fail(Error{FailureCode::UpdateFileDamaged, u"not the file that was fetched"_s, true});
        QFile::remove(m_package.nextFile());
        return startLooking(m_pace.looks.firstMs);
    }
    auto done = m_machine.keepPackage(m_package.file());
    if (done)
        done = m_updater->exchange();
    if (!done) {
        fail(done.error());
        return startLooking(m_pace.looks.afterFailureMs);
    }
    m_updater.reset();
    m_installing = true;
    publish();
    qCInfo(serviceLog).noquote() << "installing" << version;
    // An older one is here by an administrator's word alone: the pin.
    const bool isOlder = versionFrom(version) < versionFrom(m_running.version);
    m_machine.install(m_package.file(), isOlder, [this](int code) { onEnded(code); });
}

/** Heard where the installation left this process alone: it did not come so far, or has no service any more. */
void MachineService::onEnded(int code)
{
    m_installing = false;
    qCInfo(serviceLog) << "the installation ended with" << code;
    const auto trial = m_package.trial();
    const bool isOver = code == installedWell || code == installedAndRestartWanted || !trial || trial->to == m_running.version;
    if (isOver)
        return;
    if (code == anotherInstallationRuns)
        QFile::remove(m_package.trialFile());
    else
        notInstalled(trial->to);
    startLooking(code == anotherInstallationRuns ? m_pace.afterBusyMs : m_pace.looks.afterFailureMs);
}

void MachineService::goBack()
{
    m_updater.reset();
    m_installing = true;
    publish();
    qCWarning(serviceLog).noquote() << m_running.version << "does not work here; going back";
    m_machine.install(m_package.previousFile(), true, [this](int code) {
        qCInfo(serviceLog) << "going back ended with" << code;
        // The next poll tries again when this process is still there: nothing else is to be done with a version that does not work.
        QTimer::singleShot(m_pace.afterBusyMs, this, [this] { m_installing = false; });
    });
}

} // namespace yichuang::update
