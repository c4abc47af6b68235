// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cases/casesmodel.h"

#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

void CasesModel::setFirstPage(const desk::CasePage &page)
{
    m_next = page.next;
    m_asking = false;
    setRows(page.rows);
}

void CasesModel::appendPage(const desk::CasePage &page)
{
    m_next = page.next;
    m_asking = false;
    appendRows(page.rows);
}

int CasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool CasesModel::sameKey(const desk::CaseRow &one, const desk::CaseRow &other) const
{
    return one.id == other.id;
}

bool CasesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_asking;
}

void CasesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    Q_EMIT moreAsked(m_next);
}

TagText CasesModel::stateTag(const desk::CaseRow &row) const
{
    if (row.waiting > 0)
        return {Tone::Warn, tr("%n to send", nullptr, row.waiting), Mark::Clock};
    if (row.refused)
        return Words::refusedCase();
    if (row.correctionAsked)
        return {Tone::Warn, tr("Correction asked"), Mark::Warning};
    if (row.stage == domain::CaseStage::InProgress && row.decidedParts > 0)
        return {Tone::Accent, tr("%1 of %2 decided").arg(row.decidedParts).arg(row.items), Mark::Clock};
    return Words::stage(row.stage);
}

TagText CasesModel::dueTag(const desk::CaseRow &row) const
{
    const bool running = row.stage == domain::CaseStage::Received || row.stage == domain::CaseStage::InProgress;
    return running ? Words::due(row.due, m_today, row.dueProvisional) : TagText{};
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    const desk::CaseRow *found = row(index);
    if (!found)
        return {};
    if (role == Qt::AccessibleTextRole)
        return QString(found->number + u' ' + found->applicantName + u' ' + found->title + u' ' + stateTag(*found).text);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return found->number.isEmpty() ? tr("draft %1").arg(shortTime(found->openedAt)) : found->number;
    case Applicant: return found->applicantName;
    case Title: return found->title;
    case State: return stateTag(*found).text;
    case Due: return dueTag(*found).text;
    default: return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Case number");
    case Applicant: return tr("Applicant");
    case Title: return tr("Item");
    case State: return tr("State");
    case Due: return tr("Due");
    default: return {};
    }
}

void CasesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CasesModel *>(index.model());
    const desk::CaseRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, QColor(token::accentGround));
    painter->setPen(QColor(token::softLine));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect inner = option.rect.adjusted(token::certificateGap, 0, -token::gapTiny, 0);
    switch (index.column()) {
    case CasesModel::State:
    case CasesModel::Due: {
        const TagText tag = index.column() == CasesModel::State ? model->stateTag(*row) : model->dueTag(*row);
        if (!tag.text.isEmpty())
            drawTag(*painter, tag, inner.left() + tagSize(tag).width(), inner.center().y());
        break;
    }
    case CasesModel::Title: {
        const int used = drawLine(*painter, inner, row->title, token::smallSize, token::ink, true);
        const QString size = tr("%1, %2").arg(tr("%n department(s)", nullptr, row->departments), tr("%n item(s)", nullptr, row->items));
        const QRect rest = inner.adjusted(used + token::gap, 0, 0, 0);
        if (rest.width() > token::railWidth && row->items > 0)
            drawLine(*painter, rest, size, token::keySize, token::mute);
        break;
    }
    default:
        drawLine(*painter, inner, index.data().toString(), token::smallSize, row->provisional && index.column() == CasesModel::Number ? token::mute : token::ink);
    }
    painter->restore();
}

} // namespace yichuang::ui
