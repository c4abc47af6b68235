// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/paint.h"

#include "kit/tokens.h"
#include "kit/tone.h"

#include <QTextLayout>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

int drawLine(QPainter &painter, const QRect &box, const QString &text, int pixels, QRgb colour, bool strong, bool right)
{
    painter.setFont(themeFont(pixels, strong));
    painter.setPen(QColor(colour));
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width());
    const Qt::Alignment place = Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(box, static_cast<int>(place), shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

int lineWidth(const QString &text, int pixels)
{
    return QFontMetrics(themeFont(pixels)).horizontalAdvance(text);
}

static QStringList brokenAnywhere(const QString &text, int pixels, int width)
{
    QTextLayout layout(text, themeFont(pixels));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QStringList dottedLines(const QStringList &words, int pixels, int width)
{
    QStringList lines;
    for (const QString &word : words) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u" · "_s + word;
        if (lineWidth(longer, pixels) <= width)
            lines = lines.mid(0, lines.size() - 1) << longer;
        else
            lines << brokenAnywhere(word, pixels, width);
    }
    return lines;
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
