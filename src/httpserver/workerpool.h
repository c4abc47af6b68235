// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace yichuang::httpserver {

/** A fixed number of threads behind a queue of fixed length. Tasks must not throw. */
class WorkerPool
{
public:
    WorkerPool(int workers, int maxQueued);
    /** Drops what is queued and waits for what runs. */
    ~WorkerPool();
    Q_DISABLE_COPY_MOVE(WorkerPool)

    /** False when the queue is full or the pool is stopping; the task is then left untouched. */
    [[nodiscard]] bool tryPost(std::function<void()> &task);
    /** Tasks that no thread has taken yet. */
    [[nodiscard]] int queued() const;
    void stop();

private:
    void run();

    const std::size_t m_maxQueued;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace yichuang::httpserver
