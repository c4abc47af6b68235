// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "windowsmachine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTimer>
#include <QWinEventNotifier>
#include <array>
#include <memory>
// In this order: the others want what the first one defines.
#include <qt_windows.h>
#include <msi.h>
#include <tlhelp32.h>
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
        count += _wcsicmp(entry.szExeFile, programName) == 0;
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

void WindowsMachine::start(const QString &program, const QStringList &words, const std::function<void(int code)> &ended)
{
    std::wstring line = commandLine(program, words);
    STARTUPINFOW how{};
    how.cb = sizeof how;
    PROCESS_INFORMATION process{};
    if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_NO_WINDOW, nullptr, nullptr, &how, &process)) {
        qCWarning(machineLog) << "not started:" << program << GetLastError();
        QTimer::singleShot(0, this, [ended] { ended(notStarted); });
        return;
    }
    CloseHandle(process.hThread);
    auto *notifier = new QWinEventNotifier(process.hProcess, this);
    connect(notifier, &QWinEventNotifier::activated, this, [notifier, ended, handle = process.hProcess] {
        notifier->setEnabled(false);
        notifier->deleteLater();
        DWORD code = 0;
        GetExitCodeProcess(handle, &code);
        CloseHandle(handle);
        ended(int(code));
    });
}

void WindowsMachine::install(const QString &package, bool goingBack, const std::function<void(int code)> &ended)
{
    QStringList words{u"/i"_s, QDir::toNativeSeparators(package), u"/qn"_s, u"/norestart"_s, u"REBOOT=ReallySuppress"_s};
    if (goingBack) // every file, also where the newer one's number is higher
        words << u"GOBACK=1"_s << u"REINSTALLMODE=amus"_s;
    words << u"/l*"_s << QDir::toNativeSeparators(QDir(m_folder).filePath(goingBack ? u"goback.log"_s : u"install.log"_s));
    start(systemProgram(u"msiexec.exe"_s), words, ended);
}

void WindowsMachine::tryProgram(const std::function<void(const QString &version)> &then)
{
    const QString report = QDir(m_folder).filePath(u"selftest.json"_s);
    QFile::remove(report);
    const auto over = std::make_shared<bool>(false);
    const auto answer = [over, then, report] {
        if (std::exchange(*over, true))
            return;
        QFile file(report);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        then(QJsonDocument::fromJson(text).object().value(u"version"_s).toString());
    };
    QTimer::singleShot(tryingMs, this, answer);
    start(m_program, {u"--selftest"_s, QDir::toNativeSeparators(report)}, [answer](int) { answer(); });
}

int WindowsMachine::sessionOf(qintptr connection) const
{
    ULONG process = 0;
    DWORD session = 0;
    if (!GetNamedPipeClientProcessId(reinterpret_cast<HANDLE>(connection), &process) || !ProcessIdToSessionId(process, &session))
        return 0;
    return int(session);
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
    if (CreateProcessAsUserW(token.get(), nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_UNICODE_ENVIRONMENT, environment, nullptr, &how, &process)) {
        CloseHandle(process.hThread);
        CloseHandle(process.hProcess);
    } else {
        qCWarning(machineLog) << "the desktop does not come back in session" << session << GetLastError();
    }
    if (environment)
        DestroyEnvironmentBlock(environment);
}

} // namespace yichuang::app
