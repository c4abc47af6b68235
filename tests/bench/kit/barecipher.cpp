// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "barecipher.h"

#include "figures.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

namespace {

void check(sqlite3 *db, int rc, int wanted = SQLITE_OK)
{
    if (rc != wanted)
        giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
}

} // namespace

BareStatement::BareStatement(sqlite3 *db, const char *sql) : m_db(db)
{
    sqlite3_stmt *statement = nullptr;
    check(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    m_statement.reset(statement, sqlite3_finalize);
}

BareStatement &BareStatement::bind(int place, qint64 value)
{
    check(m_db, sqlite3_bind_int64(m_statement.get(), place, value));
    return *this;
}

BareStatement &BareStatement::bind(int place, const QByteArray &utf8)
{
    check(m_db, sqlite3_bind_text(m_statement.get(), place, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT));
    return *this;
}

BareStatement &BareStatement::bindBlob(int place, const QByteArray &bytes)
{
    check(m_db, sqlite3_bind_blob(m_statement.get(), place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

void BareStatement::reset()
{
    check(m_db, sqlite3_reset(m_statement.get()));
}

void BareStatement::run()
{
    check(m_db, sqlite3_step(m_statement.get()), SQLITE_DONE);
    reset();
}

int BareStatement::readAll()
{
    int rows = 0;
    int rc = sqlite3_step(m_statement.get());
    for (; rc == SQLITE_ROW; rc = sqlite3_step(m_statement.get())) {
        for (int i = 0; i < sqlite3_column_count(m_statement.get()); ++i) {
            if (sqlite3_column_type(m_statement.get(), i) == SQLITE_INTEGER)
                (void)sqlite3_column_int64(m_statement.get(), i);
            else
                (void)sqlite3_column_blob(m_statement.get(), i);
        }
        ++rows;
    }
    check(m_db, rc, SQLITE_DONE);
    reset();
    return rows;
}

QByteArray BareStatement::first()
{
    QByteArray value;
    if (sqlite3_step(m_statement.get()) == SQLITE_ROW) {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), 0));
        value = QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), 0));
    }
    reset();
    return value;
}

BareCipher::BareCipher(const QString &file, const vault::SecureKey &key)
{
    sqlite3 *db = nullptr;
    const int rc = sqlite3_open_v2(file.toUtf8().constData(), &db,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_db.reset(db, sqlite3_close);
    check(db, rc);
    const QByteArray spec = "PRAGMA key=\"x'" + key.toByteArray().toHex() + "'\"";
    exec(spec.constData());
    // As the store's connections, file format included: see configureConnection in src/vault/ciphersetup.cpp.
    exec("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
         " PRAGMA cache_size=-65536; PRAGMA mmap_size=0; PRAGMA wal_autocheckpoint=4000; PRAGMA secure_delete=FAST;"
         " PRAGMA journal_size_limit=67108864; PRAGMA busy_timeout=5000");
}

void BareCipher::exec(const char *sql)
{
    check(m_db.get(), sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr));
}

} // namespace yichuang::bench
