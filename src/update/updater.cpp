// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/updater.h>

#include "updatethread.h"
#include "updateworker.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QRandomGenerator>
#include <QSysInfo>

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using Stage = UpdateStatus::Stage;
using namespace Qt::StringLiterals;

namespace {

/** For the hall's IT: a clerk is not told of rounds that failed. */
Q_LOGGING_CATEGORY(updateLog, "yichuang.update", QtInfoMsg)

/** A fetched version must say its name within this time; a slow machine unpacks it first. */
constexpr int tryingMs = 120'000;
/** Stays free on the disk whatever is fetched: a desk that cannot save is worse than an old one. */
constexpr qint64 reserveBytes = 64 << 20;

} // namespace

Updater::Updater(const UpdateSettings &settings, const Installation &installation, const Running &running, const QString &stateFile,
                 const domain::Clock &clock, Pace pace, QObject *parent)
    : Renewer(parent)
    , m_settings(settings)
    , m_installation(installation)
    , m_running(running)
    , m_state(stateFile)
    , m_clock(clock)
    , m_pace(pace)
    , m_thread(std::make_unique<UpdateThread>())
    , m_worker(new UpdateWorker(settings))
{
    m_installation.heedPin(settings.pin, m_state.heedPin(settings.pin));
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Updater::lookNow);
    m_proving.setInterval(pace.provingMs);
    connect(&m_proving, &QTimer::timeout, this, &Updater::whenProved);
    m_worker->moveToThread(m_thread->thread);
    connect(m_thread->thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &UpdateWorker::looked, this, &Updater::onLooked);
    connect(m_worker, &UpdateWorker::fetched, this, &Updater::onFetched);
    m_thread->thread->setObjectName(u"update"_s);
    m_thread->thread->start(QThread::LowPriority);
}

Updater::~Updater()
{
    if (m_trying) {
        m_trying->disconnect(this);
        m_trying->kill();
    }
}

void Updater::enter(Stage stage)
{
    m_status.stage = stage;
    Q_EMIT statusChanged();
}

void Updater::end(const std::optional<Error> &fault)
{
    m_status.fault = fault;
    if (fault)
        qCWarning(updateLog).noquote() << domain::failureText(fault->code) << fault->detail;
    if (m_status.stage != Stage::Ready) {
        m_status.version.clear();
        m_status.notes.clear();
        m_status.stage = Stage::Idle;
    }
    lookAfter(fault ? m_pace.afterFailureMs : m_pace.betweenMs);
    Q_EMIT statusChanged();
}

void Updater::lookAfter(int ms)
{
    // A hall's desks are switched on together; they must not all ask in the same second.
    const int spread = ms / 10;
    m_next.start(ms + (spread > 0 ? int(QRandomGenerator::global()->bounded(spread)) : 0));
}

void Updater::begin()
{
    enter(Stage::Idle);
    lookAfter(m_pace.firstMs);
}

void Updater::lookNow()
{
    if (m_status.stage != Stage::Idle && m_status.stage != Stage::Ready)
        return;
    if (!m_installation.isWritable())
        return end(Error{FailureCode::UpdateNotWritable, u"the program's folder"_s, false});
    // What is ready stays so while a still newer one is looked for.
    if (m_status.stage == Stage::Idle)
        enter(Stage::Looking);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, here = situationOf(m_running, m_settings, m_installation, m_state, m_clock)] { worker->look(here); });
}

void Updater::onLooked(const domain::Result<Look> &look)
{
    if (!look)
        return end(look.error());
    m_state.setSeen(look->sequence, look->digest);
    const bool known = look->offer && m_status.stage == Stage::Ready && look->offer->version == m_status.version;
    if (!look->offer || known) {
        // A list that no longer names what was fetched has taken it back.
        if (!look->offer && m_status.stage == Stage::Ready) {
            m_state.setWaiting({});
            QFile::remove(m_installation.nextFile());
            m_status.stage = Stage::Idle;
        }
        return end({});
    }
    m_offer = look->offer;
    m_status.version = m_offer->version;
    m_status.notes = m_offer->notes;
    m_status.agreed = false;
    if (m_installation.isReplaced())
        return onReplaced();
    enter(Stage::Fetching);
    // What is left of another file would be gone on from, and be wrong at the end.
    if (m_state.fetching() != m_offer->file.sha256)
        QFile::remove(m_installation.partFile());
    m_state.setFetching(m_offer->file.sha256);
    const qint64 reserve = reserveBytes + m_running.storeBytes;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, file = m_offer->file, reserve, part = m_installation.partFile(), next = m_installation.nextFile()] {
        worker->fetch(file, part, next, reserve);
    });
}

/** Another desktop was faster: what lies in the place only wants to be started. */
void Updater::onReplaced()
{
    const auto trial = m_installation.trial();
    if (trial && trial->to != m_status.version) {
        m_status.version = trial->to;
        m_status.notes.clear();
    }
    m_state.setWaiting({});
    m_status.stage = Stage::Ready;
    end({});
}

void Updater::onFetched(const std::optional<Error> &fault)
{
    if (m_status.stage != Stage::Fetching)
        return;
    if (!fault)
        return m_running.kind == "appimage"_L1 ? tryOut() : onReady(); // a package shows what it is when it is installed
    m_state.setWaiting({});
    QFile::remove(m_installation.nextFile());
    end(fault);
}

/** Before it takes any place: does the file run here, and is it what it says? */
void Updater::tryOut()
{
    enter(Stage::Trying);
    m_trying = new QProcess(this);
    auto *patience = new QTimer(m_trying);
    connect(patience, &QTimer::timeout, m_trying, &QProcess::kill);
    connect(m_trying, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onTried(Tried::NotNow, m_trying->errorString());
    });
    connect(m_trying, &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
        const QByteArray said = m_trying->readAllStandardOutput().trimmed();
        if (how == QProcess::CrashExit)
            return onTried(Tried::NotNow, u"ended by a signal or after its time"_s);
        if (code != 0)
            return onTried(Tried::NotNow, u"exit code %1"_s.arg(code));
        onTried(said == "yichuang " + m_status.version.toLatin1() ? Tried::Runs : Tried::SaysAnother);
    });
    patience->start(tryingMs);
    m_trying->start(m_installation.nextFile(), {u"--version"_s}, QIODevice::ReadOnly);
}

void Updater::onTried(Tried tried, const QString &how)
{
    std::exchange(m_trying, nullptr)->deleteLater();
    if (tried == Tried::Runs)
        return onReady();
    // A full temporary folder passes: only a version that ran and says another name is never to be tried again.
    if (tried == Tried::NotNow)
        return end(Error{FailureCode::UpdateDoesNotRun, m_status.version + u": "_s + how, true});
    QFile::remove(m_installation.nextFile());
    refuse(m_status.version, m_installation, m_state);
    end(Error{FailureCode::UpdateDoesNotRun, m_status.version, false});
}

void Updater::onReady()
{
    const auto before = m_state.waiting();
    m_status.agreed = before && before->version == m_status.version && before->agreed;
    m_state.setWaiting(Waiting{m_status.version, m_offer->file.sha256, m_status.agreed});
    if (mustProveItself(m_running, m_settings, m_installation)) {
        enter(Stage::Trying);
        return m_proving.start();
    }
    whenProved();
}

void Updater::whenProved()
{
    if (mustProveItself(m_running, m_settings, m_installation))
        return;
    m_proving.stop();
    if (m_installation.isReplaced())
        return onReplaced();
    m_status.stage = Stage::Ready;
    qCInfo(updateLog).noquote() << m_status.version << "is ready";
    end({});
}

void Updater::agree()
{
    if (m_status.stage != Stage::Ready)
        return;
    // Where it lies in the place already, any start brings it.
    if (auto waiting = m_state.waiting()) {
        waiting->agreed = true;
        m_state.setWaiting(waiting);
    }
    m_status.agreed = true;
    Q_EMIT statusChanged();
}

void Updater::takeNow()
{
    const auto done = exchange();
    Q_EMIT taken(done ? std::nullopt : std::optional(done.error()));
}

domain::Result<void> Updater::exchange()
{
    if (m_status.stage != Stage::Ready)
        return domain::failure(FailureCode::UpdateNotWritable, u"nothing is ready"_s, true);
    const auto done = m_installation.exchange(m_running.version, m_status.version);
    if (done)
        m_state.setWaiting({});
    return done;
}

Situation situationOf(const Running &running, const UpdateSettings &settings, const Installation &installation, UpdateState &state,
                      const domain::Clock &clock)
{
    Situation here;
    here.version = running.version;
    here.kind = running.kind;
    here.architecture = QSysInfo::buildCpuArchitecture();
    here.storeSchema = running.storeSchema;
    here.channel = settings.channel;
    here.pin = settings.pin;
    here.installationId = installation.number(state.installationId());
    here.lastSequence = state.sequence();
    here.lastDigest = state.digest();
    here.refused = state.refused() + installation.refused();
    here.now = clock.now();
    return here;
}

bool mustProveItself(const Running &running, const UpdateSettings &settings, const Installation &installation)
{
    return settings.pin.isEmpty() && installation.isOnTrial(running.version);
}

void refuse(const QString &version, const Installation &installation, UpdateState &state)
{
    if (!installation.refuse(version))
        return state.refuse(version);
    const auto waiting = state.waiting();
    if (waiting && waiting->version == version)
        state.setWaiting({});
}

} // namespace yichuang::update
