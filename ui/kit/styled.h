// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace yichuang::ui {

/** Sets a property that the theme's rules ask for; the widget takes their new word for it at once. */
inline void setStyled(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace yichuang::ui
