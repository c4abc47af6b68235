// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QPointer>
#include <QWidget>
#include <chrono>
#include <functional>

namespace yichuang::bench {

/**
 * An application that tells when a window has finished painting: after the event by which Qt paints every dirty widget of
 * a window and hands the picture to the window system.
 */
class PaintProbe : public QApplication
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    /** Told at the end of each round of painting; `painted`: the widgets that were painted in it. */
    using Listener = std::function<void(Moment end, const QSet<const QObject *> &painted)>;

    using QApplication::QApplication;
    void listen(Listener listener) { m_listener = std::move(listener); }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    Listener m_listener;
    QSet<const QObject *> m_painted;
    int m_depth = 0;
};

} // namespace yichuang::bench
