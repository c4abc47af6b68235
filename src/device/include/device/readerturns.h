// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <mutex>

namespace yichuang::device {

/**
 * The right to use the air: readers whose antennas stand close must be polled in turns (reference 1.8). Shared by all
 * readers of a manager; thread-safe; nobody ever blocks: the turn comes as a queued call on the asker's own thread.
 * First come, first served.
 */
class ReaderTurns
{
public:
    /** @param granted runs on the thread of `who`. Ask once, then release; `who` releases before it dies. */
    void request(QObject *who, std::function<void()> granted);
    /** Gives the turn back, or withdraws a request that is still waiting. Harmless for others. */
    void release(QObject *who);

private:
    struct Waiting {
        QObject *who;
        std::function<void()> granted;
    };
    void grantNext();

    std::mutex m_mutex;
    QObject *m_holder = nullptr;
    std::deque<Waiting> m_waiting;
};

} // namespace yichuang::device
