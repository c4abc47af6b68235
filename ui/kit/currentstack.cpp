// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/currentstack.h"

namespace yichuang::ui {

CurrentStack::CurrentStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize CurrentStack::sizeHint() const
{
    const QWidget *page = currentWidget();
    const bool ignored = !page || page->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    return ignored ? QSize(0, 0) : page->sizeHint().expandedTo(minimumSizeHint());
}

QSize CurrentStack::minimumSizeHint() const
{
    const QWidget *page = currentWidget();
    const bool ignored = !page || page->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    return ignored ? QSize(0, 0) : page->minimumSizeHint().expandedTo(page->minimumSize());
}

} // namespace yichuang::ui
