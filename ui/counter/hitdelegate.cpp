// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/hitdelegate.h"

#include "counter/hitsmodel.h"
#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HitsModel *>(index.model());
    const desk::ItemHit *hit = model ? model->row(index) : nullptr;
    if (!hit)
        return;
    painter->save();
    drawRowGround(*painter, option.rect, option.state & QStyle::State_Selected, option.state & QStyle::State_HasFocus);
    const QRect inner = option.rect.adjusted(token::gap, token::gapTiny, -token::gap, -token::gapTiny);
    const int line = inner.height() / 2;
    int right = inner.right() + 1;
    if (hit->lifeEvent)
        right = drawTag(*painter, {Tone::Accent, tr("Life event"), Mark::None}, right, inner.top() + line / 2).left() - token::gap;
    if (hit->suspension)
        right = drawTag(*painter, {Tone::Warn, tr("Suspended"), Mark::Warning}, right, inner.top() + line / 2).left() - token::gap;
    drawLine(*painter, {inner.left(), inner.top(), right - inner.left(), line}, hit->name, token::textSize, token::ink, true);
    QString second = hit->departmentName + u" · "_s + (hit->suspension ? Words::suspension(*hit->suspension) : Words::limit(hit->promised, hit->kind));
    if (!hit->matched.isEmpty())
        second += u" · "_s + tr("found as “%1”").arg(hit->matched);
    drawLine(*painter, {inner.left(), inner.top() + line, inner.width(), line}, second, token::tinySize, token::mute);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {token::leftColumn / 2, token::hitHeight};
}

} // namespace yichuang::ui
