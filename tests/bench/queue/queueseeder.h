// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/benchstore.h"

namespace yichuang::bench {

/** What was seeded, for the questions that are asked afterwards. */
struct SeededQueue {
    QStringList names;     ///< applicants' names of a sample of cases
    QStringList numbers;   ///< identity and case numbers of the same
    qint64 searchRows = 0;
    double seconds = 0;
};

/**
 * Fills a closed, migrated store with a queue of cases: what the store itself would have written to list, counters and
 * search, made by the store's own functions and written in key order through the C interface, with no journal. The
 * snapshots of the cases are left out; no list or search reads them.
 */
[[nodiscard]] SeededQueue seedQueue(BenchStore &store, int cases);

} // namespace yichuang::bench
