// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/** The record of a case, from memory or from the tables; a null `current` when the store does not know it. */
[[nodiscard]] CaseRecord &caseRecord(Writing &writing, const domain::CaseId &id);
/** Forgets decoded cases when there are many; between two use cases, for references into the cache end with it. */
void trimRecords(Writing &writing);
/** Writes snapshot, list row, search and counters from the record, and tells of the change. */
void writeCase(Writing &writing, CaseRecord &record);
/** Writes the confirmed state; writeCase follows. */
void writeConfirmed(Writing &writing, const CaseRecord &record);

/** A case as it is handed out; STO-003 when the store does not know it. */
[[nodiscard]] domain::Result<StoredCase> storedCase(Writing &writing, const domain::CaseId &id);
/** The same with its place, which only whoever opens it asks for: no save waits for it. */
[[nodiscard]] domain::Result<StoredCase> openedCase(Writing &writing, const domain::CaseId &id);
/** The same from the tables alone; for the reading connection. */
[[nodiscard]] domain::Result<StoredCase> readBack(Sql &sql, const domain::CaseId &id);
[[nodiscard]] domain::Result<StoredCase> lastDraft(Writing &writing, const QString &operatorId);

[[nodiscard]] domain::Result<void> saveScratch(Writing &writing, const domain::CaseId &id, const QString &field,
                                               const QString &text, const QString &place);
[[nodiscard]] domain::Result<void> savePlace(Writing &writing, const domain::CaseId &id, const QString &place);
[[nodiscard]] domain::Result<void> dropScratch(Writing &writing, const domain::CaseId &id, const QStringList &fields);
[[nodiscard]] domain::Result<void> clearScratch(Writing &writing, const domain::CaseId &id);

} // namespace yichuang::store
