// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/certificatedelegate.h"

#include "counter/certificatesmodel.h"
#include "kit/paint.h"
#include "kit/tokens.h"

#include <QListView>
#include <QPainter>

namespace yichuang::ui {

void CertificateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *filter = qobject_cast<const CertificatesFilter *>(index.model());
    const CertificateCardRow *row = filter ? filter->row(index) : nullptr;
    if (!row)
        return;
    const auto *model = qobject_cast<const CertificatesModel *>(filter->sourceModel());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool used = row->view.usedByItems > 0;
    const int side = token::certificateGap / 2;
    // The gap lies between the cards only, so that the grid's edges line up with the filter above it.
    const bool firstInRow = option.rect.x() < option.rect.width();
    const QRectF card = QRectF(option.rect).adjusted(firstInRow ? 1 : side, 1, firstInRow ? -side : -1, -token::certificateGap);
    painter->setPen(QPen(used ? QColor(token::accent) : QColor(token::line), used ? 2 : 1));
    painter->setBrush(option.state & QStyle::State_Selected ? QColor(token::accentGround) : QColor(token::card));
    painter->drawRoundedRect(card, token::radiusCard, token::radiusCard);
    if (focused) {
        painter->setPen(QPen(QColor(token::ink), 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(3, 3, -3, -3), token::radius, token::radius);
    }
    const QRect inner = card.toRect().adjusted(token::gapPage, token::gap, -token::gapPage, -token::gap);
    const int line = inner.height() / 3;
    const QRect tag = drawTag(*painter, model->statusTag(*row), inner.right() + 1, inner.top() + line / 2);
    drawLine(*painter, {inner.left(), inner.top(), tag.left() - token::gap - inner.left(), line}, row->view.summary.typeName,
             token::textSize, row->view.usable ? token::ink : token::mute, true);
    drawLine(*painter, {inner.left(), inner.top() + line, inner.width(), line}, CertificatesModel::fittedIssuerLine(*row, QFontMetrics(themeFont(token::tinySize)), inner.width()), token::tinySize, token::mute);
    drawLine(*painter, {inner.left(), inner.top() + 2 * line, inner.width(), line}, model->dateLine(*row), token::tinySize, token::mute);
    painter->restore();
}

QSize CertificateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->gridSize() : QSize(token::leftColumn, token::certificateHeight + token::certificateGap);
}

} // namespace yichuang::ui
