// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "acceptancetimer.h"

namespace yichuang::exchange {

AcceptanceTimer::AcceptanceTimer(CommandEngine &engine, std::chrono::milliseconds interval)
    : m_engine(engine)
    , m_interval(interval)
    , m_thread([this] { run(); })
{
}

AcceptanceTimer::~AcceptanceTimer()
{
    stop();
}

void AcceptanceTimer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void AcceptanceTimer::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        (void)m_engine.acceptUnanswered();
        lock.lock();
        m_changed.wait_for(lock, m_interval, [this] { return m_stopping; });
    }
}

} // namespace yichuang::exchange
