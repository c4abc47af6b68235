// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vault/cipherdriver.h>
#include <vault/securekey.h>

struct sqlite3;

namespace yichuang::vault {

/** What QSqlDatabase::setConnectOptions said. */
struct CipherOptions {
    CipherRole role = CipherRole::Writer;
    bool create = false;
    int busyMs = 5000;
};

/** Reads "ROLE=READER;CREATE;BUSY_TIMEOUT=ms" in any order; what it does not know it ignores. */
[[nodiscard]] CipherOptions parseCipherOptions(const QString &options);

/** sqlite3_key_v2 or sqlite3_rekey_v2. */
enum class KeyCall { Key, Rekey };

/** Hands a raw 256-bit key over in SQLCipher's x'..' form (no key derivation) and wipes the text. An SQLite code. */
[[nodiscard]] int applyRawKey(sqlite3 *db, const SecureKey &key, KeyCall call);

/** The answer of PRAGMA cipher_version; empty when the library linked is not SQLCipher. */
[[nodiscard]] QString askCipherVersion(sqlite3 *db);

/**
 * Every setting of a keyed connection, in the order that matters: the vacuum mode of a new file before its first page,
 * then the journal, then the rest, DEFENSIVE last. An SQLite code.
 */
[[nodiscard]] int configureConnection(sqlite3 *db, const CipherOptions &options);

} // namespace yichuang::vault
