// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/casecommand.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

bool isSameField(const command::SetField &now, const command::SetField &before)
{
    if (now.fieldId != before.fieldId)
        return false;
    // A value of another source is history worth keeping: what a certificate said before it was typed over.
    const FieldSource from = before.value.source;
    const FieldSource to = now.value.source;
    return from == to || from == FieldSource::None || to == FieldSource::None;
}

/** A file that was taken off again is nobody's business: the wrong person's paper must not travel. */
bool replacesFiles(const command::SetMaterial &now, const command::SetMaterial &before)
{
    return now.key == before.key && before.state && before.state->way == MaterialWay::FileAttached;
}

} // namespace

bool maySupersede(const CaseCommand &later, const CaseCommand &earlier)
{
    if (later.caseId != earlier.caseId || later.actor != earlier.actor)
        return false;
    const auto *field = std::get_if<command::SetField>(&later.body);
    const auto *fieldBefore = std::get_if<command::SetField>(&earlier.body);
    if (field && fieldBefore)
        return isSameField(*field, *fieldBefore);
    const auto *material = std::get_if<command::SetMaterial>(&later.body);
    const auto *materialBefore = std::get_if<command::SetMaterial>(&earlier.body);
    return material && materialBefore && replacesFiles(*material, *materialBefore);
}

Result<Case> applyInPlaceOf(const CaseCommand &earlier, const Case &before, const CaseCommand &later, const Stamp &stamp)
{
    if (before.stage != CaseStage::Draft || !before.applied.contains(earlier.id) || !maySupersede(later, earlier))
        return failure(FailureCode::CaseIllegalTransition, u"no edit to take the place of"_s);
    Case without = before;
    without.applied.remove(earlier.id);
    --without.revision;
    // No command between the two reads the field or the material, so the order of the others does not matter to their values.
    return apply(without, later, stamp);
}

} // namespace yichuang::domain
