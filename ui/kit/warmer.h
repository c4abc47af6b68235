// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace yichuang::ui {

/**
 * Gives widgets that are not shown yet their style, a few at a time while the event loop has nothing else to do, so that
 * neither the first paint of the window nor the first look at a page pays for all of them at once.
 */
class Warmer : public QObject
{
    Q_OBJECT
public:
    explicit Warmer(QObject *parent);

    /** Takes up the widget and everything in it. */
    void take(QWidget *root);

Q_SIGNALS:
    /** Everything taken has its style. */
    void done();

private:
    void warmSome();

    QTimer m_idle;
    QList<QPointer<QWidget>> m_left;    ///< the next one last
};

} // namespace yichuang::ui
