// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <domain/caserules.h>
#include <domain/materialplan.h>

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

domain::Result<domain::CasePlan> planToWorkOn(const domain::Catalogue &catalogue, const domain::Case &onCase, const QList<domain::CertificateSummary> &listed,
                                               const QList<domain::ECertificate> &faces, QDate today)
{
    const auto planFor = [&](QDate day) -> domain::Result<domain::CasePlan> {
        const auto input = domain::planInputFor(catalogue, onCase, listed, faces, day);
        if (!input)
            return tl::unexpected(input.error());
        return domain::planMaterials(*input);
    };
    const QDate day = domain::planDay(onCase, today);
    const auto plan = planFor(day);
    if (!plan || plan->missing.isEmpty() || day == today)
        return plan;
    const auto now = planFor(today);
    return now && now->missing.size() < plan->missing.size() ? now : plan;
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
