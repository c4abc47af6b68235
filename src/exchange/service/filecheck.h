// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/database.h"

#include <domain/casecommand.h>

namespace yichuang::exchange {

/**
 * Is every file that the materials name stored here, for this case and with the content they name? SVC-016 while one is not:
 * to be tried again, for files travel on their own. SVC-015 when another content lies there, SVC-013.
 */
[[nodiscard]] domain::Result<void> checkFiles(Session &session, const domain::CaseId &caseId, const QMap<QString, domain::MaterialState> &materials);

/** The materials whose files a command makes count: all of them at receipt, the one that follows after it, else none. */
[[nodiscard]] QMap<QString, domain::MaterialState> materialsThatCount(const domain::Case &before, const domain::CommandBody &body);

} // namespace yichuang::exchange
