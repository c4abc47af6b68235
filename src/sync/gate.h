// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>
#include <memory>

namespace yichuang::sync {

/** A flow waits at a gate until somebody opens it or its time is up. One waiter at a time; one thread. */
class Gate : public QObject
{
    Q_OBJECT
public:
    explicit Gate(QObject *parent = nullptr);
    /** Finishes after `ms` milliseconds, or at once when open() was called since the last wait. */
    [[nodiscard]] QFuture<void> wait(qint64 ms);
    void open();

private:
    void pass();

    QTimer m_timer;
    std::unique_ptr<QPromise<void>> m_waiting;
    bool m_opened = false;
};

} // namespace yichuang::sync
