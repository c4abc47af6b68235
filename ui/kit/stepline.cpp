// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/stepline.h"

#include "kit/tokens.h"
#include "kit/tone.h"

namespace yichuang::ui {

void StepLine::setSteps(const QStringList &steps, int current, const QSet<int> &undone)
{
    if (m_steps == steps && m_current == current && m_undone == undone)
        return;
    m_steps = steps;
    m_current = current;
    m_undone = undone;
    setAccessibleName(current < steps.size() ? steps.at(current) : steps.join(u' '));
    updateGeometry();
    update();
}

int StepLine::widthFor(bool lines) const
{
    const QFontMetrics metrics(themeFont(token::tinySize, true));
    int width = 0;
    for (const QString &step : m_steps)
        width += token::stepCircle + token::gapTiny + metrics.horizontalAdvance(step);
    const auto gaps = int(m_steps.size()) - 1;
    return width + qMax(0, gaps) * (lines ? 2 * token::gapTiny + token::gap : token::gapTiny);
}

QSize StepLine::sizeHint() const
{
    return {widthFor(false), token::stepCircle + 2};
}

void StepLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lines = width() >= widthFor(true);
    int x = 0;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const bool undone = i < m_current && m_undone.contains(int(i));
        const bool done = i < m_current && !undone;
        const bool now = i == m_current;
        const QRectF circle(x + 0.5, (height() - token::stepCircle) / 2.0 + 0.5, token::stepCircle - 1, token::stepCircle - 1);
        const QColor fill = done ? QColor(token::ok) : now ? QColor(token::accent) : undone ? QColor(token::warnGround) : QColor(token::card);
        painter.setPen(done || now ? fill : undone ? QColor(token::warnLine) : QColor(token::line));
        painter.setBrush(fill);
        painter.drawEllipse(circle);
        painter.setFont(themeFont(token::tinySize));
        painter.setPen(now ? QColor(token::card) : QColor(token::mute));
        if (done)
            drawMark(painter, Mark::Tick, circle.adjusted(5, 5, -5, -5), token::card);
        else if (undone)
            drawMark(painter, Mark::Warning, circle.adjusted(4, 4, -4, -4), token::warn);
        else
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        x += token::stepCircle + token::gapTiny;
        painter.setFont(themeFont(token::tinySize, now));
        painter.setPen(now ? QColor(token::ink) : QColor(token::mute));
        const int textWidth = painter.fontMetrics().horizontalAdvance(m_steps.at(i));
        painter.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignVCenter, m_steps.at(i));
        x += textWidth + token::gapTiny;
        if (lines && i + 1 < m_steps.size()) {
            painter.setPen(QColor(token::faint));
            painter.drawLine(x, height() / 2, x + token::gap, height() / 2);
            x += token::gap + token::gapTiny;
        }
    }
}

} // namespace yichuang::ui
