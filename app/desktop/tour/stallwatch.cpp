// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stallwatch.h"

#include <QThread>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <ctime>
#endif

namespace yichuang::app {

namespace {

constexpr double frameMs = 16;

} // namespace

double StallWatch::threadCpuMs()
{
#ifdef Q_OS_WIN
    FILETIME made{}, ended{}, kernel{}, user{};
    if (!GetThreadTimes(GetCurrentThread(), &made, &ended, &kernel, &user))
        return 0;
    const auto ticks = [](const FILETIME &time) { return double(time.dwHighDateTime) * 4294967296.0 + double(time.dwLowDateTime); };
    return (ticks(kernel) + ticks(user)) / 1e4; // of 100 ns each
#else
    timespec spent{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent) != 0)
        return 0;
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
#endif
}

void StallWatch::begin()
{
    m_clock.start();
    m_cpuAtBegin = threadCpuMs();
}

void StallWatch::end()
{
    const double wall = double(m_clock.nsecsElapsed()) / 1e6;
    const double cpu = threadCpuMs() - m_cpuAtBegin;
    if (std::exchange(m_excused, false) || m_paused)
        return;
    ++m_events;
    m_slowEvents += cpu > frameMs ? 1 : 0;
    m_wallMs = qMax(m_wallMs, wall);
    if (cpu > m_cpuMs) {
        m_cpuMs = cpu;
        m_longestScene = m_scene;
    }
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events that an event's handling sends are part of it; other threads have loops of their own.
    if (!m_watch || m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    StallWatch *watch = m_watch;
    watch->begin();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    watch->end();
    return taken;
}

} // namespace yichuang::app
