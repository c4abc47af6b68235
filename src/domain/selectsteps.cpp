// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>

namespace yichuang::domain {

QList<SelectedStep> selectSteps(const Catalogue &catalogue, const LifeEvent &event, const QMap<QString, QStringList> &answers, QDate day)
{
    // An added item brings its own questions, whose answers may add another: repeat until nothing new comes.
    QList<const ServiceItem *> items;
    for (const LifeEventStep &step : event.steps) {
        const ServiceItem *item = step.optional ? nullptr : catalogue.item(step.itemId, day);
        if (item)
            items.append(item);
    }
    ItemSelection selection = selectItems(items, &event, answers);
    for (bool grown = true; grown;) {
        grown = false;
        for (const QString &id : std::as_const(selection.added)) {
            const ServiceItem *item = catalogue.item(id, day);
            if (!item || items.contains(item))
                continue;
            items.append(item);
            grown = true;
        }
        if (grown)
            selection = selectItems(items, &event, answers);
    }

    QHash<QString, const ServiceItem *> selected;
    for (const ServiceItem *item : std::as_const(selection.items))
        selected.insert(item->id, item);
    const QSet<QString> ids(selected.keyBegin(), selected.keyEnd());
    const QHash<QString, QStringList> dependencies = dependenciesOver(event, ids);
    QList<SelectedStep> steps;
    for (const LifeEventStep &step : event.steps) {
        if (const ServiceItem *item = selected.take(step.itemId))
            steps.append({item, dependencies.value(step.itemId), step.optional});
    }
    // Items outside the steps that an item's own answer brought in wait for nobody.
    for (const ServiceItem *item : std::as_const(selection.items)) {
        if (selected.contains(item->id))
            steps.append({item, {}, true});
    }
    return steps;
}

} // namespace yichuang::domain
