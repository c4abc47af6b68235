// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/**
 * The narrow row of a case.
 * @param waiting how many of its commands the exchange does not have yet
 * @param refused what this desk sent last for it, when the exchange refused that (domain::cameBack)
 */
[[nodiscard]] CaseListRow listRowOf(const domain::Case &onCase, const QString &title, int waiting,
                                    const std::optional<domain::CaseCommand> &refused = std::nullopt);
/** The life event's name, or the first item's. */
[[nodiscard]] QString titleOf(const domain::Case &onCase, const domain::Catalogue *catalogue);
/** Does the case belong to a life event whose name this catalogue does not tell? Its row then stands under an item's name. */
[[nodiscard]] bool lacksName(const domain::Case &onCase, const domain::Catalogue *catalogue);
/** The filters that show a row, DueSoon left out: it depends on the day. */
[[nodiscard]] QList<ListFilter> filtersOf(const CaseListRow &row);

/** Writes list row, counters and search of a case from its current state. */
void writeListRow(Writing &writing, const CaseRecord &record);
/** The same for a case that nobody changed: its moment of saving stays. False when the row is as it would be made now. */
bool renewListRow(Writing &writing, const CaseRecord &record);

/** Cases by filter; DueSoon counts those due on `dueBefore` or earlier. */
[[nodiscard]] QHash<int, qint64> readCounters(Sql &sql, QDate dueBefore, const QString &draftsOf);

/** Columns of case_list in the order that rowFrom reads. */
inline constexpr int listColumnCount = 15;
[[nodiscard]] QString listColumns();
[[nodiscard]] CaseListRow rowFrom(const Row &columns);

} // namespace yichuang::store
