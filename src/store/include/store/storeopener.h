// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/casestore.h>

#include <domain/uuid7.h>
#include <functional>
#include <vault/keyprovider.h>

namespace yichuang::store {

/** What openStore needs to know. */
struct OpenOptions {
    QString profileFolder;                     ///< made when it does not exist
    std::shared_ptr<vault::KeyProvider> keys;  ///< kept until the store is open; lives on the calling thread
    bool throwAway = false;                    ///< demo: the folder is marked, so that an ephemeral key may be used in it
    QObject *owner = nullptr;                  ///< an opening that is not over when it goes is given up with it, its files closed
    std::function<bool()> failStatement;       ///< tests: asked before every SQL statement, on the store's threads; true makes it fail
};

using Opened = domain::Result<std::shared_ptr<CaseStore>>;

/** The schema of the store that this build makes, and up to which it migrates. */
[[nodiscard]] int storeSchema();

/**
 * Opens the store of a profile: key from the keychain, writer and reader on their own threads, migrations. A store that is
 * to be migrated is copied before to "store.db.schemaN.unproved"; a newer one beside which such a copy lies was migrated by
 * a version that never came to work with it: the copy takes its place, the newer one is kept. Never blocks;
 * the calling thread needs an event loop, and there the future ends. `clock` must outlive the store. The store may be
 * let go on any thread but its own two. Errors: those of Vault::open and KeyProvider (VLT), KeychainUnavailable when it is
 * given up; STO-005 for a migration that failed, or for which no copy could be made, and which left the store as it was, or
 * STO-002 where the disk was full.
 */
[[nodiscard]] QFuture<Opened> openStore(OpenOptions options, const domain::Clock &clock);

/**
 * The program works with the migrated store: nobody goes back by himself any more. The copy made before stays as
 * "store.db.schemaN" for 30 days. To be called once the store is open and before anybody writes to it. True when there was
 * such a copy.
 */
bool keepMigration(const QString &profileFolder);

/** Renames the store of a profile out of the way, never deleting it; the next openStore makes a new one. VLT-007, VLT-009. */
[[nodiscard]] QFuture<domain::Result<void>> setStoreAside(const QString &profileFolder);

/** The store's file in a profile folder. */
[[nodiscard]] QString storeFile(const QString &profileFolder);

} // namespace yichuang::store
