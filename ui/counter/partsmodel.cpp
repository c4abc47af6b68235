// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/partsmodel.h"

#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

int PartsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool PartsModel::sameKey(const desk::ItemView &one, const desk::ItemView &other) const
{
    return one.partId == other.partId;
}

QString PartsModel::numberText(const desk::ItemView &item)
{
    return item.number.isEmpty() ? tr("number follows with acceptance") : item.number;
}

static bool isObjectedTo(const desk::ItemView &item)
{
    return item.decision && (item.state == domain::PartState::NotAccepted || item.state == domain::PartState::Refused);
}

QString PartsModel::secondLine(const desk::ItemView &item)
{
    return isObjectedTo(item) ? item.departmentName + u" · "_s + item.decision->opinion : item.departmentName;
}

QString PartsModel::thirdLine(const desk::ItemView &item)
{
    return isObjectedTo(item) ? Words::legalBasis(item.decision->legalBasis) : numberText(item);
}

QString PartsModel::dueText(const desk::ItemView &item)
{
    if (isObjectedTo(item))
        return {};
    if (item.answerDue.isValid())
        return tr("answer by %1").arg(Words::dueDay(item.answerDue, {}, item.dueProvisional));
    if (item.returnBy.isValid()) {
        //: %1 the last day on which the applicant may answer a correction notice
        return tr("correction until %1").arg(Words::dueDay(item.returnBy, {}, false));
    }
    if (!item.waitsFor.isEmpty() && !domain::isFinal(item.state)) {
        //: in the place of a due day: %1 the items that have to be approved before the limit of this one starts
        return tr("after %1").arg(Words::listed(item.waitsFor));
    }
    //: %1 the day an item is due
    return item.expectedDue.isValid() ? tr("due %1").arg(Words::dueDay(item.expectedDue, {}, item.dueProvisional)) : QString();
}

QVariant PartsModel::data(const QModelIndex &index, int role) const
{
    const desk::ItemView *item = row(index);
    if (!item)
        return {};
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2, %3", "item, department, state").arg(item->name, item->departmentName, Words::item(*item).text);
    if (role == Qt::ToolTipRole) {
        QStringList lines{secondLine(*item), thirdLine(*item), dueText(*item)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Item: return item->name;
    case Department: return item->departmentName;
    case Number: return numberText(*item);
    case State: return Words::item(*item).text;
    default: return {};
    }
}

QVariant PartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Item: return tr("Item");
    case Department: return tr("Department");
    case Number: return tr("Number");
    case State: return tr("State");
    default: return {};
    }
}

void PartDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PartsModel *>(index.model());
    const desk::ItemView *item = model ? model->row(index) : nullptr;
    if (!item)
        return;
    painter->save();
    drawRowGround(*painter, option.rect, option.state & QStyle::State_Selected, option.state & QStyle::State_HasFocus);
    const QRect inner = option.rect.adjusted(token::gapWide, token::gapTiny, -token::gapWide, -token::gapTiny);
    const int line = inner.height() / 3;
    const QRect tag = drawTag(*painter, Words::item(*item), inner.right() + 1, inner.top() + line / 2);
    drawLine(*painter, {inner.left(), inner.top(), tag.left() - token::gap - inner.left(), line}, item->name, token::smallSize, token::ink, true);
    // The number on a line of its own: it is read out and written down, so nothing of it may be cut.
    const QString due = PartsModel::dueText(*item);
    const int dueWidth = due.isEmpty() ? 0 : QFontMetrics(themeFont(token::tinySize)).horizontalAdvance(due) + token::gap;
    drawLine(*painter, {inner.left(), inner.top() + line, inner.width() - dueWidth, line}, PartsModel::secondLine(*item), token::tinySize, token::mute);
    drawLine(*painter, {inner.right() + 1 - dueWidth, inner.top() + line, dueWidth, line}, due, token::tinySize, token::mute, false, true);
    drawLine(*painter, {inner.left(), inner.top() + 2 * line, inner.width(), line}, PartsModel::thirdLine(*item), token::tinySize, token::mute);
    painter->restore();
}

QSize PartDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {token::railWidth, token::partHeight};
}

} // namespace yichuang::ui
