// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "gate.h"

#include <algorithm>

namespace yichuang::sync {

Gate::Gate(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Gate::pass);
}

QFuture<void> Gate::wait(qint64 ms)
{
    pass();
    m_waiting = std::make_unique<QPromise<void>>();
    m_waiting->start();
    QFuture<void> future = m_waiting->future();
    if (m_opened) {
        pass();
        m_opened = false;
    } else {
        m_timer.start(int(std::clamp<qint64>(ms, 0, 24 * 3600 * 1000)));
    }
    return future;
}

void Gate::open()
{
    if (m_waiting)
        pass();
    else
        m_opened = true;
}

void Gate::pass()
{
    m_timer.stop();
    if (!m_waiting)
        return;
    // Moved out first: the waiter may come back to wait() before finish() returns.
    const std::unique_ptr<QPromise<void>> waiting = std::move(m_waiting);
    waiting->finish();
}

} // namespace yichuang::sync
