// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

#include <store/storevalues.h>

namespace yichuang::store {

/**
 * One page of the list, newest first; DueSoon without a search earliest due first. Pages by key: a page costs the same
 * wherever it stands. Runs on the reader thread.
 */
[[nodiscard]] domain::Result<ListPage> listCases(Sql &sql, const ListQuery &query);

} // namespace yichuang::store
