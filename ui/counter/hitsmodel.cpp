// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/hitsmodel.h"

#include "kit/words.h"

namespace yichuang::ui {

QString HitsModel::limitOf(const desk::ItemHit &hit)
{
    return hit.suspension ? Words::suspension(*hit.suspension) : Words::limit(hit.promised, hit.kind);
}

int HitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool HitsModel::sameKey(const desk::ItemHit &one, const desk::ItemHit &other) const
{
    return one.id == other.id && one.lifeEvent == other.lifeEvent;
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    const desk::ItemHit *hit = row(index);
    if (!hit)
        return {};
    if (role == Qt::AccessibleTextRole) {
        return tr("%1, %2, %3", "item, department, time limit").arg(hit->name, hit->departmentName, limitOf(*hit));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return hit->name;
    case Department: return hit->departmentName;
    case Limit: return limitOf(*hit);
    default: return {};
    }
}

QVariant HitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Item");
    case Department: return tr("Department");
    case Limit: return tr("Promised");
    default: return {};
    }
}

} // namespace yichuang::ui
