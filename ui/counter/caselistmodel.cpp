// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/caselistmodel.h"

#include "kit/words.h"

#include <domain/catalogue.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using Kind = CaseListRow::Kind;

static QList<CaseListRow> materialRows(const desk::CounterView &view, const domain::Catalogue &catalogue)
{
    QStringList departments;
    for (const desk::ItemView &item : view.items) {
        if (!departments.contains(item.departmentId))
            departments << item.departmentId;
    }
    const auto ownerOf = [](const domain::PlannedMaterial &material) {
        return material.uses.isEmpty() ? QString() : material.uses.first().departmentId;
    };
    for (const domain::PlannedMaterial &material : view.plan.materials) {
        if (!departments.contains(ownerOf(material)))
            departments << ownerOf(material);
    }
    QList<CaseListRow> rows;
    for (const QString &id : std::as_const(departments)) {
        bool first = true;
        for (const domain::PlannedMaterial &material : view.plan.materials) {
            if (ownerOf(material) != id)
                continue;
            const domain::Department *department = catalogue.department(id);
            if (first)
                rows << CaseListRow{Kind::MaterialDepartment, id, department ? department->name : id, {}, {}, 0};
            first = false;
            rows << CaseListRow{Kind::Material, material.key, material.name, {}, material, 0};
        }
    }
    if (!rows.isEmpty())
        rows.prepend(CaseListRow{Kind::MaterialsHeading, {}, {}, {}, {}, int(view.plan.materials.size())});
    return rows;
}

/** A heading speaks for all its items or not at all; what waits for another item says so itself. */
static bool haveOneLimit(const QList<desk::ItemView> &items, const QString &department)
{
    QSet<QString> limits;
    for (const desk::ItemView &item : items) {
        if (item.departmentId != department)
            continue;
        if (!item.waitsFor.isEmpty())
            return false;
        limits << CaseListModel::limitText(item);
    }
    return limits.size() == 1;
}

void CaseListModel::setView(const desk::CounterView &view, const domain::Catalogue &catalogue)
{
    QList<CaseListRow> rows;
    QString department;
    bool oneLimit = false;
    for (const desk::ItemView &item : view.items) {
        if (item.departmentId != department) {
            department = item.departmentId;
            oneLimit = haveOneLimit(view.items, department);
            rows << CaseListRow{Kind::Department, department, item.departmentName, item, {}, 0, oneLimit};
        }
        rows << CaseListRow{Kind::Item, item.partId.toString(QUuid::WithoutBraces), item.name, item, {}, 0, !oneLimit};
    }
    setRows(rows + materialRows(view, catalogue));
}

QModelIndex CaseListModel::indexOfMaterial(const QString &key) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (rows().at(i).kind == Kind::Material && rows().at(i).key == key)
            return index(i, 0);
    }
    return {};
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool CaseListModel::sameKey(const CaseListRow &one, const CaseListRow &other) const
{
    return one.kind == other.kind && one.key == other.key;
}

Qt::ItemFlags CaseListModel::flags(const QModelIndex &index) const
{
    const CaseListRow *found = row(index);
    if (!found)
        return Qt::NoItemFlags;
    const bool chosen = found->kind == Kind::Item || found->kind == Kind::Material;
    return chosen ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

QString CaseListModel::limitText(const desk::ItemView &item)
{
    QString text = Words::limit(item.promised, item.kind);
    if (!item.waitsFor.isEmpty())
        return text + u" · "_s + tr("after %1").arg(Words::listed(item.waitsFor));
    if (item.departmentAccepts && (item.state == domain::PartState::Draft || item.state == domain::PartState::Received))
        //: beside the promised limit of an item: it runs from the day on which the department accepts
        return text + u" · "_s + tr("once the department accepts");
    if (item.expectedDue.isValid() && item.kind == domain::CaseKind::Promised)
        return text + u" · "_s + Words::dueDay(item.expectedDue, hallToday(), item.dueProvisional);
    return text;
}

TagText CaseListModel::tagOf(const CaseListRow &row)
{
    switch (row.kind) {
    case Kind::Material:
        return Words::material(row.material);
    case Kind::Item:
        if (row.item.state != domain::PartState::Draft)
            return Words::item(row.item);
        if (row.item.missing > 0)
            return {Tone::Bad, tr("%n missing · F6", nullptr, row.item.missing), Mark::Cross};
        if (row.item.deferred > 0)
            return {Tone::Warn, tr("%n to follow", nullptr, row.item.deferred), Mark::Clock};
        return {Tone::Ok, tr("Materials complete"), Mark::Tick};
    default:
        return {};
    }
}

QString CaseListModel::nameOf(const CaseListRow &row)
{
    return row.kind == Kind::MaterialsHeading ? tr("Materials, each once: %n", nullptr, row.count) : row.name;
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    const CaseListRow *found = row(index);
    if (!found)
        return {};
    const QString limit = found->saysLimit ? limitText(found->item) : QString();
    if (role == Qt::AccessibleTextRole)
        return QString(nameOf(*found) + u' ' + tagOf(*found).text + u' ' + limit).trimmed();
    if (role == Qt::ToolTipRole && found->saysLimit)
        return limit;
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Name ? nameOf(*found) : tagOf(*found).text;
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Item or material") : tr("State");
}

} // namespace yichuang::ui
