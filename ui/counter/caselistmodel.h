// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"
#include "kit/tone.h"

#include <desk/counterview.h>

namespace yichuang::ui {

/** A row of the case column: a department, one of its items, the heading of the materials, or a material. */
struct CaseListRow {
    enum class Kind { Department, Item, MaterialsHeading, MaterialDepartment, Material } kind = Kind::Department;
    QString key;             ///< department id, part id or material key
    QString name;
    desk::ItemView item;
    domain::PlannedMaterial material;
    int count = 0;           ///< materials under the heading
    bool saysLimit = false;  ///< of a department: all its items share the limit; of an item: its own differs from theirs
    friend bool operator==(const CaseListRow &, const CaseListRow &) = default;
};

/** Items and materials of the open case, both grouped by department; a shared material stands once. */
class CaseListModel : public RowsModel<CaseListRow>
{
    Q_OBJECT
public:
    enum Column { Name, State, ColumnCount };
    using RowsModel::RowsModel;
    void setView(const desk::CounterView &view, const domain::Catalogue &catalogue);
    [[nodiscard]] QModelIndex indexOfMaterial(const QString &key) const;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Time limit, and the day it ends or what the item waits for. */
    [[nodiscard]] static QString limitText(const desk::ItemView &item);
    [[nodiscard]] static TagText tagOf(const CaseListRow &row);
    [[nodiscard]] static QString nameOf(const CaseListRow &row);

protected:
    [[nodiscard]] bool sameKey(const CaseListRow &one, const CaseListRow &other) const override;
};

} // namespace yichuang::ui
