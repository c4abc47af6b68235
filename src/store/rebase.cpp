// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "rebase.h"

#include <domain/caserules.h>

namespace yichuang::store {

using domain::Case;

Rebased rebase(const std::optional<Case> &confirmed, const QList<StoredCommand> &onTheirWay)
{
    Rebased answer;
    answer.current = confirmed.value_or(Case());
    for (const StoredCommand &given : onTheirWay) {
        RebasedCommand next{given, false};
        domain::CaseCommand &command = next.row.command;
        if (answer.current.applied.contains(command.id)) {
            next.row.state = CommandState::Confirmed;
            next.row.lastError.reset();
            next.moved = true;
            answer.commands.append(next);
            continue;
        }
        const domain::CasePart *part = domain::isPartCommand(command.body) ? answer.current.part(command.partId) : nullptr;
        command.baseRevision = part ? part->revision : answer.current.revision;
        auto applied = domain::apply(answer.current, command, given.stamp.value_or(domain::Stamp()));
        if (given.state == CommandState::Sent) {
            // The exchange holds it as it was sent; its event brings the truth.
            next.row = given;
        } else if (!applied) {
            command.baseRevision = given.command.baseRevision;
            next.row.state = CommandState::Refused;
            next.row.lastError = applied.error();
            next.moved = true;
        } else {
            next.moved = command.baseRevision != given.command.baseRevision;
        }
        if (applied)
            answer.current = std::move(*applied);
        answer.commands.append(next);
    }
    return answer;
}

} // namespace yichuang::store
