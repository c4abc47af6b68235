// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <store/storevalues.h>

namespace yichuang::store {

/** Where a page of the list starts: after this row. */
struct ListKey {
    qint64 due = std::numeric_limits<qint64>::min(); ///< DueSoon only
    qint64 sort = std::numeric_limits<qint64>::max();
    bool given = false;
};

/** The key in the form that ListPage::next and ListQuery::after carry. */
[[nodiscard]] QByteArray keyBytes(const CaseListRow &row, qint64 sort);
/** The key again; the first page for bytes that are none. */
[[nodiscard]] ListKey keyFrom(const QByteArray &bytes);
/** True when the query's filter shows the row. */
[[nodiscard]] bool isShown(const CaseListRow &row, const ListQuery &query);

} // namespace yichuang::store
