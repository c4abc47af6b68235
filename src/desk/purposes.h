// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>
#include <domain/catalogue.h>
#include <domain/materialplan.h>

namespace yichuang::desk {

/**
 * The purpose of a query as the case tells it: "identity-check" while nothing is chosen, "life-event" for one, "apply-item" for
 * items alone, with the matter's name in the reason. A hall whose catalogue lacks such a category gets its first one.
 */
[[nodiscard]] domain::UsePurpose purposeFor(const domain::Catalogue &catalogue, const domain::Case &onCase,
                                            domain::UsePurpose::Consent consent, const QString &itemId);

/** The first item of the case with a material for which this certificate may be used; empty: no item asks for it. */
[[nodiscard]] QString itemAskingFor(const domain::CasePlan &plan, const QString &identifier);

} // namespace yichuang::desk
