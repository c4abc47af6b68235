// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <deque>
#include <mutex>

namespace yichuang::device {

/** Somebody who waits for the air. */
class TurnTaker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Runs on the taker's own thread after a request; may come late, so it claims the turn before it uses it. */
    Q_INVOKABLE virtual void onTurn() = 0;
};

/**
 * The right to use the air: readers whose antennas stand close must be polled in turns (reference 1.8). Shared by all
 * readers of a manager; thread-safe; nobody ever blocks: the turn comes as a queued call on the asker's own thread.
 * First come, first served, but for the preferred taker, who goes before all that wait.
 */
class ReaderTurns
{
public:
    /** Whose requests go first from now on; null for nobody. Only compared, never called. */
    void prefer(const TurnTaker *who);
    /** Ask once, claim in onTurn(), then release; `who` releases before it dies. */
    void request(TurnTaker *who);
    /** True once for each granted request; false for a grant that was given back in the meantime. */
    [[nodiscard]] bool claim(TurnTaker *who);
    /** Gives the turn back, or withdraws a request that is still waiting. Harmless for others. */
    void release(TurnTaker *who);

private:
    void grantNext();

    std::mutex m_mutex;
    const TurnTaker *m_preferred = nullptr;
    TurnTaker *m_holder = nullptr;
    bool m_isClaimed = false;
    std::deque<TurnTaker *> m_waiting;
};

} // namespace yichuang::device
