// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlError>
#include <domain/error.h>

namespace yichuang::vault {

/** SQLite's extended result code in an error of our driver; -1 when it holds none. */
[[nodiscard]] int sqliteCode(const QSqlError &error);

/**
 * The product's failure for an error of our driver: VaultDamaged, VaultNotWritable, StoreDiskFull (retryable),
 * StoreFailed (retryable for busy, locked and interrupted). The detail names the code and never repeats SQLite's own
 * message, which may quote what was searched for.
 */
[[nodiscard]] domain::Error toError(const QSqlError &error);

} // namespace yichuang::vault
