// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::desk {

using domain::Missing;

namespace {

/** With the plan's words for what the exchange names; nothing when the plan does not hold it any more, or never held it. */
std::optional<Missing> namedIn(const domain::CasePlan &plan, const Missing &named)
{
    const QString &target = named.target;
    if (named.kind == Missing::Kind::Material) {
        for (const domain::PlannedMaterial &material : plan.materials) {
            if (material.key == target)
                return Missing{named.kind, target, material.name, material.uses.isEmpty() ? QString() : material.uses.first().itemId};
        }
    } else if (named.kind == Missing::Kind::Field) {
        for (const domain::PlannedField &field : plan.fields) {
            if (field.field.id == target)
                return Missing{named.kind, target, field.field.label, field.itemIds.value(0)};
        }
    } else if (named.kind == Missing::Kind::Answer) {
        for (const domain::PlannedSituation &situation : plan.situations) {
            if (situation.key == target)
                return Missing{named.kind, target, situation.situation.question, {}};
        }
    }
    return std::nullopt;
}

bool isOpen(const domain::CasePlan &plan, const Missing &named)
{
    return std::any_of(plan.missing.cbegin(), plan.missing.cend(), [&named](const Missing &one) { return one.kind == named.kind && one.target == named.target; });
}

const domain::PlannedMaterial *materialOf(const domain::CasePlan &plan, const Missing &named)
{
    const auto found = std::find_if(plan.materials.cbegin(), plan.materials.cend(), [&named](const domain::PlannedMaterial &material) { return material.key == named.target; });
    return named.kind == Missing::Kind::Material && found != plan.materials.cend() ? &*found : nullptr;
}

/** The opening that fell before a receipt; null: the case was known, and the receipt has a reason of its own. */
const store::TimelineRow *refusedOpening(const QList<store::TimelineRow> &rows, const store::TimelineRow *receipt)
{
    if (!receipt->error || receipt->error->code != domain::FailureCode::CaseUnknown)
        return nullptr;
    const store::TimelineRow *opening = nullptr;
    for (const store::TimelineRow *row = rows.constData(); row != receipt; ++row) {
        if (row->state == store::CommandState::Refused && std::holds_alternative<domain::command::OpenCase>(row->command.body))
            opening = row;
    }
    return opening;
}

} // namespace

const store::TimelineRow *refusedReceipt(const domain::Case &onCase, const QList<store::TimelineRow> &rows)
{
    const auto last = std::find_if(rows.crbegin(), rows.crend(), [](const store::TimelineRow &row) { return std::holds_alternative<domain::command::ReceiveMaterials>(row.command.body); });
    const bool refused = last != rows.crend() && last->state == store::CommandState::Refused;
    return refused && domain::cameBack(onCase, last->command) ? &*last : nullptr;
}

std::optional<ReturnedView> layReturned(domain::CasePlan &plan, const domain::Case &onCase, const QList<store::TimelineRow> &rows, bool listedBefore)
{
    const store::TimelineRow *refused = refusedReceipt(onCase, rows);
    if (!refused)
        return std::nullopt;
    ReturnedView view;
    view.receipt = std::get<domain::command::ReceiveMaterials>(refused->command.body).provisionalReceipt;
    const store::TimelineRow *opening = refusedOpening(rows, refused);
    view.error = (opening ? opening : refused)->error.value_or(domain::Error());
    view.listedBefore = listedBefore;
    if (view.error.code == domain::FailureCode::CaseMaterialsMissing) {
        const QList<Missing> named = domain::readMissing(view.error.detail);
        for (const Missing &one : named) {
            if (const auto found = namedIn(plan, one))
                view.missing.append(*found);
        }
    }
    for (const Missing &named : std::as_const(view.missing)) {
        const domain::PlannedMaterial *material = materialOf(plan, named);
        if (!material)
            continue;
        const bool onOldWord = listedBefore && material->status == domain::MaterialStatus::FromCertificate;
        if (onOldWord)
            plan.missing.append(named);
        if (onOldWord || (material->status == domain::MaterialStatus::Missing && !material->unusable.isEmpty()))
            view.unusable.insert(named.target);
    }
    // Whoever gave something since has mended it, unless what was named is missing still. An opening is mended by the next F9 alone.
    const bool untouched = opening || refused == &rows.last();
    const bool open = std::any_of(view.missing.cbegin(), view.missing.cend(), [&plan](const Missing &named) { return isOpen(plan, named); });
    return untouched || open ? std::optional(view) : std::nullopt;
}

} // namespace yichuang::desk
