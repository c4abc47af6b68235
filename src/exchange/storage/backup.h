// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDateTime>

namespace yichuang::exchange {

/** The exchange's database in a data folder. */
[[nodiscard]] QString databaseFile(const QString &folder);

/**
 * Writes the database of a folder, which may be in use, to `target` as of one moment. What stands at `target` is replaced
 * only by a copy that is whole, checked and on the disk. Never migrates. Errors: APP-003 no database there; SVC-013.
 */
[[nodiscard]] domain::Result<void> backUpDatabase(const QString &folder, const QString &target);

/**
 * Looks whether a file is an undamaged database of an exchange that this program can open, and answers its schema.
 * Errors: APP-003 with what is wrong.
 */
[[nodiscard]] domain::Result<qint64> checkBackup(const QString &file);

/**
 * The newest copy that a migration left in a folder and that this program can work with, where it cannot work with the database
 * itself: what the program before goes on with. Errors: APP-003 with why there is nothing to go back to, or no need.
 */
[[nodiscard]] domain::Result<QString> copyBeforeMigration(const QString &folder);

/**
 * Puts a backup in the place of the database. The one that was there stays beside it as
 * "exchange.db.replaced-<UTC time>"; the answer is its path, empty when there was none. Refuses while any process has the
 * database open. Errors: those of checkBackup, and SVC-013 with nothing changed.
 */
[[nodiscard]] domain::Result<QString> restoreDatabase(const QString &folder, const QString &backup, const QDateTime &now);

} // namespace yichuang::exchange
