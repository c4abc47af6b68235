// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeyEvent>
#include <QLineEdit>

namespace yichuang::ui {

/** With nothing typed in a line, Ctrl+Z and Ctrl+Y take back steps of the case instead of letters; owned by the line. */
class CaseUndo : public QObject
{
    Q_OBJECT
public:
    explicit CaseUndo(QLineEdit *line)
        : QObject(line)
        , m_line(line)
    {
        line->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride || m_line->isModified())
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
        if (undoes)
            event->ignore();
        return undoes;
    }

private:
    QLineEdit *m_line;
};

} // namespace yichuang::ui
