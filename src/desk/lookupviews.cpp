// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "lookupviews.h"

#include <algorithm>

namespace yichuang::desk {

namespace {

LookupView::Kind kindOf(wire::LookupKind kind)
{
    switch (kind) {
    case wire::LookupKind::Pull:
        return LookupView::Kind::Contents;
    case wire::LookupKind::File:
        return LookupView::Kind::File;
    case wire::LookupKind::Listing:
        break;
    }
    return LookupView::Kind::Listing;
}

/** Of whichever version: the record says which item, not which of its versions. */
QString itemName(const domain::Catalogue &catalogue, const QString &id)
{
    const QList<domain::ServiceItem> &items = catalogue.content().items;
    const auto item = std::find_if(items.cbegin(), items.cend(), [&](const domain::ServiceItem &one) { return one.id == id; });
    return item == items.cend() ? id : item->name;
}

} // namespace

QList<LookupView> lookupViews(const QList<wire::LookupRecord> &records, const domain::Catalogue &catalogue, const domain::CaseId &openCase)
{
    QList<LookupView> views;
    for (const wire::LookupRecord &record : records) {
        LookupView view;
        view.at = record.at;
        view.kind = kindOf(record.kind);
        view.who = record.operatorName.isEmpty() ? record.operatorId : record.operatorName;
        view.windowId = record.windowId;
        if (record.purpose) {
            view.reason = record.purpose->reason;
            view.itemName = record.purpose->itemId.isEmpty() ? QString() : itemName(catalogue, record.purpose->itemId);
            view.consent = record.purpose->consent;
            view.thisCase = !openCase.isNull() && QUuid::fromString(record.purpose->caseId) == openCase;
        }
        for (const wire::FoundType &found : record.found) {
            const domain::CertificateType *type = catalogue.certificateType(found.typeId);
            view.found.append({type ? type->name : found.typeId, found.count});
        }
        view.refused = record.refused;
        view.answered = record.outcome == wire::LookupOutcome::Answered;
        views.prepend(view);
    }
    return views;
}

} // namespace yichuang::desk
