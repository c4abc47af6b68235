// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "service.h"

#include <QCoreApplication>
#include <qt_windows.h>

namespace yichuang::app {

namespace {

/** What Windows calls takes no context. */
struct Host {
    std::function<int(const Running &)> work;
    SERVICE_STATUS_HANDLE handle = nullptr;
};
Host host;

constexpr DWORD beginningMs = 60'000;

void tell(DWORD state, DWORD exitCode = NO_ERROR)
{
    SERVICE_STATUS status{};
    status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    status.dwCurrentState = state;
    status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
    status.dwWaitHint = state == SERVICE_RUNNING || state == SERVICE_STOPPED ? 0 : beginningMs;
    if (exitCode != NO_ERROR) {
        status.dwWin32ExitCode = ERROR_SERVICE_SPECIFIC_ERROR;
        status.dwServiceSpecificExitCode = exitCode;
    }
    SetServiceStatus(host.handle, &status);
}

DWORD WINAPI onControl(DWORD control, DWORD, void *, void *)
{
    switch (control) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
        tell(SERVICE_STOP_PENDING);
        // From Windows' thread into that of the work.
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE: return NO_ERROR;
    default: return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

void WINAPI serviceMain(DWORD, wchar_t **)
{
    host.handle = RegisterServiceCtrlHandlerExW(windowsServiceName, onControl, nullptr);
    if (!host.handle)
        return;
    tell(SERVICE_START_PENDING);
    const int code = host.work([] { tell(SERVICE_RUNNING); });
    tell(SERVICE_STOPPED, DWORD(code));
}

} // namespace

bool runAsService(const std::function<int(const Running &)> &work)
{
    host.work = work;
    wchar_t name[std::size(windowsServiceName)];
    std::copy(std::begin(windowsServiceName), std::end(windowsServiceName), name);
    const SERVICE_TABLE_ENTRYW table[] = {{name, serviceMain}, {nullptr, nullptr}};
    return StartServiceCtrlDispatcherW(table);
}

} // namespace yichuang::app
