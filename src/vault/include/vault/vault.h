// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <vault/connection.h>
#include <vault/securekey.h>

namespace yichuang::vault {

/**
 * PRAGMA user_version of a schema that older builds from `readableFrom` on can work with as well: they know the version they
 * are told in the upper half, and leave the store as it is. A schema that only its own builds know is the plain number.
 */
[[nodiscard]] constexpr int userVersion(int version, int readableFrom)
{
    return readableFrom < version ? readableFrom << 16 | version : version;
}

/** What Vault::open needs to know. */
struct VaultRequest {
    QString file;
    CipherRole role = CipherRole::Writer;
    KeyHandle key;
    /** The key of a rotation that may have been cut short, from KeyAnswer::pending; tried when `key` does not fit. */
    KeyHandle pendingKey;
    /** The highest schema the caller can work with; a newer one that says it can be read by this one opens as well. */
    int highestVersion = 0;
    /** How long a statement waits for the write lock. */
    int busyMs = 5000;
};

/** The encrypted store as a file: opening it with a diagnosis, and getting an unreadable one out of the way. */
class Vault
{
public:
    /** PRAGMA application_id of every store ("YiCh"). */
    static constexpr int ApplicationId = 0x59694368;

    /**
     * Opens a connection on the calling thread. The writer takes the lock file "<file>.lock" and makes the store when
     * there is none and never was one; readers want an existing store and a writer of the same process.
     * Failures: CipherMissing, KeyMissing (no key given), KeyWrong, VaultForeignFile, VaultDamaged (also a settled store without
     * its tables), VaultNewer,
     * VaultNotWritable, VaultInUse (retryable), StoreDiskFull. A store that cannot be opened is left as it is.
     */
    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>> open(const VaultRequest &request);

    /** Makes the empty file of a store to come, so that a key never exists without one. VaultNotWritable. */
    [[nodiscard]] static domain::Result<void> reserve(const QString &file);

    /** True when a store is or was there, so that a missing key is a failure (see KeyProvider::acquire). */
    [[nodiscard]] static bool exists(const QString &file);

    /**
     * Renames the store with its journal and marker to "<file>.unreadable-<UTC time>", never deleting anything, and
     * answers the new path. No connection may be open (VaultInUse); VaultNotWritable when a file does not move.
     */
    [[nodiscard]] static domain::Result<QString> setAside(const QString &file, const QDateTime &now);

    /**
     * Copies a store that nobody has open to another file, whole and on the disk or not at all; it opens with the same key.
     * VaultInUse (retryable), VaultNotWritable, StoreDiskFull.
     */
    [[nodiscard]] static domain::Result<void> copy(const QString &file, const QString &to);

    /**
     * Puts such a copy into the store's place. What was there keeps lying beside it, with its journal, as
     * "<file>.replaced-<UTC time>". Cut short, it can be done again: a whole store lies in its place at every moment.
     * VaultInUse, VaultNotWritable.
     */
    [[nodiscard]] static domain::Result<void> putBack(const QString &file, const QString &copy, const QDateTime &now);
};

} // namespace yichuang::vault
