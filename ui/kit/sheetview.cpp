// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/sheetview.h"

#include "kit/tokens.h"
#include "kit/tone.h"

#include <QPainter>

namespace yichuang::ui {

namespace {

constexpr double largestScale = 1.5; // wider is no easier to read

void drawRun(QPainter &painter, const document::TextRun &run)
{
    const document::Placement &at = run.at;
    painter.save();
    painter.setTransform(QTransform(at.a, at.b, at.c, at.d, at.e, at.f), true);
    // The sheet's y grows upwards, a painter's downwards.
    const int pixels = qMax(1, qRound(run.size));
    painter.scale(run.size / pixels, -run.size / pixels);
    painter.setFont(themeFont(pixels));
    painter.setPen(QColor::fromRgbF(float(run.grey), float(run.grey), float(run.grey)));
    painter.drawText(QPointF(0, 0), run.text);
    painter.restore();
}

} // namespace

SheetView::SheetView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SheetView::setSheets(const QList<document::Sheet> &sheets)
{
    if (m_sheets == sheets)
        return;
    m_sheets = sheets;
    QStringList lines;
    for (const document::Sheet &sheet : sheets) {
        for (const document::TextRun &run : sheet.runs)
            lines << run.text;
    }
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

double SheetView::scaleFor(const document::Sheet &sheet, int room) const
{
    return qMin(largestScale, qMax(1, room - 1) / sheet.width);
}

QSize SheetView::sizeHint() const
{
    const int width = m_sheets.isEmpty() ? 0 : int(m_sheets.first().width);
    return {width, heightForWidth(width)};
}

int SheetView::heightForWidth(int width) const
{
    double height = 0;
    for (const document::Sheet &sheet : m_sheets)
        height += sheet.height * scaleFor(sheet, width) + token::gapPage;
    return int(height);
}

void SheetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double top = 0;
    for (const document::Sheet &sheet : m_sheets) {
        const double scale = scaleFor(sheet, width());
        const QRectF paper((width() - sheet.width * scale) / 2, top, sheet.width * scale, sheet.height * scale);
        painter.setPen(QColor(token::line));
        painter.setBrush(QColor(token::card));
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.save();
        painter.setClipRect(paper);
        painter.translate(paper.bottomLeft());
        painter.scale(scale, -scale);
        for (const document::TextRun &run : sheet.runs)
            drawRun(painter, run);
        painter.restore();
        top = paper.bottom() + token::gapPage;
    }
}

} // namespace yichuang::ui
