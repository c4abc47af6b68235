// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/choicebox.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QWheelEvent>
#include <domain/pinyin.h>

namespace yichuang::ui {

static constexpr int mostEntriesShown = 14;

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setMaxVisibleItems(mostEntriesShown);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    // The focus comes by key or click; a wheel that passes over the box must not take it either.
    setFocusPolicy(Qt::StrongFocus);
}

void ChoiceBox::showPopup()
{
    m_typed.clear();
    // The list is a window of its own, made when it is first asked for: a form has dozens of boxes. A filter is put on once.
    view()->installEventFilter(this);
    QComboBox::showPopup();
}

int ChoiceBox::sought(const QKeyEvent &event, int from)
{
    const QString text = event.text();
    if (text.isEmpty() || !text.front().isLetterOrNumber() || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return -1;
    const bool goesOn = m_sinceKey.isValid() && m_sinceKey.elapsed() < QApplication::keyboardInputInterval();
    m_typed = goesOn ? m_typed + text : text;
    m_sinceKey.start();
    // A first letter leads on from the entry after this one, so that it walks through its namesakes.
    const int first = m_typed.size() == 1 ? from + 1 : qMax(0, from);
    for (int step = 0; step < count(); ++step) {
        const int row = (first + step) % count();
        const QString entry = itemText(row);
        if (entry.startsWith(m_typed, Qt::CaseInsensitive) || domain::pinyinInitials(entry).startsWith(m_typed, Qt::CaseInsensitive))
            return row;
    }
    return -1;
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    const int row = sought(*event, currentIndex());
    if (row < 0)
        return QComboBox::keyPressEvent(event);
    event->accept();
    if (row == currentIndex())
        return;
    setCurrentIndex(row);
    Q_EMIT activated(row);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

bool ChoiceBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view() && event->type() == QEvent::KeyPress) {
        const int row = sought(*static_cast<QKeyEvent *>(event), view()->currentIndex().row());
        if (row >= 0) {
            view()->setCurrentIndex(model()->index(row, modelColumn(), rootModelIndex()));
            return true;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

} // namespace yichuang::ui
