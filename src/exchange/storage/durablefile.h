// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::exchange {

// Steps on files that survive a power cut once they have answered. Errors: SVC-013 with the file and the system's words.

/** What is in the file is on the disk. */
[[nodiscard]] domain::Result<void> flushFile(const QString &file);
/** Gives a file a second name on the same disk. */
[[nodiscard]] domain::Result<void> linkFile(const QString &file, const QString &name);
/** Puts a flushed file in the place of another, or of none, in one step. */
[[nodiscard]] domain::Result<void> replaceFile(const QString &from, const QString &to);

} // namespace yichuang::exchange
