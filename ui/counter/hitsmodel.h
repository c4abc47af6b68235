// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"

#include <desk/counterdesk.h>

namespace yichuang::ui {

/** What the search over items and life events found, best first. */
class HitsModel : public RowsModel<desk::ItemHit>
{
    Q_OBJECT
public:
    enum Column { Name, Department, Limit, ColumnCount };
    using RowsModel::RowsModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool sameKey(const desk::ItemHit &one, const desk::ItemHit &other) const override;

private:
    [[nodiscard]] static QString limitOf(const desk::ItemHit &hit);
};

} // namespace yichuang::ui
