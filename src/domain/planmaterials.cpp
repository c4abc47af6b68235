// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "materialways.h"
#include "planparts.h"

#include <algorithm>

namespace yichuang::domain {

namespace {

bool holds(MaterialHolder holder, Relation relation)
{
    switch (holder) {
    case MaterialHolder::Applicant:
        return relation == Relation::Self;
    case MaterialHolder::Spouse:
        return relation == Relation::Spouse;
    case MaterialHolder::Child:
        return relation == Relation::Child;
    case MaterialHolder::Parent:
        return relation == Relation::Parent;
    case MaterialHolder::Deceased:
        return relation == Relation::Deceased;
    case MaterialHolder::Household:
        // The register is issued to the head of the household, who may be the applicant.
        return relation == Relation::Household || relation == Relation::Self;
    case MaterialHolder::Agent:
        return false;
    }
    return false;
}

/** A material with all its uses, before its status is known. */
struct Gathered {
    PlannedMaterial material;
    QStringList types;      ///< types every use that names types accepts
    QStringList formItems;  ///< items of its uses, for forms made from the case's fields
};

/** Keys an item's answers add or drop. */
struct KeyEffects {
    QSet<QString> added;
    QSet<QString> dropped;
};

KeyEffects effectsOn(const QString &itemId, const QList<OwnedEffect> &effects)
{
    KeyEffects found;
    for (const OwnedEffect &each : effects) {
        const EffectTarget to = effectTarget(each.effect.target);
        const bool here = to.itemId.isEmpty() ? each.fromEvent || each.ownerId == itemId : to.itemId == itemId;
        if (!here)
            continue;
        if (each.effect.kind == AnswerEffect::Kind::AddMaterial)
            found.added.insert(to.key);
        else if (each.effect.kind == AnswerEffect::Kind::DropMaterial)
            found.dropped.insert(to.key);
    }
    return found;
}

/** Required before Deferrable before Optional. */
int strictness(Necessity necessity)
{
    switch (necessity) {
    case Necessity::Required:
        return 2;
    case Necessity::Deferrable:
        return 1;
    case Necessity::Optional:
        return 0;
    }
    return 2;
}

void addUse(Gathered &gathered, const ServiceItem &item, const MaterialSpec &spec)
{
    PlannedMaterial &material = gathered.material;
    material.uses.append({item.id, item.departmentId, spec.reason, spec.legalBasis, spec.necessity});
    gathered.formItems.append(item.id);
    if (material.uses.size() == 1) {
        material.key = spec.key;
        material.name = spec.name;
        material.kind = spec.kind;
        material.holder = spec.holder;
        material.necessity = spec.necessity;
        material.ways = acceptedWays(spec);
        material.instructions = spec.instructions;
        material.commonMistake = spec.commonMistake;
        gathered.types = spec.certificateTypes;
        return;
    }
    if (strictness(spec.necessity) > strictness(material.necessity))
        material.necessity = spec.necessity;
    material.ways &= acceptedWays(spec);
    gathered.types.removeIf([&](const QString &type) { return !spec.certificateTypes.contains(type); });
    if (material.instructions.isEmpty())
        material.instructions = spec.instructions;
    if (material.commonMistake.isEmpty())
        material.commonMistake = spec.commonMistake;
}

QList<Gathered> gather(const ItemSelection &selection)
{
    QList<Gathered> all;
    QHash<QString, qsizetype> places;
    for (const ServiceItem *item : selection.items) {
        const KeyEffects effects = effectsOn(item->id, selection.walk.effects);
        for (const MaterialSpec &spec : item->materials) {
            // What one answer adds stays, even where another drops it: asking once too often beats a return.
            const bool base = !spec.onDemand && !effects.dropped.contains(spec.key);
            if (!base && !effects.added.contains(spec.key))
                continue;
            if (!places.contains(spec.key)) {
                places.insert(spec.key, all.size());
                all.append(Gathered());
            }
            addUse(all[places.value(spec.key)], *item, spec);
        }
    }
    for (Gathered &each : all) {
        if (each.types.isEmpty())
            each.material.ways.remove(MaterialWay::Certificate);
        if (each.material.necessity != Necessity::Deferrable)
            each.material.ways.remove(MaterialWay::Deferred);
    }
    return all;
}

/** Items of the case that each item comes after, near and far. */
QHash<QString, QSet<QString>> itemsBefore(const LifeEvent *event, const QList<const ServiceItem *> &items)
{
    QHash<QString, QSet<QString>> before;
    if (!event)
        return before;
    QSet<QString> selected;
    for (const ServiceItem *item : items)
        selected.insert(item->id);
    const QHash<QString, QStringList> direct = dependenciesOver(*event, selected);
    for (const QString &itemId : std::as_const(selected)) {
        QStringList open = direct.value(itemId);
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (before[itemId].contains(next))
                continue;
            before[itemId].insert(next);
            open.append(direct.value(next));
        }
    }
    return before;
}

/** The item whose result is this material for every one of its uses. */
QString producerOf(const Gathered &gathered, const QList<const ServiceItem *> &items, const QHash<QString, QSet<QString>> &before)
{
    for (const ServiceItem *item : items) {
        const bool yields = std::any_of(item->resultTypes.cbegin(), item->resultTypes.cend(), [&](const QString &type) { return gathered.types.contains(type); });
        const bool first = std::all_of(gathered.formItems.cbegin(), gathered.formItems.cend(), [&](const QString &user) { return before.value(user).contains(item->id); });
        if (yields && first)
            return item->id;
    }
    return {};
}

void matchCertificates(Gathered &gathered, const PlanInput &input)
{
    QList<const CertificateSummary *> usable;
    QList<const CertificateSummary *> unusable;
    for (const CertificateSummary &each : input.certificates) {
        if (!gathered.types.contains(each.typeId) || !holds(gathered.material.holder, each.relation))
            continue;
        (each.isUsableOn(input.date) ? usable : unusable).append(&each);
    }
    const auto better = [](const CertificateSummary *left, const CertificateSummary *right) { return isBetterCertificate(*left, *right); };
    std::sort(usable.begin(), usable.end(), better);
    std::sort(unusable.begin(), unusable.end(), better);
    for (const CertificateSummary *each : usable)
        gathered.material.candidates.append(each->identifier);
    for (const CertificateSummary *each : unusable)
        gathered.material.unusable.append(each->identifier);
    gathered.material.candidates.removeDuplicates();
    gathered.material.unusable.removeDuplicates();
}

void useCertificate(PlannedMaterial &material, const QString &identifier, const QList<CertificateSummary> &all)
{
    material.status = MaterialStatus::FromCertificate;
    material.certificateIdentifier = identifier;
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const CertificateSummary &each) { return each.identifier == identifier; });
    if (found != all.cend())
        material.trust = found->trust;
}

/** What the clerk set, where the item accepts that way and its proof is there; false leaves the rest to the plan. */
bool applyState(PlannedMaterial &material, const MaterialState &state, const QList<CertificateSummary> &certificates)
{
    if (!material.ways.contains(state.way))
        return false;
    material.trust = state.trust;
    switch (state.way) {
    case MaterialWay::Certificate:
        if (!material.candidates.contains(state.certificateIdentifier))
            return false;
        useCertificate(material, state.certificateIdentifier, certificates);
        return true;
    case MaterialWay::OriginalSeen:
        material.status = MaterialStatus::OriginalSeen;
        return true;
    case MaterialWay::FileAttached:
        if (state.files.isEmpty())
            return false;
        material.status = MaterialStatus::Attached;
        return true;
    case MaterialWay::SelfMade:
        material.status = MaterialStatus::SelfMade;
        return true;
    case MaterialWay::Promise:
        material.status = MaterialStatus::Promised;
        return true;
    case MaterialWay::Deferred:
        if (!state.due.isValid())
            return false;
        material.status = MaterialStatus::Deferred;
        return true;
    }
    return false;
}

/** A form made from the case's own fields is there when every field its items ask for is right. */
bool isFormComplete(const Gathered &gathered, const QList<PlannedField> &fields)
{
    if (gathered.material.kind != MaterialKind::Form || !gathered.material.ways.contains(MaterialWay::SelfMade))
        return false;
    for (const QString &itemId : gathered.formItems) {
        bool any = false;
        for (const PlannedField &field : fields) {
            if (!field.itemIds.isEmpty() && !field.itemIds.contains(itemId))
                continue;
            any = true;
            if (field.problem)
                return false;
        }
        if (!any)
            return false;
    }
    return true;
}

void settle(Gathered &gathered, const PlanInput &input, const QList<PlannedField> &fields)
{
    PlannedMaterial &material = gathered.material;
    const auto state = input.materials.constFind(material.key);
    if (state != input.materials.cend() && applyState(material, *state, input.certificates))
        return;
    material.trust = TrustLevel::D;
    if (!material.produces.isEmpty()) {
        material.status = MaterialStatus::NotNeeded;
        material.trust = TrustLevel::A;
    } else if (!material.candidates.isEmpty() && material.ways.contains(MaterialWay::Certificate)) {
        useCertificate(material, material.candidates.constFirst(), input.certificates);
    } else if (isFormComplete(gathered, fields)) {
        material.status = MaterialStatus::SelfMade;
    } else {
        material.status = material.necessity == Necessity::Optional ? MaterialStatus::NotNeeded : MaterialStatus::Missing;
    }
}

} // namespace

bool isBetterCertificate(const CertificateSummary &left, const CertificateSummary &right)
{
    if (left.validTo != right.validTo) {
        if (!left.validTo || !right.validTo)
            return !left.validTo;
        return *left.validTo > *right.validTo;
    }
    if (left.trust != right.trust)
        return left.trust < right.trust;
    if (left.issueDate != right.issueDate)
        return left.issueDate > right.issueDate;
    return left.identifier < right.identifier;
}

QList<PlannedMaterial> planMaterialList(const PlanInput &input, const ItemSelection &selection, const QList<PlannedField> &fields)
{
    QList<PlannedMaterial> materials;
    const auto before = itemsBefore(input.lifeEvent, selection.items);
    QList<Gathered> all = gather(selection);
    const auto authority = plannedAuthority(input, selection);
    const auto isAsked = [&](const Gathered &each) { return each.material.key == authority->key; };
    // An item may ask for the same paper in its own words.
    if (authority && std::none_of(all.cbegin(), all.cend(), isAsked))
        all.append(Gathered{*authority, {}, {}});
    for (Gathered &gathered : all) {
        gathered.material.produces = producerOf(gathered, selection.items, before);
        matchCertificates(gathered, input);
        settle(gathered, input, fields);
        materials.append(gathered.material);
    }
    return materials;
}

} // namespace yichuang::domain
