// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>

/** Values of the command, feed and case routes. */
namespace yichuang::wire {

/** Most commands that one request may carry. */
inline constexpr int maxCommandsPerRequest = 200;

struct CommandBatch {
    QList<domain::CaseCommand> commands;
    friend bool operator==(const CommandBatch &, const CommandBatch &) = default;
};

/** Applied now; already in (same id, same body); lost against another change; or not allowed. */
enum class CommandOutcome { Applied, Duplicate, Conflict, Rejected };

struct CommandResult {
    domain::CommandId commandId;
    CommandOutcome outcome = CommandOutcome::Rejected;
    qint64 sequence = 0;     ///< feed cursor of the event; 0 unless applied or duplicate
    std::optional<domain::Stamp> stamp;
    qint64 revision = 0;     ///< of the part or the shared data, as the exchange has it now
    std::optional<domain::Error> error;
    friend bool operator==(const CommandResult &, const CommandResult &) = default;
};

struct CommandAnswer {
    QList<CommandResult> results; ///< in the order of the commands
    friend bool operator==(const CommandAnswer &, const CommandAnswer &) = default;
};

struct FeedAnswer {
    QList<domain::CaseEvent> events;
    qint64 next = 0;         ///< cursor for the next call; also moves over events the caller may not see
    bool more = false;       ///< ask again at once
    friend bool operator==(const FeedAnswer &, const FeedAnswer &) = default;
};

/** A case with its events; "case" in JSON. */
struct CaseAnswer {
    domain::Case snapshot;
    QList<domain::CaseEvent> events;
    friend bool operator==(const CaseAnswer &, const CaseAnswer &) = default;
};

} // namespace yichuang::wire
