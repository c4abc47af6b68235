// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>
#include <domain/uuid7.h>

namespace yichuang::bench {

/** The commands of one life-event case as a window gives them: draft first, the taking of the materials last. */
struct FullCase {
    domain::CaseId id;
    QList<domain::CaseCommand> draft;      ///< applicant, agent, life event of 5 items, answers, fields, materials
    domain::CaseCommand receive;           ///< F9
    domain::Stamp stamp;
};

/** A case with ids of its own; `serial` tells the applicants apart. Ends the process when the domain refuses a command. */
[[nodiscard]] FullCase makeFullCase(const domain::Clock &clock, int serial);

} // namespace yichuang::bench
