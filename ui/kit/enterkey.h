// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeyEvent>
#include <QPushButton>

namespace yichuang::ui {

/** Enter presses the button that has the keyboard, as Space does; outside of dialogs Qt leaves it without use. For the application. */
class EnterKey : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *button = event->type() == QEvent::KeyPress ? qobject_cast<QPushButton *>(watched) : nullptr;
        if (!button)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & ~Qt::KeypadModifier) == 0;
        if (!enter || !button->isEnabled())
            return QObject::eventFilter(watched, event);
        if (!key->isAutoRepeat())
            button->click();
        return true;
    }
};

} // namespace yichuang::ui
