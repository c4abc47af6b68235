// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "paintprobe.h"

#include <QEvent>

namespace yichuang::bench {

bool PaintProbe::notify(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool paints = type == QEvent::Paint && receiver->isWidgetType();
    // A window paints on request, or at once when it is exposed.
    const bool round = type == QEvent::UpdateRequest || type == QEvent::Expose;
    m_depth += round ? 1 : 0;
    const bool done = QApplication::notify(receiver, event);
    if (paints)
        m_painted.insert(receiver);
    m_depth -= round ? 1 : 0;
    if (round && m_depth == 0 && !m_painted.isEmpty()) {
        const QSet<const QObject *> painted = std::exchange(m_painted, {});
        if (m_listener)
            m_listener(std::chrono::steady_clock::now(), painted);
    }
    return done;
}

} // namespace yichuang::bench
