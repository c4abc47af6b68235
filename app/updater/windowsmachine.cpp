// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "windowsmachine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSettings>
#include <QTimer>
#include <QWinEventNotifier>
#include <array>
#include <filesystem>
#include <memory>
// In this order: the others want what the first one defines.
#include <qt_windows.h>
#include <msi.h>
#include <tlhelp32.h>
#include <update/administratorfile.h>
#include <userenv.h>
#include <wtsapi32.h>

namespace yichuang::app {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(machineLog, "yichuang.update.machine", QtInfoMsg)

constexpr wchar_t programName[] = L"yichuang.exe";
/** A slow machine starts the program for the first time. */
constexpr int tryingMs = 180'000;
constexpr int notStarted = -1;
constexpr UINT endedByUs = 1;
/** Longest path of Windows, with its end. */
constexpr DWORD longestPath = 1 << 15;

struct Close {
    void operator()(void *handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, Close>;

std::wstring commandLine(const QString &program, const QStringList &words)
{
    QString line = u'"' + QDir::toNativeSeparators(program) + u'"';
    for (const QString &word : words)
        line += word.contains(u' ') ? u" \""_s + word + u'"' : u' ' + word;
    return line.toStdWString();
}

/** What the machine's settings say now. */
QMap<QString, QString> words()
{
    const QSettings settings(update::administratorKey(), QSettings::NativeFormat);
    QMap<QString, QString> found;
    const QStringList names = update::wordSettings();
    for (const QString &name : names) {
        const QVariant value = settings.value(name);
        const QString text = value.toString();
        found.insert(name, text.isEmpty() ? value.toStringList().join(u';') : text);
    }
    return found;
}

/** A policy may write while the program runs: nobody knows which of the two values it has read. */
QMap<QString, QString> unchangedSince(const QMap<QString, QString> &before)
{
    QMap<QString, QString> found = words();
    found.removeIf([&before](const auto &word) { return before.value(word.key()) != word.value(); });
    return found;
}

/** Names of the settings that a self-test complains of. */
QStringList faultySettings(const QJsonObject &report)
{
    QStringList found;
    const QJsonArray faults = report.value(u"settings"_s).toObject().value(u"faults"_s).toArray();
    for (const QJsonValue &fault : faults)
        found << fault.toObject().value(u"setting"_s).toString();
    return found;
}

/** What is started in it ends at the latest with the last handle of it, thus with this service. */
Handle mortalJob()
{
    Handle job(CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (job)
        SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

/** Windows' own folder of programs; what a search would find first may be another's. */
QString systemProgram(const QString &name)
{
    std::array<wchar_t, MAX_PATH> folder{};
    GetSystemDirectoryW(folder.data(), UINT(folder.size()));
    return QString::fromWCharArray(folder.data()) + u'\\' + name;
}

} // namespace

WindowsMachine::WindowsMachine(const QString &product, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_product(product)
    , m_folder(folder)
    , m_program(QDir(QCoreApplication::applicationDirPath()).filePath(QString::fromWCharArray(programName)))
{
}

int WindowsMachine::desktops() const
{
    const Handle snapshot(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
    if (snapshot.get() == INVALID_HANDLE_VALUE)
        return 1; // not known: nobody's desktop is put at risk
    int count = 0;
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    for (BOOL there = Process32FirstW(snapshot.get(), &entry); there; there = Process32NextW(snapshot.get(), &entry))
        count += _wcsicmp(entry.szExeFile, programName) == 0 && entry.th32ProcessID != m_tried;
    return count;
}

bool WindowsMachine::isInstalling() const
{
    // Windows Installer holds it while it changes the machine.
    return Handle(OpenMutexW(SYNCHRONIZE, FALSE, L"Global\\_MSIExecute")) != nullptr;
}

domain::Result<void> WindowsMachine::keepPackage(const QString &file)
{
    std::array<wchar_t, MAX_PATH> path{};
    DWORD size = DWORD(path.size());
    const UINT code = MsiGetProductInfoW(m_product.toStdWString().c_str(), L"LocalPackage", path.data(), &size);
    const QString kept = QString::fromWCharArray(path.data());
    const QString part = file + u".kept"_s;
    QFile::remove(part);
    if (code != ERROR_SUCCESS || kept.isEmpty() || !QFile::copy(kept, part))
        return domain::failure(FailureCode::UpdateNotWritable, u"the installed package is not kept by Windows Installer (%1)"_s.arg(code), true);
    if (!MoveFileExW(part.toStdWString().c_str(), file.toStdWString().c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return domain::failure(FailureCode::UpdateNotWritable, u"the installed package"_s, true);
    return {};
}

quint32 WindowsMachine::start(const QString &program, const QStringList &words, void *job, const Ended &ended)
{
    std::wstring line = commandLine(program, words);
    STARTUPINFOW how{};
    how.cb = sizeof how;
    PROCESS_INFORMATION process{};
    // It does not run before it is in the job: what it starts would not be.
    if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_NO_WINDOW | CREATE_SUSPENDED, nullptr, nullptr, &how, &process)) {
        qCWarning(machineLog) << "not started:" << program << GetLastError();
        QTimer::singleShot(0, this, [ended] { ended(notStarted); });
        return 0;
    }
    if (job && !AssignProcessToJobObject(job, process.hProcess))
        qCWarning(machineLog) << "not in its job:" << program << GetLastError();
    ResumeThread(process.hThread);
    CloseHandle(process.hThread);
    whenEnded(process.hProcess, ended);
    return process.dwProcessId;
}

void WindowsMachine::whenEnded(void *process, const Ended &ended)
{
    auto *notifier = new QWinEventNotifier(process, this);
    connect(notifier, &QWinEventNotifier::activated, this, [notifier, ended, process] {
        notifier->setEnabled(false);
        notifier->deleteLater();
        DWORD code = 0;
        GetExitCodeProcess(process, &code);
        CloseHandle(process);
        ended(int(code));
    });
}

void WindowsMachine::install(const QString &package, bool goingBack, const std::function<void(int code)> &ended)
{
    QStringList words{u"/i"_s, QDir::toNativeSeparators(package), u"/qn"_s, u"/norestart"_s, u"REBOOT=ReallySuppress"_s};
    if (goingBack) // every file, also where the newer one's number is higher
        words << u"GOBACK=1"_s << u"REINSTALLMODE=amus"_s;
    words << u"/l*"_s << QDir::toNativeSeparators(QDir(m_folder).filePath(goingBack ? u"goback.log"_s : u"install.log"_s));
    start(systemProgram(u"msiexec.exe"_s), words, nullptr, ended);
}

void WindowsMachine::tryProgram(const std::function<void(const update::SelfTest &said)> &then)
{
    const QString report = QDir(m_folder).filePath(u"selftest.json"_s);
    QFile::remove(report);
    const auto over = std::make_shared<bool>(false);
    const auto answer = [over, then, report, before = words()] {
        if (std::exchange(*over, true))
            return;
        QFile file(report);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QJsonObject told = QJsonDocument::fromJson(text).object();
        const update::SelfTest said = update::selfTestOf(told.value(u"version"_s).toString(), faultySettings(told), unchangedSince(before));
        if (!said.refused.isEmpty())
            qCWarning(machineLog).noquote() << said.version << "does not take the machine's settings" << said.refused;
        then(said);
    };
    const std::shared_ptr<void> job = mortalJob();
    m_tried = start(m_program, {u"--selftest"_s, QDir::toNativeSeparators(report)}, job.get(), [this, answer, job](int) {
        m_tried = 0;
        answer();
    });
    // One that hangs would be taken for a clerk's desktop by everybody else.
    QTimer::singleShot(tryingMs, this, [this, answer, job, tried = m_tried] {
        if (tried == 0 || m_tried != tried)
            return;
        qCWarning(machineLog) << "the self-test does not end";
        TerminateJobObject(job.get(), endedByUs);
        answer();
    });
}

std::optional<update::Peer> WindowsMachine::peerOf(qintptr connection) const
{
    ULONG process = 0;
    DWORD session = 0;
    if (!GetNamedPipeClientProcessId(reinterpret_cast<HANDLE>(connection), &process) || !ProcessIdToSessionId(process, &session))
        return std::nullopt;
    const Handle opened(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
    std::wstring path(longestPath, L'\0');
    DWORD size = longestPath;
    if (!opened || !QueryFullProcessImageNameW(opened.get(), 0, path.data(), &size))
        return std::nullopt;
    path.resize(size);
    std::error_code error;
    if (!std::filesystem::equivalent(path, m_program.toStdWString(), error)) {
        qCWarning(machineLog) << "not a desktop:" << QString::fromStdWString(path);
        return std::nullopt;
    }
    return update::Peer{quint32(process), int(session)};
}

void WindowsMachine::watch(quint32 process, const std::function<void()> &ended)
{
    if (HANDLE opened = OpenProcess(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process))
        whenEnded(opened, [ended](int) { ended(); });
    else
        QTimer::singleShot(0, this, ended);
}

void WindowsMachine::startDesktop(int session)
{
    HANDLE given = nullptr;
    if (!WTSQueryUserToken(ULONG(session), &given)) {
        qCWarning(machineLog) << "nobody works in session" << session << GetLastError();
        return;
    }
    const Handle token(given);
    void *environment = nullptr;
    if (!CreateEnvironmentBlock(&environment, token.get(), FALSE))
        environment = nullptr;
    std::wstring line = commandLine(m_program, {});
    wchar_t desktop[] = L"winsta0\\default";
    STARTUPINFOW how{};
    how.cb = sizeof how;
    how.lpDesktop = desktop;
    PROCESS_INFORMATION process{};
    if (CreateProcessAsUserW(token.get(), nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_UNICODE_ENVIRONMENT | CREATE_DEFAULT_ERROR_MODE, environment, nullptr, &how, &process)) {
        CloseHandle(process.hThread);
        CloseHandle(process.hProcess);
    } else {
        qCWarning(machineLog) << "the desktop does not come back in session" << session << GetLastError();
    }
    if (environment)
        DestroyEnvironmentBlock(environment);
}

} // namespace yichuang::app
