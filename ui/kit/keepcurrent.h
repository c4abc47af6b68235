// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QResizeEvent>

namespace yichuang::ui {

/**
 * Keeps the current row of a list in sight when the list gets smaller, as it does when a panel about that row opens below. A row
 * that was scrolled away before stays where it is. Lives with its list.
 */
class KeepCurrent : public QObject
{
    Q_OBJECT
public:
    explicit KeepCurrent(QAbstractItemView *view) : QObject(view), m_view(view) { view->viewport()->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize) {
            const QRect before({}, static_cast<QResizeEvent *>(event)->oldSize());
            // The list lays out its rows for the new size first.
            if (m_view->currentIndex().isValid() && before.intersects(m_view->visualRect(m_view->currentIndex())))
                QMetaObject::invokeMethod(m_view, [view = m_view] { view->scrollTo(view->currentIndex()); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractItemView *m_view;
};

} // namespace yichuang::ui
