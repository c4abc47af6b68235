// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/elidedlabel.h"

#include <QPainter>
#include <QStyle>

namespace yichuang::ui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect box = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, box.width());
    const QString whole = Qt::mightBeRichText(text()) ? text().toHtmlEscaped() : text();
    const QString tip = shown == text() ? QString() : whole;
    if (toolTip() != tip)
        setToolTip(tip);
    style()->drawItemText(&painter, box, int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(), isEnabled(), shown, foregroundRole());
}

} // namespace yichuang::ui
