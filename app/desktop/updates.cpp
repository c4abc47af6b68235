// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "updates.h"

#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStorageInfo>
#include <QTextStream>
#include <QTimer>
#include <store/storeopener.h>
#include <update/administratorfile.h>
#include <update/servicefolder.h>
#include <update/storefault.h>
#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace yichuang::app {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** Of the machine or the person, not of the program: another version would meet the same. */
bool isOfTheMachine(FailureCode code)
{
    switch (code) {
    case FailureCode::KeychainUnavailable:
    case FailureCode::KeychainLocked:
    case FailureCode::KeyMissing:
    case FailureCode::VaultGone:
    case FailureCode::VaultInUse:
    case FailureCode::VaultNotWritable: return true;
    default: return false;
    }
}

/** Sign-in, the first list and the first card lie within this time; a version that crashes there has not stood its trial. */
constexpr int provedAfterMs = 60'000;

/** Where the store lies on the program's disk, a migration's copy takes of the same room. */
qint64 storeBytesBeside(const QString &program, const QString &profile)
{
    const bool isSameDisk = QStorageInfo(QFileInfo(program).absolutePath()).device() == QStorageInfo(profile).device();
    return isSameDisk ? QFileInfo(store::storeFile(profile)).size() : 0;
}

} // namespace

Updates::Updates(const DesktopOptions &options, const QString &profile, const domain::Clock &clock)
    : m_profile(profile)
    , m_clock(clock)
{
    if (options.demo)
        return;
    m_installation = update::Installation::current();
    // What a service that was taken away has left says nothing any more.
    if (const QString status = update::serviceStatusFile(); update::isServiceInstalled() && QFile::exists(status))
        m_service = std::make_unique<update::ServiceLink>(status, update::serviceAddress());
    if (!m_installation)
        return;
    const auto settings = update::readUpdateSettings(update::administratorFile(), options.updates);
    if (settings)
        m_settings = *settings;
    else
        QTextStream(stderr) << "yichuang: " << domain::failureText(settings.error().code) << ' ' << settings.error().detail << Qt::endl;
}

Updates::~Updates() = default;

/** What the service did since this person's desktop was here last. */
void Updates::meetService()
{
    const update::ServiceStatus &said = m_service->said();
    update::UpdateState state(stateFile());
    if (!said.rolledBack.isEmpty() && !state.refused().contains(said.rolledBack)) {
        m_rolledBack = said.rolledBack;
        state.refuse(said.rolledBack);
    }
    if (!isOnTrial())
        return;
    m_isServiceWaiting = true;
    m_isHeard = false;
    m_service->say(update::DeskWord::Started, [this](bool) {
        m_isHeard = true;
        Q_EMIT heard();
    });
}

/** What came of this start. Also where others have condemned the version meanwhile: the service knows whether it is too late. */
void Updates::tellService(update::DeskWord word, const std::function<void(bool)> &then)
{
    m_isServiceWaiting = false;
    m_service->say(word, then);
}

QString Updates::stateFile() const
{
    return QDir(m_profile).filePath(u"update.ini"_s);
}

update::Running Updates::running() const
{
    update::Running here{desktopVersion(), store::storeSchema()};
    here.storeBytes = storeBytesBeside(m_installation->file(), m_profile);
    return here;
}

bool Updates::isOnTrial() const
{
    return m_isServiceWaiting || (m_installation && m_installation->isOnTrial(desktopVersion()))
        || (m_service && m_service->said().onTrial == desktopVersion());
}

bool Updates::arrive()
{
    if (m_service)
        meetService();
    if (!m_installation)
        return false;
    const update::Running here = running();
    const update::Arrival arrival = update::arrive(*m_installation, here, m_settings, stateFile(), m_clock);
    m_rolledBack = arrival.rolledBack;
    if (!arrival.exchanged && m_settings.enabled) {
        m_updater = std::make_unique<update::Updater>(m_settings, *m_installation, here, stateFile(), m_clock, update::Updater::Pace());
    }
    return arrival.exchanged;
}

desk::UpdateDesk *Updates::makeDesk(const desk::LiveUpdateDesk::Watched &watched)
{
    update::Renewer *renewer = m_service.get();
    if (m_updater)
        renewer = m_updater.get();
    if (!renewer && m_rolledBack.isEmpty())
        return nullptr;
    m_desk = std::make_unique<desk::LiveUpdateDesk>(renewer, watched, m_clock, m_rolledBack);
    // The service starts the newer version when it has installed it.
    const int code = m_updater ? exitForNewVersion : 0;
    connect(m_desk.get(), &desk::UpdateDesk::restartAsked, this, [code] { QCoreApplication::exit(code); });
    return m_desk.get();
}

void Updates::onStoreOpened()
{
    const bool wasMigrated = store::keepMigration(m_profile);
    update::noteStoreFault(m_profile, desktopVersion(), {});
    if (m_service && isOnTrial())
        tellService(update::DeskWord::Works);
    if (wasMigrated)
        return prove();
    if (!m_installation || std::exchange(m_isProving, true))
        return;
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Updates::prove);
    QTimer::singleShot(provedAfterMs, this, &Updates::prove);
}

void Updates::prove() const
{
    if (m_installation)
        m_installation->prove(desktopVersion());
}

void Updates::onStoreFailed(const domain::Error &error)
{
    // The version before could not open it either: going back would help nobody.
    const bool wasDamaged = update::hadStoreFault(m_profile, desktopVersion());
    if (!isOnTrial())
        return isOfTheMachine(error.code) || wasDamaged ? void() : update::noteStoreFault(m_profile, desktopVersion(), error);
    if (isOfTheMachine(error.code) || wasDamaged) {
        if (m_service)
            return m_service->say(update::DeskWord::Excused);
        return m_installation->excuse(desktopVersion());
    }
    QTextStream(stderr) << "yichuang: " << domain::failureText(error.code) << " during the trial of this version" << Qt::endl;
    if (m_service)
        return tellService(update::DeskWord::Failed, [](bool) { QCoreApplication::exit(1); });
    if (error.code == FailureCode::StoreDiskFull) {
        // While there is an updater, it writes that file.
        if (m_updater)
            m_updater->forgive(desktopVersion());
        else
            update::UpdateState(stateFile()).forgive(desktopVersion());
    }
    m_installation->condemn(desktopVersion());
    QCoreApplication::exit(1);
}

void Updates::begin()
{
    if (m_updater)
        m_updater->begin();
    if (m_service)
        m_service->begin();
}

void becomeNewVersion(const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    const QByteArray file = qgetenv("APPIMAGE");
    // What the launcher set leads into the image that goes with this process, by either of its names.
    const QString image = qEnvironmentVariable("APPDIR");
    const QString canonical = QFileInfo(image).canonicalFilePath();
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        const QString value = qEnvironmentVariable(name.toLatin1());
        if (value.startsWith(image + u'/') || value.startsWith(canonical + u'/'))
            qunsetenv(name.toLatin1());
    }
    // The image stays mounted while somebody holds the pipe it came with.
    constexpr int mostFiles = 1024;
    for (int handle = 3; handle < mostFiles; ++handle)
        ::fcntl(handle, F_SETFD, FD_CLOEXEC);
    QList<QByteArray> words{file};
    for (qsizetype i = 1; i < arguments.size(); ++i)
        words << QFile::encodeName(arguments.at(i));
    QList<char *> pointers;
    for (QByteArray &word : words)
        pointers << word.data();
    pointers << nullptr;
    ::execv(file.constData(), pointers.data());
    QTextStream(stderr) << "yichuang: the new version does not start" << Qt::endl;
#else
    Q_UNUSED(arguments)
#endif
}

} // namespace yichuang::app
