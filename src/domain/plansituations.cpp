// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>

namespace yichuang::domain {

namespace {

/** Walks one owner's questions; an asked question follows the one whose answer asks it. */
class Walker
{
public:
    Walker(const QString &ownerId, bool fromEvent, const QList<Situation> &situations, const QMap<QString, QStringList> &answers)
        : m_ownerId(ownerId), m_fromEvent(fromEvent), m_situations(situations), m_answers(answers)
    {
    }

    void visit(const Situation &situation)
    {
        if (m_visited.contains(situation.id))
            return;
        m_visited.insert(situation.id);
        const QString key = m_ownerId + u'/' + situation.id;
        const QList<const SituationAnswer *> chosen = chosenAnswers(situation, m_answers.value(key));
        QStringList ids;
        for (const SituationAnswer *answer : chosen)
            ids.append(answer->id);
        const auto given = m_answers.constFind(key);
        const bool none = situation.multiple && given != m_answers.cend() && given->isEmpty();
        walk.situations.append({key, m_ownerId, situation, ids, none || !ids.isEmpty()});
        for (const SituationAnswer *answer : chosen) {
            for (const AnswerEffect &effect : answer->effects)
                take(effect);
        }
    }

    SituationWalk walk;

private:
    static QList<const SituationAnswer *> chosenAnswers(const Situation &situation, const QStringList &ids)
    {
        QList<const SituationAnswer *> chosen;
        for (const SituationAnswer &answer : situation.answers) {
            if (ids.contains(answer.id))
                chosen.append(&answer);
        }
        // Two answers to a single-choice question answer nothing: the clerk must choose.
        if (!situation.multiple && chosen.size() > 1)
            chosen.clear();
        return chosen;
    }

    void take(const AnswerEffect &effect)
    {
        if (effect.kind != AnswerEffect::Kind::Ask) {
            walk.effects.append({m_ownerId, m_fromEvent, effect});
            return;
        }
        for (const Situation &situation : m_situations) {
            if (situation.id == effect.target)
                visit(situation);
        }
    }

    const QString &m_ownerId;
    const bool m_fromEvent;
    const QList<Situation> &m_situations;
    const QMap<QString, QStringList> &m_answers;
    QSet<QString> m_visited;
};

QSet<QString> targetsOf(const SituationWalk &walk, AnswerEffect::Kind kind)
{
    QSet<QString> targets;
    for (const OwnedEffect &each : walk.effects) {
        if (each.effect.kind == kind)
            targets.insert(each.effect.target);
    }
    return targets;
}

/** What a step waits for: its own dependencies, skipped ones replaced by theirs. */
void collectDependencies(const QHash<QString, const LifeEventStep *> &steps, const LifeEventStep &step, const QSet<QString> &selected,
                         QSet<QString> &seen, QStringList &found)
{
    for (const QString &id : step.dependsOn) {
        const LifeEventStep *other = steps.value(id);
        if (!other || seen.contains(id))
            continue;
        seen.insert(id);
        if (!selected.contains(other->itemId))
            collectDependencies(steps, *other, selected, seen, found);
        else if (!found.contains(other->itemId))
            found.append(other->itemId);
    }
}

} // namespace

void SituationWalk::append(const SituationWalk &other)
{
    situations.append(other.situations);
    effects.append(other.effects);
}

SituationWalk walkSituations(const QString &ownerId, bool fromEvent, const QList<Situation> &situations,
                             const QMap<QString, QStringList> &answers)
{
    Walker walker(ownerId, fromEvent, situations, answers);
    for (const Situation &situation : situations) {
        if (!situation.onAsk)
            walker.visit(situation);
    }
    return walker.walk;
}

ItemSelection selectItems(const QList<const ServiceItem *> &items, const LifeEvent *event, const QMap<QString, QStringList> &answers)
{
    ItemSelection selection;
    if (event)
        selection.walk = walkSituations(event->id, true, event->situations, answers);
    const QSet<QString> droppedByEvent = targetsOf(selection.walk, AnswerEffect::Kind::DropItem);
    QHash<QString, SituationWalk> walks;
    QSet<QString> dropped = droppedByEvent;
    for (const ServiceItem *item : items) {
        if (droppedByEvent.contains(item->id))
            continue;
        const SituationWalk walk = walkSituations(item->id, false, item->situations, answers);
        dropped.unite(targetsOf(walk, AnswerEffect::Kind::DropItem));
        walks.insert(item->id, walk);
    }
    QSet<QString> present;
    for (const ServiceItem *item : items) {
        present.insert(item->id);
        if (dropped.contains(item->id))
            continue;
        selection.items.append(item);
        selection.walk.append(walks.value(item->id));
    }
    for (const OwnedEffect &each : std::as_const(selection.walk.effects)) {
        const QString &target = each.effect.target;
        const bool adds = each.effect.kind == AnswerEffect::Kind::AddItem;
        if (adds && !present.contains(target) && !dropped.contains(target) && !selection.added.contains(target))
            selection.added.append(target);
    }
    return selection;
}

QHash<QString, QStringList> dependenciesOver(const LifeEvent &event, const QSet<QString> &selected)
{
    QHash<QString, const LifeEventStep *> steps;
    for (const LifeEventStep &step : event.steps)
        steps.insert(step.id, &step);
    QHash<QString, QStringList> dependencies;
    for (const LifeEventStep &step : event.steps) {
        if (!selected.contains(step.itemId))
            continue;
        QSet<QString> seen{step.id};
        collectDependencies(steps, step, selected, seen, dependencies[step.itemId]);
    }
    return dependencies;
}

} // namespace yichuang::domain
