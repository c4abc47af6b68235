// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlDatabase>
#include <domain/error.h>
#include <memory>
#include <vault/cipherdriver.h>

namespace yichuang::vault {

/**
 * One open connection of an encrypted store, made by Vault::open. It belongs to the thread that opened it and closes
 * when it is destroyed; every QSqlQuery and model on it must be gone by then. The writer holds the store's lock file.
 */
class Connection
{
public:
    struct Private;

    explicit Connection(std::unique_ptr<Private> state);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] CipherRole role() const;
    /** True when this call made the store: it has no tables yet. */
    [[nodiscard]] bool isNew() const;
    /** PRAGMA user_version as found at opening; 0 in a new store. */
    [[nodiscard]] int version() const;
    /** False until settle(): a store whose making was cut short may be made again. */
    [[nodiscard]] bool isSettled() const;
    /** True when the pending key opened the store: a rotation was cut short and its key is to be promoted. */
    [[nodiscard]] bool openedWithPending() const;

    /** Stops the statement that runs now; it fails with StoreFailed, retryable. Any thread, while this object lives. */
    void interrupt();
    /** Pages in the journal after the last commit. Writer only; beyond 4000 a commit moves them itself. */
    [[nodiscard]] int journalPages() const;
    /** Moves the journal into the store as far as readers let it, without waiting. Writer only. */
    [[nodiscard]] domain::Result<void> moveJournal();
    /**
     * Moves the journal into the store and empties it, if nobody reads at this moment: then no damage of the journal can take
     * anything away. False when somebody does. Writer only.
     */
    [[nodiscard]] bool emptyJournal();
    /** The tables are made: puts them into the store's own file, and notes beside it that from now on it always has them. Writer only. */
    [[nodiscard]] domain::Result<void> settle();
    /** Moves the journal into the store and empties it. Writer only. */
    [[nodiscard]] domain::Result<void> checkpoint();
    /** What is wrong with the pages in use and the structure, in technical English; empty when nothing is. Reads all of them. */
    [[nodiscard]] domain::Result<QStringList> checkIntegrity();
    /** Somebody met a damaged page before this opening, and nobody has found the store whole since. */
    [[nodiscard]] bool wasDamageMet() const;
    /** Notes beside the store that a damaged page was met, or that every page was found whole after that. VaultNotWritable. */
    [[nodiscard]] domain::Result<void> noteDamage(bool met);
    /**
     * Encrypts the store with another key and checkpoints. Writer only, with every other connection closed. The new key
     * must be stored as pending before (see rotateKey): if the process dies here, the old or the new key opens the store.
     */
    [[nodiscard]] domain::Result<void> rekey(const SecureKey &newKey);

private:
    std::unique_ptr<Private> m_state;
};

} // namespace yichuang::vault
