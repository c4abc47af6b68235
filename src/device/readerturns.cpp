// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readerturns.h>

#include <QMetaObject>

namespace yichuang::device {

void ReaderTurns::prefer(const TurnTaker *who)
{
    const std::lock_guard lock(m_mutex);
    m_preferred = who;
}

void ReaderTurns::request(TurnTaker *who)
{
    const std::lock_guard lock(m_mutex);
    // Whoever had a turn pauses before asking again, so the others are never kept out.
    if (who == m_preferred)
        m_waiting.push_front(who);
    else
        m_waiting.push_back(who);
    if (m_holder == nullptr)
        grantNext();
}

bool ReaderTurns::claim(TurnTaker *who)
{
    const std::lock_guard lock(m_mutex);
    if (m_holder != who || m_isClaimed)
        return false;
    m_isClaimed = true;
    return true;
}

void ReaderTurns::release(TurnTaker *who)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_waiting, who);
    if (m_holder == who) {
        m_holder = nullptr;
        grantNext();
    }
}

void ReaderTurns::grantNext()
{
    if (m_waiting.empty())
        return;
    m_holder = m_waiting.front();
    m_waiting.pop_front();
    m_isClaimed = false;
    // Under the lock: the taker cannot be on its way out, since it must get the lock to release first. By name,
    // because a functor would be shared between two threads.
    QMetaObject::invokeMethod(m_holder, "onTurn", Qt::QueuedConnection);
}

} // namespace yichuang::device
