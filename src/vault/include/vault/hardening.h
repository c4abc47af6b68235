// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::vault {

/**
 * Keeps the process's memory out of core dumps and away from other processes of the same user. Call it first in
 * main(), before a key is loaded. Linux: RLIMIT_CORE 0 and PR_SET_DUMPABLE 0; other POSIX: RLIMIT_CORE 0;
 * Windows: no error-report box. Answers what could not be done, in technical English for the log; empty when all was.
 */
[[nodiscard]] QStringList hardenProcess();

} // namespace yichuang::vault
