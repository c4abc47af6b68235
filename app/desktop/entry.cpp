// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "entry.h"

#include "entrybox.h"

#include <QTextStream>
#ifdef Q_OS_WIN
#include <cstdio>
#include <memory>
#include <qt_windows.h>
#include <shellapi.h>
#endif

namespace yichuang::app {

#ifdef Q_OS_WIN

QStringList programArguments(int argc, char **argv)
{
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    int count = 0;
    const auto release = [](wchar_t **words) { LocalFree(static_cast<void *>(words)); };
    const std::unique_ptr<wchar_t *, decltype(release)> words(CommandLineToArgvW(GetCommandLineW(), &count), release);
    QStringList arguments;
    for (int i = 0; i < count; ++i)
        arguments.append(QString::fromWCharArray(words.get()[i]));
    return arguments;
}

namespace {

bool isOpen(DWORD which)
{
    const HANDLE handle = GetStdHandle(which);
    return handle != nullptr && handle != INVALID_HANDLE_VALUE;
}

/** Whether a box would be seen: in session 0, where services live, or on a station without a screen nobody could close it. */
bool someoneLooks()
{
    DWORD session = 0;
    USEROBJECTFLAGS station{};
    return ProcessIdToSessionId(GetCurrentProcessId(), &session) && session != 0
        && GetUserObjectInformationW(GetProcessWindowStation(), UOI_FLAGS, &station, sizeof station, nullptr) && (station.dwFlags & WSF_VISIBLE);
}

} // namespace

void speakToCallersConsole()
{
    const bool output = isOpen(STD_OUTPUT_HANDLE);
    const bool errors = isOpen(STD_ERROR_HANDLE);
    if ((output && errors) || !AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    if (!output)
        std::freopen("CONOUT$", "w", stdout);
    if (!errors)
        std::freopen("CONOUT$", "w", stderr);
}

void sayAtEntry(const QString &text)
{
    if (isOpen(STD_OUTPUT_HANDLE) || GetConsoleWindow())
        QTextStream(stdout) << text << Qt::flush;
    else if (someoneLooks())
        MessageBoxW(nullptr, text.toStdWString().c_str(), L"yichuang", MB_OK | MB_ICONINFORMATION);
}

void refuseAtEntry(const QString &text, const QString &)
{
    if (!isOpen(STD_ERROR_HANDLE) && !GetConsoleWindow() && someoneLooks())
        MessageBoxW(nullptr, text.toStdWString().c_str(), L"yichuang", MB_OK | MB_ICONERROR);
    else
        refuseUnattended(text);
}

void refuseUnattended(const QString &text)
{
    if (isOpen(STD_ERROR_HANDLE) || GetConsoleWindow())
        QTextStream(stderr) << text << Qt::flush;
    else
        sayInEventLog(text);
}

void sayInEventLog(const QString &text)
{
    const std::wstring words = text.trimmed().toStdWString();
    const wchar_t *const lines[] = {words.c_str()};
    if (const HANDLE log = RegisterEventSourceW(nullptr, L"Yichuang")) {
        ReportEventW(log, EVENTLOG_ERROR_TYPE, 0, 1, nullptr, 1, 0, const_cast<LPCWSTR *>(lines), nullptr);
        DeregisterEventSource(log);
    }
}

#else

QStringList programArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

void speakToCallersConsole() {}

void sayAtEntry(const QString &text)
{
    QTextStream(stdout) << text << Qt::flush;
}

void refuseAtEntry(const QString &text, const QString &language)
{
    refuseUnattended(text);
    if (needsEntryBox())
        showEntryBox(text, language);
}

void refuseUnattended(const QString &text)
{
    QTextStream(stderr) << text << Qt::flush;
}

void sayInEventLog(const QString &) {}

#endif

} // namespace yichuang::app
