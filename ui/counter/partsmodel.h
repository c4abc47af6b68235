// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"

#include <desk/counterview.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/** The parts of a received case: item, department, own number and state. */
class PartsModel : public RowsModel<desk::ItemView>
{
    Q_OBJECT
public:
    enum Column { Item, Department, Number, State, ColumnCount };
    using RowsModel::RowsModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString numberText(const desk::ItemView &item);
    /** Department, and what it said against the part. */
    [[nodiscard]] static QString secondLine(const desk::ItemView &item);
    /** The number, or the legal basis of what was said against the part. */
    [[nodiscard]] static QString thirdLine(const desk::ItemView &item);
    /** The day of the answer or decision; empty while there is none. */
    [[nodiscard]] static QString dueText(const desk::ItemView &item);

protected:
    [[nodiscard]] bool sameKey(const desk::ItemView &one, const desk::ItemView &other) const override;
};

/** Draws a part in two lines with its state, and in a third the legal basis of what was said against it. */
class PartDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace yichuang::ui
