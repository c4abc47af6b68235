// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlError>
#include <QSqlQuery>
#include <vault/vault.h>

namespace yichuang::vault::test {

/** A key of 32 equal bytes. */
inline KeyHandle keyOf(char byte)
{
    QByteArray bytes(qsizetype(SecureKey::Size), byte);
    return std::make_shared<SecureKey>(SecureKey::take(bytes));
}

inline VaultRequest writerOf(const QString &file, char key = 'k')
{
    VaultRequest request;
    request.file = file;
    request.key = keyOf(key);
    request.highestVersion = 3;
    return request;
}

inline VaultRequest readerOf(const QString &file, char key = 'k')
{
    VaultRequest request = writerOf(file, key);
    request.role = CipherRole::Reader;
    return request;
}

/** Runs one statement; its error text, empty when it worked. */
inline QString run(Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.database());
    return query.exec(sql) ? QString() : query.lastError().text() + QLatin1Char(' ') + query.lastError().nativeErrorCode();
}

/** The first column of the first row; invalid when there is none. */
inline QVariant ask(Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.database());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

} // namespace yichuang::vault::test
