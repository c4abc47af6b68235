// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cataloguecheck.h"
#include "materialways.h"

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** Adds an id to a set; CAT-001 when it is empty or already there. */
Result<void> addId(QSet<QString> &ids, const QString &id, const QString &path)
{
    if (id.isEmpty())
        return badEntry(path, u"empty id"_s);
    if (ids.contains(id))
        return badEntry(path, u"duplicate id "_s + id);
    ids.insert(id);
    return {};
}

template<typename Entries>
Result<void> addIds(QSet<QString> &ids, const Entries &entries, const QString &path)
{
    for (const auto &entry : entries) {
        if (const auto added = addId(ids, entry.id, path); !added)
            return added;
    }
    return {};
}

bool isLimit(TimeLimit limit)
{
    return limit.value >= 0 && limit.value <= 3650;
}

Result<void> checkMaterial(const MaterialSpec &spec, const QString &path, const CatalogueIds &ids)
{
    for (const QString &type : spec.certificateTypes) {
        if (!ids.types.contains(type))
            return badEntry(path, u"unknown certificate type "_s + type);
    }
    const QSet<MaterialWay> ways = acceptedWays(spec);
    const bool onlyDeferred = ways == QSet<MaterialWay>{MaterialWay::Deferred};
    if (ways.isEmpty() || onlyDeferred)
        return badEntry(path, u"no way to satisfy it"_s);
    if (spec.originals < 0 || spec.copies < 0)
        return badEntry(path, u"negative count"_s);
    return {};
}

Result<void> checkMaterials(const ServiceItem &item, const QString &path, const CatalogueIds &ids)
{
    QSet<QString> keys;
    for (const MaterialSpec &spec : item.materials) {
        if (const auto added = addId(keys, spec.key, path + u" material"_s); !added)
            return added;
        if (spec.key.contains(u':'))
            return badEntry(path, u"colon in material key "_s + spec.key);
        if (const auto checked = checkMaterial(spec, path + u" material "_s + spec.key, ids); !checked)
            return checked;
    }
    return {};
}

Result<void> checkRange(QDate from, const std::optional<QDate> &to, const QString &path)
{
    if (!from.isValid() || (to && (!to->isValid() || *to < from)))
        return badEntry(path, u"dates"_s);
    return {};
}

/** Steps that wait for each other in a circle can never be decided. */
bool stepsHaveCycle(const QList<LifeEventStep> &steps)
{
    QSet<QString> walked;
    for (bool moved = true; moved;) {
        moved = false;
        for (const LifeEventStep &step : steps) {
            const bool ready = std::all_of(step.dependsOn.cbegin(), step.dependsOn.cend(), [&](const QString &id) { return walked.contains(id); });
            if (!ready || walked.contains(step.id))
                continue;
            walked.insert(step.id);
            moved = true;
        }
    }
    return walked.size() != steps.size();
}

Result<void> checkSteps(const LifeEvent &event, const QString &path, const CatalogueIds &ids)
{
    QSet<QString> stepIds;
    QSet<QString> itemIds;
    if (event.steps.isEmpty())
        return badEntry(path, u"no steps"_s);
    if (const auto added = addIds(stepIds, event.steps, path + u" step"_s); !added)
        return added;
    for (const LifeEventStep &step : event.steps) {
        if (!ids.items.contains(step.itemId))
            return badEntry(path, u"unknown item "_s + step.itemId);
        if (const auto added = addId(itemIds, step.itemId, path + u" step item"_s); !added)
            return added;
        for (const QString &id : step.dependsOn) {
            if (!stepIds.contains(id))
                return badEntry(path, u"unknown step "_s + id);
        }
    }
    if (stepsHaveCycle(event.steps))
        return failure(FailureCode::CatalogueCycle, path + u": steps"_s);
    return {};
}

} // namespace

Result<CatalogueIds> collectIds(const Catalogue::Content &content)
{
    CatalogueIds ids;
    QSet<QString> purposes;
    Result<void> step = addIds(ids.departments, content.departments, u"department"_s);
    if (step)
        step = addIds(ids.categories, content.categories, u"category"_s);
    if (step)
        step = addIds(ids.types, content.certificateTypes, u"certificate type"_s);
    if (step)
        step = addIds(purposes, content.purposes, u"purpose"_s);
    if (!step)
        return tl::unexpected(step.error());
    for (const ServiceItem &item : content.items) {
        ids.items.insert(item.id);
        for (const MaterialSpec &spec : item.materials)
            ids.materialsOf[item.id].insert(spec.key);
        for (const FormField &field : item.fields)
            ids.fieldsOf[item.id].insert(field.id);
    }
    for (const CertificateType &type : content.certificateTypes) {
        const QString path = u"certificate type "_s + type.id;
        if (!type.departmentId.isEmpty() && !ids.departments.contains(type.departmentId))
            return badEntry(path, u"unknown department "_s + type.departmentId);
        if (!type.renewalItem.isEmpty() && !ids.items.contains(type.renewalItem))
            return badEntry(path, u"unknown renewal item "_s + type.renewalItem);
        if (type.expiryNoticeDays < 0)
            return badEntry(path, u"expiry notice"_s);
        if (!type.issueItem.isEmpty() && !ids.items.contains(type.issueItem))
            return badEntry(path, u"unknown issuing item "_s + type.issueItem);
        for (const QString &with : type.expectedWith) {
            if (with == type.id || !ids.types.contains(with))
                return badEntry(path, u"cannot be expected with "_s + with);
        }
    }
    return ids;
}

Result<void> checkItemEntry(const ServiceItem &item, const CatalogueIds &ids)
{
    const QString path = u"item %1 v%2"_s.arg(item.id).arg(item.version);
    if (item.id.isEmpty() || item.id.contains(u'/') || item.id.contains(u':') || item.version < 1)
        return badEntry(path, u"id or version"_s);
    if (const auto range = checkRange(item.effectiveFrom, item.effectiveTo, path); !range)
        return range;
    if (!ids.departments.contains(item.departmentId))
        return badEntry(path, u"unknown department "_s + item.departmentId);
    if (!item.category.isEmpty() && !ids.categories.contains(item.category))
        return badEntry(path, u"unknown category "_s + item.category);
    const bool fees = std::all_of(item.fees.cbegin(), item.fees.cend(), [](const Fee &fee) { return fee.fen >= 0; });
    if (!isLimit(item.statutory) || !isLimit(item.promised) || item.visits < 0 || !fees)
        return badEntry(path, u"limit, visits or fee"_s);
    const bool waits = item.acceptance.by == Acceptance::By::Department;
    // An immediate item is accepted and decided in one sitting, and a law's limit for an answer counts working days.
    if (!isLimit(item.acceptance.limit) || item.acceptance.limit.value < 1 || item.acceptance.limit.unit != LimitUnit::WorkingDay
        || (waits && item.kind == CaseKind::Immediate))
        return badEntry(path, u"acceptance"_s);
    for (const QString &type : item.resultTypes) {
        if (!ids.types.contains(type))
            return badEntry(path, u"unknown result type "_s + type);
    }
    if (const auto materials = checkMaterials(item, path, ids); !materials)
        return materials;
    QSet<QString> fieldIds;
    for (const FormField &field : item.fields)
        fieldIds.insert(field.id);
    const FormOwner owner{path, item.id, {item.id}, false};
    if (const auto fields = checkFields(item.fields, item.situations, owner, ids); !fields)
        return fields;
    return checkSituations(item.situations, fieldIds, owner, ids);
}

Result<void> checkLifeEventEntry(const LifeEvent &event, const CatalogueIds &ids)
{
    const QString path = u"life event %1 v%2"_s.arg(event.id).arg(event.version);
    if (event.id.isEmpty() || event.id.contains(u'/') || event.id.contains(u':') || event.version < 1)
        return badEntry(path, u"id or version"_s);
    if (const auto range = checkRange(event.effectiveFrom, event.effectiveTo, path); !range)
        return range;
    if (!event.leadDepartmentId.isEmpty() && !ids.departments.contains(event.leadDepartmentId))
        return badEntry(path, u"unknown department "_s + event.leadDepartmentId);
    for (const QString &type : event.hintCertificates) {
        if (!ids.types.contains(type))
            return badEntry(path, u"unknown certificate type "_s + type);
    }
    if (event.hintDays < 0)
        return badEntry(path, u"hintDays"_s);
    if (const auto steps = checkSteps(event, path, ids); !steps)
        return steps;
    FormOwner owner{path, event.id, {}, true};
    QSet<QString> fieldIds;
    for (const FormField &field : event.fields)
        fieldIds.insert(field.id);
    for (const LifeEventStep &step : event.steps) {
        owner.items.insert(step.itemId);
        fieldIds.unite(ids.fieldsOf.value(step.itemId));
    }
    if (const auto fields = checkFields(event.fields, event.situations, owner, ids); !fields)
        return fields;
    return checkSituations(event.situations, fieldIds, owner, ids);
}

Result<void> checkSharedMaterials(const QList<ServiceItem> &items)
{
    struct Seen {
        const MaterialSpec *spec;
        const ServiceItem *item;
    };
    QHash<QString, QList<Seen>> byKey;
    for (const ServiceItem &item : items) {
        for (const MaterialSpec &spec : item.materials) {
            for (const Seen &other : std::as_const(byKey[spec.key])) {
                if (other.item->id == item.id)
                    continue;
                const QString path = u"material %1 of %2 and %3"_s.arg(spec.key, other.item->id, item.id);
                if (spec.kind != other.spec->kind || spec.holder != other.spec->holder)
                    return badEntry(path, u"same key, but another kind or holder"_s);
                QSet<MaterialWay> common = acceptedWays(spec) & acceptedWays(*other.spec);
                common.remove(MaterialWay::Deferred);
                if (common.isEmpty())
                    return badEntry(path, u"no way that both accept"_s);
            }
            byKey[spec.key].append({&spec, &item});
        }
    }
    return {};
}

} // namespace yichuang::domain
