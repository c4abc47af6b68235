// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/**
 * By which rule the rows of the list are made from cases. A row is made again when its case changes, so whoever changes
 * listRowOf() raises this number: rows of open cases are then renewed once, by the first build that knows it.
 */
inline constexpr int listRule = 2;

/** Does the store hold rows of an older rule? */
[[nodiscard]] bool areRowsOld(Sql &sql);
/** Of a new store: it has no rows yet. */
void noteListRule(Sql &sql);
/** The rows were made without something that is known now: they count as old. */
void forgetListRule(Sql &sql);
/** Renews the next few rows of open cases in one transaction; false when that was the last of them. */
[[nodiscard]] domain::Result<bool> renewRows(Writing &writing);

} // namespace yichuang::store
