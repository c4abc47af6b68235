// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSocketNotifier;

namespace yichuang::app {

/**
 * SIGTERM, SIGINT and SIGHUP end the program as closing its window does; a second one ends it at once. One object in a
 * process, on the main thread, before anything worth an orderly end is made. On Windows there is nothing to do: the session
 * closes the window.
 */
class EndSignals : public QObject
{
    Q_OBJECT
public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace yichuang::app
