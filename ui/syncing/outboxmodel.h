// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"

#include <desk/syncdesk.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/** Rows of the outbox: when, what, which case, why it waits, and when it is tried next. */
class OutboxModel : public RowsModel<desk::OutboxRow>
{
    Q_OBJECT
public:
    enum Column { When, What, Case, State, ColumnCount };
    using RowsModel::RowsModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString reasonText(const desk::OutboxRow &row);

protected:
    [[nodiscard]] bool sameKey(const desk::OutboxRow &one, const desk::OutboxRow &other) const override;
};

/** Draws a row of the outbox in one or two lines. */
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace yichuang::ui
