// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/dayedit.h"

#include <QWheelEvent>

namespace yichuang::ui {

DayEdit::DayEdit(QWidget *parent)
    : QDateEdit(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setFocusPolicy(Qt::StrongFocus);
}

void DayEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace yichuang::ui
