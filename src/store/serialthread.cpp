// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "serialthread.h"

namespace yichuang::store {

namespace {

constexpr std::chrono::milliseconds quietTime{1000};

} // namespace

SerialThread::SerialThread(Rest rest) : m_rest(std::move(rest)), m_thread([this] { loop(); }) {}

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
    std::call_once(m_finished, [&] {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
            if (last)
                m_jobs.push_back(std::move(last));
        }
        m_wake.notify_one();
        m_thread.join();
    });
}

void SerialThread::loop()
{
    bool worked = false; // since the last rest
    const auto isCalled = [this] { return m_closing || !m_jobs.empty(); };
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            const bool mayRest = worked && m_rest && !m_wake.wait_for(lock, quietTime, isCalled);
            if (!mayRest)
                m_wake.wait(lock, isCalled);
            if (!mayRest && m_jobs.empty())
                return;
            if (!mayRest) {
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
        }
        if (job)
            job();
        worked = job || !m_rest();
    }
}

} // namespace yichuang::store
