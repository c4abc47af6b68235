// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/timelinedelegate.h"

#include "counter/timelinemodel.h"
#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QScrollBar>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

/** What a list has for the texts of a row; the same with and without a scroll bar, which comes and goes with their heights. */
static int roomForText(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int row = view ? view->maximumViewportSize().width() - view->verticalScrollBar()->sizeHint().width() : option.rect.width();
    return row - 2 * token::gapWide - token::dot - token::gap;
}

QStringList TimelineDelegate::whenUnder(const desk::TimelineEntry &entry, const QStyleOptionViewItem &option)
{
    const int room = roomForText(option);
    const TagText state = TimelineModel::stateTag(entry);
    const int tag = state.text.isEmpty() ? 0 : tagSize(state).width() + token::gap;
    const int event = lineWidth(Words::event(entry), token::smallSize) + token::gapSmall;
    const bool fits = event + lineWidth(TimelineModel::whenText(entry), token::tinySize) + tag <= room;
    return fits ? QStringList() : dottedLines(TimelineModel::whenWords(entry), token::tinySize, room);
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    const TimelineRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect inner = option.rect.adjusted(token::gapWide, 0, -token::gapWide, 0);
    if (row->heading) {
        drawLine(*painter, inner, TimelineModel::headingText(*row), token::smallSize, token::ink, true);
        painter->restore();
        return;
    }
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus))
        painter->fillRect(option.rect, QColor(token::accentGround));
    painter->setPen(QPen(QColor(token::line), 2));
    painter->drawLine(inner.left() + token::dot / 2, option.rect.top(), inner.left() + token::dot / 2, option.rect.bottom() + 1);
    const TagText state = TimelineModel::stateTag(row->entry);
    painter->setPen(Qt::NoPen);
    painter->setBrush(state.text.isEmpty() ? QColor(token::accent) : toneInk(state.tone));
    const QStringList when = whenUnder(row->entry, option);
    const QStringList below = when + TimelineModel::linesBelow(row->entry);
    const int line = inner.height() / int(below.size() + 1);
    painter->drawEllipse(QRect(inner.left(), option.rect.top() + (line - token::dot) / 2, token::dot, token::dot));
    const int left = inner.left() + token::dot + token::gap;
    int right = inner.right() + 1;
    if (!state.text.isEmpty())
        right = drawTag(*painter, state, right, option.rect.top() + line / 2).left() - token::gap;
    const int used = drawLine(*painter, {left, inner.top(), right - left, line}, Words::event(row->entry), token::smallSize, token::ink);
    const int next = left + used + token::gapSmall;
    if (when.isEmpty())
        drawLine(*painter, {next, inner.top(), right - next, line}, TimelineModel::whenText(row->entry), token::tinySize, token::mute);
    for (int i = 0; i < below.size(); ++i) {
        const bool why = row->entry.refused && i >= when.size();
        drawLine(*painter, {left, inner.top() + (i + 1) * line, inner.right() + 1 - left, line}, below.at(i), token::tinySize, why ? token::bad : token::mute);
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    const TimelineRow *row = model ? model->row(index) : nullptr;
    const int below = row && !row->heading ? int(whenUnder(row->entry, option).size() + TimelineModel::linesBelow(row->entry).size()) : 0;
    return {token::railWidth, below == 0 ? token::departmentHeight : token::hitHeight * (below + 1) / 2};
}

} // namespace yichuang::ui
