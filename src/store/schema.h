// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

namespace yichuang::store {

/** The schema this build works with; PRAGMA user_version of a store that is up to date. */
inline constexpr int schemaVersion = 4;

/**
 * Brings a store from the version found to schemaVersion, one transaction for each step: a step that fails leaves the
 * store at the version before it. Error STO-005, or STO-002 when the disk is full.
 */
[[nodiscard]] domain::Result<void> migrate(Sql &sql, int found);

} // namespace yichuang::store
