// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <domain/authority.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** Step order of the life event first, then the order given. */
QStringList orderedItems(const ItemSelection &selection, const LifeEvent *event)
{
    QStringList ids;
    for (const ServiceItem *item : selection.items)
        ids.append(item->id);
    ids.append(selection.added);
    if (!event)
        return ids;
    QHash<QString, qsizetype> places;
    for (const LifeEventStep &step : event->steps)
        places.insert(step.itemId, places.size());
    std::stable_sort(ids.begin(), ids.end(), [&](const QString &left, const QString &right) {
        return places.value(left, places.size()) < places.value(right, places.size());
    });
    return ids;
}

QString firstItem(const QStringList &itemIds)
{
    return itemIds.isEmpty() ? QString() : itemIds.constFirst();
}

/** Applicant and items, then what ended the matter. */
void addGroundwork(CasePlan &plan, const PlanInput &input, const ItemSelection &selection)
{
    if (!input.applicant)
        plan.missing.append({Missing::Kind::Applicant, {}, {}, {}});
    if (selection.items.isEmpty())
        plan.missing.append({Missing::Kind::Items, {}, {}, {}});
    for (const QString &itemId : selection.added)
        plan.missing.append({Missing::Kind::Items, itemId, {}, itemId});
    for (const OwnedEffect &each : selection.walk.effects) {
        if (each.effect.kind != AnswerEffect::Kind::Stop)
            continue;
        if (plan.stopped.isEmpty())
            plan.stopped = each.effect.value;
        plan.missing.append({Missing::Kind::Stopped, each.ownerId, each.effect.value, each.fromEvent ? QString() : each.ownerId});
    }
}

void addAnswers(CasePlan &plan, const LifeEvent *event)
{
    for (const PlannedSituation &each : std::as_const(plan.situations)) {
        const bool ofEvent = event && each.ownerId == event->id;
        if (!each.answered)
            plan.missing.append({Missing::Kind::Answer, each.key, each.situation.question, ofEvent ? QString() : each.ownerId});
    }
}

void addAuthority(CasePlan &plan, const PlanInput &input)
{
    if (input.agency && !isAuthorised(*input.agency, input.date))
        plan.missing.append({Missing::Kind::AgentAuthority, authorityProof(input.agency->capacity).key, {}, {}});
}

} // namespace

/** In the order of Missing::Kind. */
static const QStringList &missingKinds()
{
    static const QStringList kinds{u"applicant"_s, u"items"_s, u"answer"_s, u"field"_s, u"material"_s, u"stopped"_s, u"agent-authority"_s};
    return kinds;
}

QString describeMissing(const QList<Missing> &missing)
{
    constexpr qsizetype mostNamed = 10;
    QStringList words;
    for (const Missing &one : missing.first(std::min(missing.size(), mostNamed)))
        words.append(missingKinds().value(static_cast<int>(one.kind)) + u':' + one.target);
    return words.join(u' ');
}

QList<Missing> readMissing(const QString &detail)
{
    QList<Missing> missing;
    const QStringList words = detail.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const qsizetype colon = word.indexOf(u':');
        const qsizetype kind = colon < 0 ? -1 : missingKinds().indexOf(word.left(colon));
        if (kind >= 0)
            missing.append({Missing::Kind(kind), word.mid(colon + 1), {}, {}});
    }
    return missing;
}

CasePlan planMaterials(const PlanInput &input)
{
    CasePlan plan;
    const ItemSelection selection = selectItems(input.items, input.lifeEvent, input.answers);
    plan.itemIds = orderedItems(selection, input.lifeEvent);
    plan.situations = selection.walk.situations;
    plan.fields = planFields(input, selection);
    plan.materials = planMaterialList(input, selection, plan.fields);

    addGroundwork(plan, input, selection);
    addAnswers(plan, input.lifeEvent);
    for (const PlannedField &field : std::as_const(plan.fields)) {
        if (field.problem)
            plan.missing.append({Missing::Kind::Field, field.field.id, field.field.label, firstItem(field.itemIds)});
    }
    for (const PlannedMaterial &material : std::as_const(plan.materials)) {
        if (material.status == MaterialStatus::Missing)
            plan.missing.append({Missing::Kind::Material, material.key, material.name, material.uses.constFirst().itemId});
    }
    addAuthority(plan, input);
    return plan;
}

} // namespace yichuang::domain
