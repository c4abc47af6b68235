// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/** Adds a command at the end of the queue. */
void insertCommand(Writing &writing, const domain::CaseCommand &command, CommandState state, const domain::Stamp &stamp);
/** Takes a command out of its case's journal; those behind it move up by one revision. */
void removeFromJournal(Writing &writing, const StoredCommand &row);
/** Moves the whole journal of a case to the outbox; the order stays. */
void queueJournal(Writing &writing, const domain::CaseId &id);
/** What this desk sent last for a case, when the exchange refused that; a refused withdrawal is passed over. */
[[nodiscard]] std::optional<domain::CaseCommand> refusedLast(Writing &writing, const domain::CaseId &id);
/** Commands of a case that the confirmed state does not hold yet: journal, pending and sent, in order. */
[[nodiscard]] QList<StoredCommand> commandsOnTheirWay(Writing &writing, const domain::CaseId &id);
[[nodiscard]] std::optional<StoredCommand> commandById(Writing &writing, const domain::CommandId &id);
/** How many commands of a case the exchange does not have yet, the journal left out. */
[[nodiscard]] int waitingOf(Writing &writing, const domain::CaseId &id);
/** Writes where a command stands: state, sequence, attempts and error. A journal row stands nowhere. */
void updateWay(Writing &writing, const StoredCommand &row);
/** Writes the command itself and its stamp. */
void updateContent(Writing &writing, const StoredCommand &row);
/** The exchange's event for a command of this desk, if it is one: Confirmed, with its sequence and stamp. */
void confirmCommand(Writing &writing, const domain::CaseEvent &event);

[[nodiscard]] domain::Result<QList<StoredCommand>> pendingCommands(Writing &writing, int limit, const QDateTime &now);
[[nodiscard]] domain::Result<QList<StoredCommand>> outbox(Writing &writing, int limit);
[[nodiscard]] domain::Result<QList<StoredCommand>> recentOutbox(Writing &writing, int limit);
[[nodiscard]] domain::Result<int> waitingCount(Writing &writing);
[[nodiscard]] domain::Result<QList<TimelineRow>> timeline(Writing &writing, const domain::CaseId &id);

} // namespace yichuang::store
