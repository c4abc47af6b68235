// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <QSqlDatabase>
#include <vault/connection.h>

namespace yichuang::vault {

/** What Vault::open hands to a Connection. */
struct Connection::Private {
    QString file;
    QString name;
    CipherRole role = CipherRole::Writer;
    bool isNew = false;
    bool withPending = false;
    int version = 0;
    /** VaultMarker::filled. */
    bool filled = false;
    /** VaultMarker::damageMet, as found at opening. */
    bool damageMet = false;
    /** SecureKey::keyId of the key the store is encrypted with. */
    QString keyId;
    std::unique_ptr<QLockFile> lock;
    QSqlDatabase db;
    /** Owned by `db`. */
    CipherDriver *driver = nullptr;

    Private() = default;
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
};

} // namespace yichuang::vault
