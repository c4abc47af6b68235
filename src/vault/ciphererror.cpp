// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ciphererror.h"

#include <sqlite3.h>

namespace yichuang::vault {

namespace {

constexpr int PrimaryCodeMask = 0xff;

bool tellsDamage(int rc)
{
    const int primary = rc & PrimaryCodeMask;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

} // namespace

QSqlError::ErrorType errorTypeFor(int rc)
{
    switch (rc & PrimaryCodeMask) {
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_AUTH:
        return QSqlError::ConnectionError;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QSqlError::TransactionError;
    default:
        return QSqlError::StatementError;
    }
}

QSqlError cipherError(CipherHandle &handle, const QString &what, int rc)
{
    if (handle.damage == 0 && tellsDamage(rc))
        handle.damage = rc;
    const bool misleading = handle.damage != 0 && (rc & PrimaryCodeMask) == SQLITE_NOMEM;
    const int code = misleading ? handle.damage : rc;
    const char *text = handle.db && !misleading ? sqlite3_errmsg(handle.db) : sqlite3_errstr(code);
    return QSqlError(what, QString::fromUtf8(text), errorTypeFor(code), QString::number(code));
}

QSqlError ownError(const QString &what, QSqlError::ErrorType type, int rc)
{
    return QSqlError(what, QString(), type, QString::number(rc));
}

} // namespace yichuang::vault
