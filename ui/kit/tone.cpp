// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/tone.h"

#include "kit/tokens.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainterPath>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

QColor toneInk(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return token::ok;
    case Tone::Accent: return token::accent;
    case Tone::Warn: return token::warn;
    case Tone::Bad: return token::bad;
    case Tone::Mute: break;
    }
    return token::mute;
}

QColor toneGround(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return token::okGround;
    case Tone::Accent: return token::accentGround;
    case Tone::Warn: return token::warnGround;
    case Tone::Bad: return token::badGround;
    case Tone::Mute: break;
    }
    return token::muteGround;
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return u"ok"_s;
    case Tone::Accent: return u"accent"_s;
    case Tone::Warn: return u"warn"_s;
    case Tone::Bad: return u"bad"_s;
    case Tone::Mute: break;
    }
    return u"mute"_s;
}

Mark markOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return Mark::Tick;
    case Tone::Warn: return Mark::Warning;
    case Tone::Bad: return Mark::Cross;
    default: return Mark::None;
    }
}

void drawMark(QPainter &painter, Mark mark, const QRectF &box, const QColor &colour)
{
    if (mark == Mark::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, box.width() / 7.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    switch (mark) {
    case Mark::Tick:
        painter.drawPolyline(QPolygonF{at(0.12, 0.55), at(0.40, 0.82), at(0.88, 0.18)});
        break;
    case Mark::Cross:
        painter.drawLine(at(0.2, 0.2), at(0.8, 0.8));
        painter.drawLine(at(0.8, 0.2), at(0.2, 0.8));
        break;
    case Mark::Warning:
        painter.drawPolygon(QPolygonF{at(0.5, 0.08), at(0.95, 0.9), at(0.05, 0.9)});
        painter.drawLine(at(0.5, 0.4), at(0.5, 0.6));
        painter.drawPoint(at(0.5, 0.76));
        break;
    case Mark::Clock:
        painter.drawEllipse(box.adjusted(box.width() / 12, box.width() / 12, -box.width() / 12, -box.width() / 12));
        painter.drawPolyline(QPolygonF{at(0.5, 0.25), at(0.5, 0.52), at(0.7, 0.62)});
        break;
    case Mark::None:
        break;
    }
    painter.restore();
}

QFont themeFont(int pixels, bool strong)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

static int markSide(const TagText &tag)
{
    return tag.mark == Mark::None ? 0 : token::keySize;
}

QSize tagSize(const TagText &tag)
{
    const QFontMetrics metrics(themeFont(token::tinySize));
    const int mark = markSide(tag);
    return {metrics.horizontalAdvance(tag.text) + 2 * token::gapSmall + (mark ? mark + token::gapTiny : 0),
            metrics.height() + 2};
}

QRect drawTag(QPainter &painter, const TagText &tag, int right, int middle)
{
    const QSize size = tagSize(tag);
    const QRect box(right - size.width(), middle - size.height() / 2, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneGround(tag.tone));
    painter.drawRoundedRect(box, token::radiusTag, token::radiusTag);
    int left = box.left() + token::gapSmall;
    if (const int mark = markSide(tag)) {
        drawMark(painter, tag.mark, QRectF(left, box.center().y() - mark / 2.0 + 0.5, mark, mark), toneInk(tag.tone));
        left += mark + token::gapTiny;
    }
    painter.setFont(themeFont(token::tinySize));
    painter.setPen(toneInk(tag.tone));
    painter.drawText(QRect(left, box.top(), box.right() - left + 1, box.height()), Qt::AlignVCenter | Qt::AlignLeft, tag.text);
    painter.restore();
    return box;
}

} // namespace yichuang::ui
