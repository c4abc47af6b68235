// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "purposes.h"

#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 200;

QString categoryFor(const domain::Case &onCase)
{
    if (!onCase.lifeEventId.isEmpty())
        return u"life-event"_s;
    return onCase.parts.isEmpty() ? u"identity-check"_s : u"apply-item"_s;
}

/** The life event, or the item that asks, or the first of the items. */
QString matterName(const domain::Catalogue &catalogue, const domain::Case &onCase, const QString &itemId)
{
    if (!onCase.lifeEventId.isEmpty()) {
        const domain::LifeEvent *event = catalogue.lifeEventVersion(onCase.lifeEventId, onCase.lifeEventVersion);
        return event ? event->name : QString();
    }
    for (const domain::CasePart &part : onCase.parts) {
        if (itemId.isEmpty() || part.itemId == itemId)
            return part.itemName;
    }
    return {};
}

} // namespace

domain::UsePurpose purposeFor(const domain::Catalogue &catalogue, const domain::Case &onCase, domain::UsePurpose::Consent consent, const QString &itemId)
{
    const QList<domain::PurposeCategory> &known = catalogue.content().purposes;
    const QString wanted = categoryFor(onCase);
    auto category = std::find_if(known.cbegin(), known.cend(), [&](const domain::PurposeCategory &one) { return one.id == wanted; });
    if (category == known.cend())
        category = known.cbegin();
    domain::UsePurpose use;
    use.category = category == known.cend() ? wanted : category->id;
    const QString name = category == known.cend() ? wanted : category->name;
    const QString matter = matterName(catalogue, onCase, itemId);
    use.reason = (matter.isEmpty() ? name : name + u'：' + matter).left(longestReason);
    use.itemId = itemId;
    use.caseId = onCase.id.toString(QUuid::WithoutBraces);
    use.consent = consent;
    return use;
}

QString itemAskingFor(const domain::CasePlan &plan, const QString &identifier)
{
    for (const domain::PlannedMaterial &material : plan.materials) {
        if (!material.uses.isEmpty() && material.candidates.contains(identifier))
            return material.uses.first().itemId;
    }
    return {};
}

} // namespace yichuang::desk
