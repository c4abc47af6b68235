// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/**
 * By which rule the rows of the list are made from cases. A row is made again when its case changes, so whoever changes
 * listRowOf() raises this number: rows of open cases are then renewed once, by the first build that knows it.
 */
inline constexpr int listRule = 3;

/** Does the store hold rows of an older rule? */
[[nodiscard]] bool areRowsOld(Sql &sql);
/** Of a new store: it has no rows yet. */
void noteListRule(Sql &sql);
/** Renews the next few rows of open cases in one transaction; false when that was the last of them. */
[[nodiscard]] domain::Result<bool> renewRows(Writing &writing);

/** Notes a case whose row was made before the catalogue told its life event's name. */
void noteUnnamed(Sql &sql, const domain::CaseId &id);
[[nodiscard]] bool areRowsUnnamed(Sql &sql);
/**
 * Gives the next few rows that were noted their names, of ended cases too, in one transaction; what the catalogue does not know
 * yet stays noted. `after` is where the pass stands, empty at its beginning; false when that was the last of them.
 */
[[nodiscard]] domain::Result<bool> nameRows(Writing &writing, QString &after);

} // namespace yichuang::store
