// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

bool holds(const QList<const ServiceItem *> &items, const QString &id)
{
    return std::any_of(items.cbegin(), items.cend(), [&](const ServiceItem *item) { return item->id == id; });
}

/** An added item brings its own questions, whose answers may add another: repeats until nothing new comes. */
ItemSelection settled(const Catalogue &catalogue, QList<const ServiceItem *> items, const LifeEvent *event,
                      const QMap<QString, QStringList> &answers, QDate day)
{
    ItemSelection selection = selectItems(items, event, answers);
    for (bool grown = true; grown;) {
        grown = false;
        for (const QString &id : std::as_const(selection.added)) {
            const ServiceItem *item = catalogue.offeredItem(id, day);
            if (!item || holds(items, id))
                continue;
            items.append(item);
            grown = true;
        }
        if (grown)
            selection = selectItems(items, event, answers);
    }
    return selection;
}

/** Step order of the life event first; items outside its steps come after them and wait for nobody. */
QList<SelectedStep> inStepOrder(const ItemSelection &selection, const LifeEvent *event)
{
    QHash<QString, const ServiceItem *> selected;
    for (const ServiceItem *item : std::as_const(selection.items))
        selected.insert(item->id, item);
    const QSet<QString> ids(selected.keyBegin(), selected.keyEnd());
    const QHash<QString, QStringList> dependencies = event ? dependenciesOver(*event, ids) : QHash<QString, QStringList>();
    QList<SelectedStep> steps;
    for (const LifeEventStep &step : event ? event->steps : QList<LifeEventStep>()) {
        if (const ServiceItem *item = selected.take(step.itemId))
            steps.append({item, dependencies.value(step.itemId), step.optional});
    }
    for (const ServiceItem *item : std::as_const(selection.items)) {
        if (selected.contains(item->id))
            steps.append({item, {}, true});
    }
    return steps;
}

QStringList idsOf(const QList<SelectedStep> &steps)
{
    QStringList ids;
    for (const SelectedStep &step : steps)
        ids.append(step.item->id);
    return ids;
}

} // namespace

QList<SelectedStep> selectSteps(const Catalogue &catalogue, const LifeEvent &event, const QMap<QString, QStringList> &answers, QDate day)
{
    QList<const ServiceItem *> items;
    for (const LifeEventStep &step : event.steps) {
        const ServiceItem *item = step.optional ? nullptr : catalogue.offeredItem(step.itemId, day);
        if (item)
            items.append(item);
    }
    return inStepOrder(settled(catalogue, items, &event, answers, day), &event);
}

QList<SelectedStep> selectParts(const Catalogue &catalogue, const Case &ofCase, const QMap<QString, QStringList> &answers, const QStringList &wished)
{
    const LifeEvent *event = catalogue.lifeEventVersion(ofCase.lifeEventId, ofCase.lifeEventVersion);
    QStringList before;
    QStringList after;
    if (event && answers != ofCase.answers) {
        before = idsOf(selectSteps(catalogue, *event, ofCase.answers, ofCase.rulesDay));
        after = idsOf(selectSteps(catalogue, *event, answers, ofCase.rulesDay));
    }
    QList<const ServiceItem *> items;
    for (const CasePart &part : ofCase.parts) {
        const ServiceItem *item = catalogue.itemVersion(part.itemId, part.itemVersion);
        const bool goes = before.contains(part.itemId) && !after.contains(part.itemId);
        if (item && !goes)
            items.append(item);
    }
    for (const QString &id : after + wished) {
        // What the clerk took out stays out unless it is this answer that asks for it.
        const ServiceItem *item = before.contains(id) && !wished.contains(id) ? nullptr : catalogue.offeredItem(id, ofCase.rulesDay);
        if (item && !holds(items, id))
            items.append(item);
    }
    return inStepOrder(settled(catalogue, items, event, answers, ofCase.rulesDay), event);
}

command::ChooseLifeEvent selectionOf(const Case &ofCase, const QString &eventId, int version, const QList<SelectedStep> &steps,
                                     const std::function<PartId()> &newId)
{
    QHash<QString, PartId> parts;
    for (const CasePart &part : ofCase.parts)
        parts.insert(part.itemId, part.id);
    // All ids first: a catalogue may list a step before the one it waits for.
    for (const SelectedStep &step : steps) {
        if (!parts.contains(step.item->id))
            parts.insert(step.item->id, newId());
    }
    command::ChooseLifeEvent body{eventId, version, {}};
    for (const SelectedStep &step : steps) {
        QList<PartId> dependsOn;
        for (const QString &before : step.dependsOnItems)
            dependsOn.append(parts.value(before));
        body.items.append(addItemFor(*step.item, parts.value(step.item->id), dependsOn));
    }
    return body;
}

Result<void> checkPartsFollowAnswers(const Catalogue &catalogue, const Case &ofCase)
{
    QHash<QString, QStringList> waits;
    for (const SelectedStep &step : selectParts(catalogue, ofCase, ofCase.answers))
        waits.insert(step.item->id, step.dependsOnItems);
    for (const CasePart &part : ofCase.parts) {
        const auto wanted = waits.constFind(part.itemId);
        if (wanted == waits.cend())
            return failure(FailureCode::CaseUnknownItem, part.itemId + u" is not selected by the answers"_s);
        QSet<QString> found;
        for (const PartId &id : part.dependsOn) {
            const CasePart *other = ofCase.part(id);
            found.insert(other ? other->itemId : QString());
        }
        if (found != QSet<QString>(wanted->cbegin(), wanted->cend()))
            return failure(FailureCode::CaseUnknownItem, part.itemId + u" waits for other items than its life event says"_s);
    }
    return {};
}

} // namespace yichuang::domain
