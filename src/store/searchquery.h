// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "searchwords.h"
#include "sql.h"

#include <store/storevalues.h>

namespace yichuang::store {

/** One page of the cases that fit every term, newest first. `below`: only cases that sort below it. */
[[nodiscard]] ListPage searchedPage(Sql &sql, const ListQuery &query, int limit, const QList<Term> &terms, qint64 below);

} // namespace yichuang::store
