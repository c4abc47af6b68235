// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/storevalues.h>

namespace yichuang::store {

/** What a rebase found out about one command. */
struct RebasedCommand {
    StoredCommand row;
    bool moved = false;      ///< base revision, state or error differ from before
};

struct Rebased {
    domain::Case current;    ///< null id: nothing of the case is left
    QList<RebasedCommand> commands;
};

/**
 * The current case: the confirmed one, then every command of this desk that is still on its way, in order of making, its
 * base revision rewritten to where it now applies. One that the confirmed case already holds becomes Confirmed; one
 * that no longer applies becomes Refused with the reason; one already sent keeps its base and waits for its event. Pure.
 */
[[nodiscard]] Rebased rebase(const std::optional<domain::Case> &confirmed, const QList<StoredCommand> &onTheirWay);

} // namespace yichuang::store
