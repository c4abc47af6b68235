// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/caselistdelegate.h"

#include "counter/caselistmodel.h"
#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/tone.h"

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using Kind = CaseListRow::Kind;

static void paintDepartment(QPainter &painter, const QRect &inner, const CaseListRow &row)
{
    const int used = drawLine(painter, {inner.left(), inner.top(), inner.width() * 2 / 3, inner.height()}, row.name, token::textSize, token::ink, true);
    if (!row.saysLimit)
        return;
    const int left = inner.left() + used + token::gap;
    drawLine(painter, {left, inner.top(), inner.right() - left + 1, inner.height()}, CaseListModel::limitText(row.item), token::tinySize, token::mute, false, true);
}

static QString sharedText(const domain::PlannedMaterial &material)
{
    return material.uses.size() > 1 ? CaseListDelegate::tr("%n item(s) share it", nullptr, int(material.uses.size())) : QString();
}

void CaseListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CaseListModel *>(index.model());
    const CaseListRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    painter->save();
    const QRect inner = option.rect.adjusted(token::gapWide, 0, -token::gapWide, 0);
    switch (row->kind) {
    case Kind::Department:
        paintDepartment(*painter, inner, *row);
        break;
    case Kind::MaterialsHeading:
        painter->fillRect(option.rect, QColor(token::tableHead));
        drawLine(*painter, inner, CaseListModel::nameOf(*row), token::smallSize, token::ink, true);
        break;
    case Kind::MaterialDepartment:
        drawLine(*painter, inner, row->name, token::smallSize, token::mute);
        break;
    case Kind::Item:
    case Kind::Material: {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, QColor(token::accentGround));
        painter->setPen(QColor(token::softLine));
        painter->drawLine(inner.bottomLeft(), inner.bottomRight());
        if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus)) {
            painter->setPen(QColor(token::accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        const QRect tag = drawTag(*painter, CaseListModel::tagOf(*row), inner.right() + 1, inner.center().y());
        const bool item = row->kind == Kind::Item;
        const int room = tag.left() - token::gap - inner.left();
        const QRect first = item && row->saysLimit ? QRect(inner.left(), inner.top() + token::gapTiny, room, inner.height() / 2 - token::gapTiny)
                                                   : QRect(inner.left(), inner.top(), room, inner.height());
        if (item && row->saysLimit)
            drawLine(*painter, first.translated(0, first.height()), CaseListModel::limitText(row->item), token::tinySize, token::mute);
        const int used = drawLine(*painter, first, row->name, item ? token::textSize : token::smallSize, token::ink);
        const int left = inner.left() + used + token::gap;
        if (!item && tag.left() - token::gap - left > token::railWidth / 2)
            drawLine(*painter, {left, inner.top(), tag.left() - token::gap - left, inner.height()}, sharedText(row->material), token::keySize, token::mute);
        break;
    }
    }
    // A heading cannot be chosen, but the arrows stand on it and are read out there.
    const bool heading = row->kind != Kind::Item && row->kind != Kind::Material;
    if (heading && (option.state & QStyle::State_HasFocus)) {
        painter->setPen(QColor(token::accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize CaseListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CaseListModel *>(index.model());
    const CaseListRow *row = model ? model->row(index) : nullptr;
    const bool item = row && row->kind == Kind::Item;
    return {token::railWidth, !item ? token::departmentHeight : row->saysLimit ? token::hitHeight : token::rowHeight - 2};
}

} // namespace yichuang::ui
