// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace yichuang::store {

/** One thread that runs jobs in the order they were posted. Post from any thread; create and destroy on another one. */
class SerialThread
{
public:
    using Job = std::function<void()>;
    /** What is done once nobody has asked for anything for a while; false: again after another while. */
    using Rest = std::function<bool()>;

    explicit SerialThread(Rest rest = {});
    ~SerialThread();
    SerialThread(const SerialThread &) = delete;
    SerialThread &operator=(const SerialThread &) = delete;

    /** False when finish() was called before: the job will never run. */
    [[nodiscard]] bool post(Job job);
    /** True when no job waits; the one that asks is not counted. */
    [[nodiscard]] bool isIdle();
    /** Runs what is queued, then `last`, then ends the thread and waits for it. A second call only waits, for the first. */
    void finish(Job last = {});

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closing = false;
    std::once_flag m_finished;
    Rest m_rest;
    std::thread m_thread;
};

} // namespace yichuang::store
