// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/sqlerror.h>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

using domain::FailureCode;

int sqliteCode(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    return isNumber ? code : -1;
}

domain::Error toError(const QSqlError &error)
{
    const int code = sqliteCode(error);
    if (code < 0)
        return {FailureCode::StoreFailed, error.driverText(), false};
    const QString detail =
        u"%1: SQLite %2, %3"_s.arg(error.driverText(), QString::number(code), QString::fromUtf8(sqlite3_errstr(code)));
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {FailureCode::VaultDamaged, detail, false};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {FailureCode::VaultNotWritable, detail, false};
    case SQLITE_FULL:
        return {FailureCode::StoreDiskFull, detail, true};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
        return {FailureCode::StoreFailed, detail, true};
    default:
        return {FailureCode::StoreFailed, detail, false};
    }
}

} // namespace yichuang::vault
