// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cipherhandle.h"

#include <QSqlError>

namespace yichuang::vault {

/** The Qt class of an SQLite result code (plain or extended). */
[[nodiscard]] QSqlError::ErrorType errorTypeFor(int rc);

/**
 * The error of the last call on this connection. Once a page failed its check every later statement answers "out of
 * memory" (SQLCipher 4.14), so the first damage code is kept in the handle and repeated instead.
 */
[[nodiscard]] QSqlError cipherError(CipherHandle &handle, const QString &what, int rc);

/** An error the driver makes itself, with an SQLite code. */
[[nodiscard]] QSqlError ownError(const QString &what, QSqlError::ErrorType type, int rc);

} // namespace yichuang::vault
