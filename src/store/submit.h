// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/** Applies the commands one after the other to the current case; all or none. Errors of apply, CASE-006 for two cases. */
[[nodiscard]] domain::Result<StoredCase> submitAll(Writing &writing, const QList<domain::CaseCommand> &commands,
                                                   const domain::Stamp &stamp);

} // namespace yichuang::store
