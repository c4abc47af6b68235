// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/paint.h"

#include "kit/tokens.h"
#include "kit/tone.h"

namespace yichuang::ui {

int drawLine(QPainter &painter, const QRect &box, const QString &text, int pixels, QRgb colour, bool strong, bool right)
{
    painter.setFont(themeFont(pixels, strong));
    painter.setPen(QColor(colour));
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width());
    const Qt::Alignment place = Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(box, static_cast<int>(place), shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

void drawRowGround(QPainter &painter, const QRect &box, bool chosen, bool focused)
{
    if (chosen)
        painter.fillRect(box, QColor(token::accentGround));
    painter.setPen(QColor(token::softLine));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    if (chosen && focused) {
        painter.setPen(QColor(token::accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
}

} // namespace yichuang::ui
