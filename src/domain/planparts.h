// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/materialplan.h>

namespace yichuang::domain {

/** An effect of a chosen answer with the item or life event that owns the question. */
struct OwnedEffect {
    QString ownerId;
    bool fromEvent = false;
    AnswerEffect effect;
};

/** Questions to ask now and what the answers given so far do. Answers to hidden or unknown questions do nothing. */
struct SituationWalk {
    QList<PlannedSituation> situations;
    QList<OwnedEffect> effects;
    void append(const SituationWalk &other);
};
[[nodiscard]] SituationWalk walkSituations(const QString &ownerId, bool fromEvent, const QList<Situation> &situations,
                                           const QMap<QString, QStringList> &answers);

/** Which items the answers leave in play, and everything asked on the way. Independent of the order of `items`. */
struct ItemSelection {
    QList<const ServiceItem *> items;
    QStringList added;   ///< ids named by AddItem that are not among the items
    SituationWalk walk;
};
[[nodiscard]] ItemSelection selectItems(const QList<const ServiceItem *> &items, const LifeEvent *event,
                                        const QMap<QString, QStringList> &answers);

/** For each item of `selected` the selected items it waits for; a skipped step passes on what it waits for itself. */
[[nodiscard]] QHash<QString, QStringList> dependenciesOver(const LifeEvent &event, const QSet<QString> &selected);

/** The union of the forms of the life event and the items, each field once, with values and problems. */
[[nodiscard]] QList<PlannedField> planFields(const PlanInput &input, const ItemSelection &selection);

/** The union of the materials, each once; `fields` says which forms are complete. */
[[nodiscard]] QList<PlannedMaterial> planMaterialList(const PlanInput &input, const ItemSelection &selection,
                                                      const QList<PlannedField> &fields);

/** The proof of the agent's right to act, asked for by every item; its status is not settled yet. */
[[nodiscard]] std::optional<PlannedMaterial> plannedAuthority(const PlanInput &input, const ItemSelection &selection);

/** Better first: longer valid, then more trusted, then newer, then by identifier so that the order is total. */
[[nodiscard]] bool isBetterCertificate(const CertificateSummary &left, const CertificateSummary &right);

/** Value of a prefill path that passes the field's own check; nothing otherwise. */
[[nodiscard]] std::optional<FieldValue> prefilledValue(const FormField &field, const PlanInput &input);

} // namespace yichuang::domain
