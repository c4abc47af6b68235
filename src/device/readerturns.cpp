// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readerturns.h>

#include <QMetaObject>

namespace yichuang::device {

void ReaderTurns::request(QObject *who, std::function<void()> granted)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back({who, std::move(granted)});
    if (m_holder == nullptr)
        grantNext();
}

void ReaderTurns::release(QObject *who)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [who](const Waiting &waiting) { return waiting.who == who; });
    if (m_holder == who) {
        m_holder = nullptr;
        grantNext();
    }
}

void ReaderTurns::grantNext()
{
    if (m_waiting.empty())
        return;
    Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_holder = next.who;
    // Under the lock: `who` cannot be on its way out, since it must get the lock to release first.
    QMetaObject::invokeMethod(next.who, std::move(next.granted), Qt::QueuedConnection);
}

} // namespace yichuang::device
