// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "serialthread.h"

namespace yichuang::store {

SerialThread::SerialThread() : m_thread([this] { loop(); }) {}

SerialThread::~SerialThread()
{
    finish();
}

bool SerialThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

bool SerialThread::isIdle()
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.empty();
}

void SerialThread::finish(Job last)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing)
            return;
        m_closing = true;
        if (last)
            m_jobs.push_back(std::move(last));
    }
    m_wake.notify_one();
    m_thread.join();
}

void SerialThread::loop()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace yichuang::store
