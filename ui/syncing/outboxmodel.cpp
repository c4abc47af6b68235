// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "syncing/outboxmodel.h"

#include "kit/failurehelp.h"
#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <domain/uuid7.h>

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

/** Today's by the second, older ones with their day. */
static QString whenText(const QDateTime &at)
{
    return domain::inLegalTime(at).date() == hallToday() ? clockTime(at) : shortTime(at);
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool OutboxModel::sameKey(const desk::OutboxRow &one, const desk::OutboxRow &other) const
{
    return one.commandId == other.commandId;
}

QString OutboxModel::reasonText(const desk::OutboxRow &row)
{
    using State = desk::OutboxRow::State;
    if (row.state == State::Confirmed)
        return {};
    QStringList words;
    if (row.lastError)
        words << FailureHelp::line(*row.lastError);
    if (row.state == State::Refused)
        return words.join(u" · "_s);
    if (row.attempts > 0)
        words << tr("tried %n time(s)", nullptr, row.attempts);
    if (!row.waitsFor.isEmpty()) {
        //: %1 a colleague whose commands go with their own sign-in only
        words << tr("waits until %1 signs in here").arg(row.waitsFor);
        return words.join(u" · "_s);
    }
    words << (row.nextTry.isValid() ? tr("next try %1").arg(clockTime(row.nextTry)) : tr("as soon as those before it are through"));
    return words.join(u" · "_s);
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const desk::OutboxRow *found = row(index);
    if (!found)
        return {};
    if (role == Qt::ToolTipRole)
        return reasonText(*found);
    if (role == Qt::AccessibleTextRole)
        return QString(Words::command(found->commandName) + u' ' + found->caseLabel + u' ' + Words::outbox(*found).text + u' ' + reasonText(*found));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When: return whenText(found->queuedAt);
    case What: return Words::command(found->commandName);
    case Case: return QString(found->caseLabel + u' ' + found->title);
    case State: return Words::outbox(*found).text;
    default: return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("Since");
    case What: return tr("What");
    case Case: return tr("Case");
    case State: return tr("State");
    default: return {};
    }
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const OutboxModel *>(index.model());
    const desk::OutboxRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    painter->save();
    drawRowGround(*painter, option.rect, option.state & QStyle::State_Selected, option.state & QStyle::State_HasFocus);
    const QRect inner = option.rect.adjusted(token::gapWide, token::gapTiny, -token::gapWide, -token::gapTiny);
    const QString reason = OutboxModel::reasonText(*row);
    const int line = reason.isEmpty() ? inner.height() : inner.height() / 2;
    const int timeWidth = token::railWidth + token::gapWide;
    drawLine(*painter, {inner.left(), inner.top(), timeWidth, line}, whenText(row->queuedAt), token::smallSize, token::ink);
    const QRect tag = drawTag(*painter, Words::outbox(*row), inner.right() + 1, inner.center().y());
    const int left = inner.left() + timeWidth;
    const int room = tag.left() - token::gap - left;
    const int used = drawLine(*painter, {left, inner.top(), room, line}, Words::command(row->commandName), token::smallSize, token::ink, true) + token::gap;
    drawLine(*painter, {left + used, inner.top(), qMax(0, room - used), line}, row->caseLabel + u' ' + row->title, token::smallSize, token::ink);
    if (!reason.isEmpty())
        drawLine(*painter, {left, inner.top() + line, room, line}, reason, token::tinySize, row->state == desk::OutboxRow::State::Refused ? token::bad : token::mute);
    painter->restore();
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const OutboxModel *>(index.model());
    const desk::OutboxRow *row = model ? model->row(index) : nullptr;
    return {token::railWidth, row && OutboxModel::reasonText(*row).isEmpty() ? token::rowHeight : token::hitHeight};
}

} // namespace yichuang::ui
