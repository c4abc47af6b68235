// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

struct sqlite3_stmt;

namespace yichuang::vault {

/**
 * Binds one value to parameter `index` (from 1) and returns an SQLite code. Null variants become NULL; whole numbers,
 * reals and byte arrays keep their kind; date-times become ISO 8601 with milliseconds, times hh:mm:ss.zzz, anything
 * else its text. An unsigned number above the signed 64-bit range gives SQLITE_RANGE.
 */
[[nodiscard]] int bindValueTo(sqlite3_stmt *statement, int index, const QVariant &value);

} // namespace yichuang::vault
