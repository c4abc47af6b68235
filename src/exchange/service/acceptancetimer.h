// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commandengine.h"

#include <condition_variable>
#include <thread>

namespace yichuang::exchange {

/**
 * Comes round to have the engine accept what nobody answered in time: once at the start, then at every interval, until it
 * is stopped. What is waited for stands in the database, so nothing is forgotten over a restart, and a round that the
 * database failed is made up for by the next. A thread of its own. Thread-safe.
 */
class AcceptanceTimer
{
public:
    AcceptanceTimer(CommandEngine &engine, std::chrono::milliseconds interval);
    /** Stops if still running. */
    ~AcceptanceTimer();
    Q_DISABLE_COPY_MOVE(AcceptanceTimer)

    /** Waits for a round under way. */
    void stop();

private:
    void run();

    CommandEngine &m_engine;
    const std::chrono::milliseconds m_interval;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace yichuang::exchange
