// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stopsignal.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <windows.h>
#else
#include <pthread.h>
#include <signal.h>
#endif

namespace yichuang::app {

#ifdef Q_OS_WIN

namespace {

std::mutex mutex;
std::condition_variable changed;
bool stopped = false;

BOOL WINAPI onControl(DWORD)
{
    const std::lock_guard lock(mutex);
    stopped = true;
    changed.notify_all();
    return TRUE;
}

} // namespace

void holdStopSignals()
{
    SetConsoleCtrlHandler(onControl, TRUE);
}

void waitForStopSignal()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return stopped; });
}

#else

namespace {

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

void holdStopSignals()
{
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A client that hangs up in the middle of an answer is no reason to end.
    signal(SIGPIPE, SIG_IGN);
}

void waitForStopSignal()
{
    const sigset_t set = stopSignals();
    int received = 0;
    sigwait(&set, &received);
}

#endif

} // namespace yichuang::app
