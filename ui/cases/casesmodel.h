// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"
#include "kit/tone.h"

#include <desk/casedesk.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/** The 办件 list, page by page: the view asks for more by moreAsked() and gets it with appendPage(). */
class CasesModel : public RowsModel<desk::CaseRow>
{
    Q_OBJECT
public:
    enum Column { Number, Applicant, Title, State, Due, ColumnCount };
    using RowsModel::RowsModel;
    void setFirstPage(const desk::CasePage &page);
    void appendPage(const desk::CasePage &page);
    void setToday(QDate today) { m_today = today; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] TagText stateTag(const desk::CaseRow &row) const;
    [[nodiscard]] TagText dueTag(const desk::CaseRow &row) const;

Q_SIGNALS:
    void moreAsked(const QByteArray &after);

protected:
    [[nodiscard]] bool sameKey(const desk::CaseRow &one, const desk::CaseRow &other) const override;

private:
    QByteArray m_next;
    bool m_asking = false;
    QDate m_today;
};

/** Draws the state and due columns as tags, and the title with its size in small. */
class CasesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace yichuang::ui
