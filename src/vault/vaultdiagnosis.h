// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vaultmarker.h"

#include <QSqlError>
#include <domain/error.h>

namespace yichuang::vault {

/** What stands at a store's path, judged without a key. */
enum class FileState { New, Existing };

/**
 * New: nothing or an empty file, and no marker. VaultDamaged: gone, emptied or cut below one page although the marker
 * says a store existed. VaultForeignFile: plain SQLite, or too small to be a store. VaultNotWritable: no such folder,
 * or not a file.
 */
[[nodiscard]] domain::Result<FileState> inspectFile(const QString &file, const std::optional<VaultMarker> &marker);

/**
 * Why opening failed. SQLite cannot tell a wrong key, damage in the first page and a foreign file apart (26, NOTADB);
 * the marker can: an unknown key id is KeyWrong, a known one VaultDamaged. Without a marker it is KeyWrong.
 */
[[nodiscard]] domain::Error diagnoseOpen(const QSqlError &error, const std::optional<VaultMarker> &marker,
                                         const QStringList &triedKeyIds);

} // namespace yichuang::vault
