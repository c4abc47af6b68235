// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>
#include <domain/uuid7.h>

#include <algorithm>

namespace yichuang::domain {

static bool holdsField(const QList<FormField> &fields, const QString &fieldId)
{
    return std::any_of(fields.cbegin(), fields.cend(), [&](const FormField &field) { return field.id == fieldId; });
}

QDate planDay(const Case &ofCase, QDate today)
{
    const bool received = ofCase.stage != CaseStage::Draft && ofCase.receivedAt.isValid();
    return received ? inLegalTime(ofCase.receivedAt).date() : today;
}

bool isInFormOf(const Catalogue &catalogue, const Case &ofCase, const CasePart &part, const QString &fieldId)
{
    const ServiceItem *item = catalogue.itemVersion(part.itemId, part.itemVersion);
    if (item && holdsField(item->fields, fieldId))
        return true;
    const LifeEvent *event = ofCase.lifeEventId.isEmpty() ? nullptr : catalogue.lifeEventVersion(ofCase.lifeEventId, ofCase.lifeEventVersion);
    const auto isStep = [&part](const LifeEventStep &step) { return step.itemId == part.itemId; };
    return event && std::any_of(event->steps.cbegin(), event->steps.cend(), isStep) && holdsField(event->fields, fieldId);
}

QList<Missing> missingForPart(const Catalogue &catalogue, const Case &ofCase, const CasePart &part, const CasePlan &plan)
{
    const auto usesMaterial = [&](const QString &key) {
        const auto isOfPart = [&part](const MaterialUse &use) { return use.itemId == part.itemId; };
        return std::any_of(plan.materials.cbegin(), plan.materials.cend(), [&](const PlannedMaterial &material) {
            return material.key == key && std::any_of(material.uses.cbegin(), material.uses.cend(), isOfPart);
        });
    };
    QList<Missing> missing = plan.missing;
    missing.removeIf([&](const Missing &one) {
        if (one.kind == Missing::Kind::Field)
            return !isInFormOf(catalogue, ofCase, part, one.target);
        return one.kind != Missing::Kind::Material || !usesMaterial(one.target);
    });
    return missing;
}

} // namespace yichuang::domain
