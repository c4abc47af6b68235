// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stallwatch.h"

#include <QAbstractEventDispatcher>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace yichuang::app {

namespace {

constexpr double frameMs = 16;

} // namespace

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallWatch::onAwake);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::onAboutToBlock);
}

double StallWatch::threadCpuMs()
{
#ifdef Q_OS_UNIX
    timespec spent{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent) == 0)
        return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
#endif
    return 0;
}

void StallWatch::onAwake()
{
    // Some dispatchers wake several times in one turn; the first one starts it.
    if (m_turn.isValid())
        return;
    m_turn.start();
    m_turnCpu = threadCpuMs();
}

void StallWatch::onAboutToBlock()
{
    if (!m_turn.isValid())
        return;
    const double wall = double(m_turn.nsecsElapsed()) / 1e6;
    const double cpu = threadCpuMs() - m_turnCpu;
    m_turn.invalidate();
    if (std::exchange(m_excused, false))
        return;
    ++m_turns;
    m_slowTurns += cpu > frameMs ? 1 : 0;
    m_wallMs = qMax(m_wallMs, wall);
    if (cpu > m_cpuMs) {
        m_cpuMs = cpu;
        m_longestScene = m_scene;
    }
}

} // namespace yichuang::app
