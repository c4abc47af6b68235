// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/materialbar.h"

#include "kit/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace yichuang::ui {

void MaterialBar::setCounts(int exempt, int taken, int later, int missing)
{
    m_exempt = exempt;
    m_taken = taken;
    m_later = later;
    m_missing = missing;
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
    const int total = m_exempt + m_taken + m_later + m_missing;
    if (total == 0)
        return;
    qreal x = 0;
    const std::pair<int, QRgb> parts[] = {{m_exempt, token::ok}, {m_taken, token::accent}, {m_later, token::warnBar}};
    for (const auto &[count, colour] : parts) {
        const qreal part = qreal(width()) * count / total;
        painter.fillRect(QRectF(x, 0, part, height()), QColor(colour));
        x += part;
    }
}

} // namespace yichuang::ui
