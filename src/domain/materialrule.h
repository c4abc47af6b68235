// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

namespace yichuang::domain {

/**
 * The state as a case keeps it: what its way needs is there (CASE-020 otherwise) and the trust level is the one the
 * way can give (reference 4.5), whatever the maker claimed.
 */
[[nodiscard]] Result<MaterialState> checkedMaterialState(MaterialState state, QDate rulesDay);

} // namespace yichuang::domain
