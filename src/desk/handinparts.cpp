// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::desk {

using domain::Missing;

namespace {

/** Rests, or may rest, on a certificate that is not listed here: the card is not on the reader, or the exchange is away. */
bool mayBeListedElsewhere(const domain::Case &onCase, const domain::CasePlan &plan, const QString &key)
{
    const auto planned = std::find_if(plan.materials.cbegin(), plan.materials.cend(), [&key](const domain::PlannedMaterial &one) { return one.key == key; });
    if (planned == plan.materials.cend() || !planned->ways.contains(domain::MaterialWay::Certificate) || !planned->unusable.isEmpty())
        return false;
    const auto given = onCase.materials.constFind(key);
    return given == onCase.materials.cend() || given->way == domain::MaterialWay::Certificate;
}

} // namespace

QList<Missing> missingToAnswer(const domain::Case &onCase, const domain::Catalogue &catalogue, const domain::CasePlan &plan,
                               const QMap<QString, QString> &scratch, const domain::PartId &partId)
{
    const domain::CasePart *part = onCase.part(partId);
    if (!part)
        return {};
    QList<Missing> missing = domain::missingForPart(catalogue, onCase, *part, plan);
    missing.removeIf([&](const Missing &one) { return one.kind == Missing::Kind::Material && mayBeListedElsewhere(onCase, plan, one.target); });
    // What was typed goes with the answer, whichever part asks for it.
    for (const Missing &one : plan.missing) {
        if (one.kind == Missing::Kind::Field && scratch.contains(one.target) && !missing.contains(one))
            missing.append(one);
    }
    return missing;
}

QMap<QString, QString> fittingScratch(const domain::CasePlan &plan, const QMap<QString, QString> &scratch, QDate today)
{
    QMap<QString, QString> fitting;
    for (const domain::PlannedField &field : plan.fields) {
        const auto typed = scratch.constFind(field.field.id);
        if (typed == scratch.cend())
            continue;
        const QString text = domain::tidiedFieldValue(field.field, *typed, today);
        if (domain::checkFieldValue(field.field, text, today))
            fitting.insert(field.field.id, text);
    }
    return fitting;
}

} // namespace yichuang::desk
