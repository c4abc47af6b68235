// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QWidget>

namespace yichuang::ui {

/** The down arrow in a search line, which leads into what was found, as in every list under a field. */
class DownKey : public QObject
{
    Q_OBJECT
public:
    explicit DownKey(QWidget *line) : QObject(line) { line->installEventFilter(this); }
    /** The keyboard into what was found, on its first row unless another one was chosen: whoever is there sees where. */
    static void goInto(QAbstractItemView *view)
    {
        view->setFocus(Qt::ShortcutFocusReason);
        // As the keyboard comes Qt makes the first row the current one, but does not choose it.
        const QModelIndex at = view->currentIndex();
        view->setCurrentIndex(at.isValid() ? at : view->model()->index(0, 0));
    }

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
            return QObject::eventFilter(watched, event);
        Q_EMIT pressed();
        return true;
    }
};

} // namespace yichuang::ui
