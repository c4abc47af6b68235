// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/materialbar.h"

#include "kit/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace yichuang::ui {

void MaterialBar::setCounts(const MaterialCounts &counts)
{
    m_counts = counts;
    update();
}

QSize MaterialBar::sizeHint() const
{
    return {token::leftColumn / 2, token::barHeight};
}

void MaterialBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), token::barHeight / 2.0, token::barHeight / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(rect(), QColor(token::track));
    const int total = m_counts.total();
    if (total == 0)
        return;
    qreal x = 0;
    const std::pair<int, QRgb> parts[] = {
        {m_counts.exempt, token::ok}, {m_counts.taken, token::accent}, {m_counts.later, token::warnBar}, {m_counts.optional, token::faint}};
    for (const auto &[count, colour] : parts) {
        const qreal part = qreal(width()) * count / total;
        painter.fillRect(QRectF(x, 0, part, height()), QColor(colour));
        x += part;
    }
}

} // namespace yichuang::ui
