// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/casecommand.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

bool maySupersede(const CaseCommand &later, const CaseCommand &earlier)
{
    const auto *now = std::get_if<command::SetField>(&later.body);
    const auto *before = std::get_if<command::SetField>(&earlier.body);
    if (!now || !before || now->fieldId != before->fieldId)
        return false;
    if (later.caseId != earlier.caseId || later.actor != earlier.actor)
        return false;
    // A value of another source is history worth keeping: what a certificate said before it was typed over.
    const FieldSource from = before->value.source;
    const FieldSource to = now->value.source;
    return from == to || from == FieldSource::None || to == FieldSource::None;
}

Result<Case> applyInPlaceOf(const CaseCommand &earlier, const Case &before, const CaseCommand &later, const Stamp &stamp)
{
    if (before.stage != CaseStage::Draft || !before.applied.contains(earlier.id) || !maySupersede(later, earlier))
        return failure(FailureCode::CaseIllegalTransition, u"no edit to take the place of"_s);
    Case without = before;
    without.applied.remove(earlier.id);
    --without.revision;
    // No command between the two reads a field, so the order of the others does not matter to their values.
    return apply(without, later, stamp);
}

} // namespace yichuang::domain
