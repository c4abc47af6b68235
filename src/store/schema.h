// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

namespace yichuang::store {

/** The schema this build works with. */
inline constexpr int schemaVersion = 8;

/** True for a store with something in it that migrate() would change. */
[[nodiscard]] bool needsMigration(int found, bool isNew);

/**
 * Brings a store from the version found to schemaVersion, one transaction for each step: a step that fails leaves the
 * store at the version before it. A store of a newer schema that this build can read (vault::userVersion) is left as it is.
 * Error STO-005, or STO-002 when the disk is full.
 */
[[nodiscard]] domain::Result<void> migrate(Sql &sql, int found);

} // namespace yichuang::store
