// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>
#include <vault/securekey.h>

struct sqlite3;
struct sqlite3_stmt;

namespace yichuang::bench {

/** A prepared statement of the C interface: the least that any store must do. Any SQL error ends the process. */
class BareStatement
{
public:
    BareStatement(sqlite3 *db, const char *sql);

    BareStatement &bind(int place, qint64 value);
    BareStatement &bind(int place, const QByteArray &utf8);
    BareStatement &bindBlob(int place, const QByteArray &bytes);
    /** Runs a statement that gives no rows. */
    void run();
    /** Reads every column of every row and answers the number of rows. */
    int readAll();
    /** The blob or text in the first column of the first row. */
    [[nodiscard]] QByteArray first();

private:
    void reset();

    sqlite3 *m_db;
    std::shared_ptr<sqlite3_stmt> m_statement;
};

/** A connection to an encrypted file through the C interface, with the settings the store's own connections have. */
class BareCipher
{
public:
    BareCipher(const QString &file, const vault::SecureKey &key);

    void exec(const char *sql);
    [[nodiscard]] BareStatement prepare(const char *sql) { return BareStatement(m_db.get(), sql); }

private:
    std::shared_ptr<sqlite3> m_db;
};

} // namespace yichuang::bench
