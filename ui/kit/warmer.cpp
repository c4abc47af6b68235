// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/warmer.h"

#include <QElapsedTimer>

namespace yichuang::ui {

namespace {

constexpr qint64 sliceMs = 3;

} // namespace

Warmer::Warmer(QObject *parent)
    : QObject(parent)
{
    connect(&m_idle, &QTimer::timeout, this, &Warmer::warmSome);
}

void Warmer::take(QWidget *root)
{
    // Children before parents: a parent that gets its style gives it to everything in it at once.
    m_left.append(root);
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (QWidget *widget : all)
        m_left.append(widget);
    m_idle.start(0);
}

void Warmer::warmSome()
{
    QElapsedTimer spent;
    spent.start();
    while (!m_left.isEmpty() && spent.elapsed() < sliceMs) {
        const QPointer<QWidget> widget = m_left.takeLast();
        if (widget)
            widget->ensurePolished();
    }
    if (m_left.isEmpty()) {
        m_idle.stop();
        Q_EMIT done();
    }
}

} // namespace yichuang::ui
