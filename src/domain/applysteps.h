// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>

namespace yichuang::domain {

/** What every step of apply gets: permission, revision and state were checked before. */
struct ApplyContext {
    const CaseCommand &command;
    const Stamp &stamp;
};

/** Changes the shared data in place; on an error the case is thrown away by the caller. */
[[nodiscard]] Result<void> applyShared(Case &onCase, const ApplyContext &context);

/** Changes one part in place; on an error the case is thrown away by the caller. */
[[nodiscard]] Result<void> applyPart(const Case &before, CasePart &part, const ApplyContext &context);

/** After the decision of a part: those that waited for it alone start their clocks; no revision of theirs grows. */
[[nodiscard]] Result<void> startClocks(const Case &before, Case &after, const ApplyContext &context);

/** Upper bounds of the lists a case may hold. */
constexpr qsizetype mostParts = 60;
constexpr qsizetype mostEntries = 1000;

} // namespace yichuang::domain
