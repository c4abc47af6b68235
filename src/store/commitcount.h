// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

namespace yichuang::store {

/** Rows changed on this connection since it was opened. */
[[nodiscard]] qint64 totalChanges(Sql &sql);
/** The store's own count of the commits that changed something, part of each of them. */
void countCommit(Sql &sql);
[[nodiscard]] qint64 readCommits(Sql &sql);
void writeCommits(Sql &sql, qint64 commits);

} // namespace yichuang::store
