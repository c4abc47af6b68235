// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/**
 * Applies the commands one after the other to the current case, each at the end or in the place that `places` gives it; all
 * or none. Errors of apply, CASE-002 for a place that is no longer in the journal, CASE-006 for two cases.
 */
[[nodiscard]] domain::Result<StoredCase> submitAll(Writing &writing, const QList<domain::CaseCommand> &commands,
                                                   const domain::Stamp &stamp, const Places &places);

} // namespace yichuang::store
