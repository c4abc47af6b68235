// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/cipherdriver.h>

#include "ciphererror.h"
#include "cipherresult.h"
#include "cipherschema.h"
#include "ciphersetup.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

/** The net beneath whoever moves the journal while nothing waits: 16 MiB are not grown much further. */
constexpr int longestJournal = 4000;

/** Told by SQLite after every commit; stands where its own automatic checkpoint would. */
int noteJournal(void *handle, sqlite3 *db, const char *schema, int pages)
{
    static_cast<CipherHandle *>(handle)->journalPages = pages;
    // What cannot move now moves at a later commit.
    if (pages >= longestJournal)
        sqlite3_wal_checkpoint_v2(db, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

} // namespace

CipherDriver::CipherDriver(QObject *parent) : QSqlDriver(parent), m_handle(std::make_shared<CipherHandle>()) {}

CipherDriver::~CipherDriver()
{
    CipherDriver::close();
}

void CipherDriver::setKey(KeyHandle key)
{
    m_key = std::move(key);
}

bool CipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case NamedPlaceholders:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case LowPrecisionNumbers:
    case FinishQuery:
    case CancelQuery:
        return true;
    default:
        return false;
    }
}

bool CipherDriver::failOpen(const QString &what, int rc)
{
    setLastError(cipherError(*m_handle, what, rc));
    const QMutexLocker guard(&m_handle->mutex);
    sqlite3_close_v2(m_handle->db);
    m_handle->db = nullptr;
    setOpenError(true);
    return false;
}

bool CipherDriver::open(const QString &file, const QString &, const QString &, const QString &, int,
                        const QString &options)
{
    close();
    m_handle->damage = 0;
    const CipherOptions wanted = parseCipherOptions(options);
    m_role = wanted.role;
    const KeyHandle key = std::move(m_key);
    m_key.reset();
    if (!key || !key->isValid())
        return failOpen(u"No database key"_s, SQLITE_AUTH);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX
        | (wanted.create && wanted.role == CipherRole::Writer ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *db = nullptr;
    int rc = sqlite3_open_v2(file.toUtf8().constData(), &db, flags, nullptr);
    {
        const QMutexLocker guard(&m_handle->mutex);
        m_handle->db = db;
    }
    if (rc != SQLITE_OK)
        return failOpen(u"The database file cannot be opened"_s, rc);
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, wanted.busyMs);
    m_handle->busyMs = wanted.busyMs;
    // An unrelated SQLite ignores the key and would write plain text.
    if (askCipherVersion(db).isEmpty())
        return failOpen(u"The library linked is not SQLCipher"_s, SQLITE_ERROR);
    sqlite3_exec(db, "PRAGMA cipher_log_level=NONE", nullptr, nullptr, nullptr);
    rc = applyRawKey(db, *key, KeyCall::Key);
    if (rc != SQLITE_OK)
        return failOpen(u"The database key cannot be set"_s, rc);
    // The first real read: SQLITE_NOTADB here means a wrong key, or no database of ours at all.
    rc = sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return failOpen(u"The database cannot be read with this key"_s, rc);
    rc = configureConnection(db, wanted);
    if (rc != SQLITE_OK)
        return failOpen(u"The connection cannot be configured"_s, rc);
    if (wanted.role == CipherRole::Writer)
        sqlite3_wal_hook(db, noteJournal, m_handle.get());
    setOpen(true);
    setOpenError(false);
    return true;
}

void CipherDriver::close()
{
    if (!m_handle->db)
        return;
    for (CipherResult *result : std::as_const(m_handle->results))
        result->driverClosing();
    const QMutexLocker guard(&m_handle->mutex);
    const int rc = sqlite3_close(m_handle->db);
    if (rc != SQLITE_OK) {
        setLastError(cipherError(*m_handle, u"The database did not close"_s, rc));
        sqlite3_close_v2(m_handle->db);
    }
    m_handle->db = nullptr;
    setOpen(false);
    setOpenError(false);
}

bool CipherDriver::rekey(const SecureKey &newKey)
{
    const int rc = m_handle->db && newKey.isValid() ? applyRawKey(m_handle->db, newKey, KeyCall::Rekey) : SQLITE_MISUSE;
    if (rc != SQLITE_OK)
        setLastError(cipherError(*m_handle, u"The database key cannot be changed"_s, rc));
    return rc == SQLITE_OK;
}

bool CipherDriver::isReadOnly() const
{
    return m_handle->db && sqlite3_db_readonly(m_handle->db, "main") == 1;
}

int CipherDriver::journalPages() const
{
    return m_handle->journalPages;
}

bool CipherDriver::moveJournal()
{
    m_handle->journalPages = 0;
    return runSimple("PRAGMA wal_checkpoint(PASSIVE)", u"The journal did not move"_s);
}

bool CipherDriver::emptyJournal()
{
    if (!m_handle->db)
        return false;
    sqlite3_busy_timeout(m_handle->db, 0);
    const int rc = sqlite3_wal_checkpoint_v2(m_handle->db, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle->db, m_handle->busyMs);
    if (rc == SQLITE_OK)
        m_handle->journalPages = 0;
    return rc == SQLITE_OK;
}

QString CipherDriver::cipherVersion()
{
    sqlite3 *db = nullptr;
    QString version;
    if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK)
        version = askCipherVersion(db);
    sqlite3_close_v2(db);
    return version;
}

QSqlResult *CipherDriver::createResult() const
{
    return new CipherResult(this, m_handle);
}

bool CipherDriver::runSimple(const char *sql, const QString &what)
{
    if (!isOpen() || isOpenError())
        return false;
    const int rc = sqlite3_exec(m_handle->db, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) {
        QSqlError error = cipherError(*m_handle, what, rc);
        // Qt promises a transaction error here, unless the file itself is at fault.
        if (error.type() == QSqlError::StatementError)
            error = QSqlError(what, error.databaseText(), QSqlError::TransactionError, error.nativeErrorCode());
        setLastError(error);
    }
    return rc == SQLITE_OK;
}

bool CipherDriver::beginTransaction()
{
    // A reader cannot take the write lock; its deferred transaction gives it one snapshot for several queries.
    return runSimple(m_role == CipherRole::Reader ? "BEGIN" : "BEGIN IMMEDIATE", u"The transaction did not begin"_s);
}

bool CipherDriver::commitTransaction()
{
    return runSimple("COMMIT", u"The transaction did not commit"_s);
}

bool CipherDriver::rollbackTransaction()
{
    return runSimple("ROLLBACK", u"The transaction did not roll back"_s);
}

QStringList CipherDriver::tables(QSql::TableType kinds) const
{
    return isOpen() ? listTables(QSqlQuery(createResult()), kinds) : QStringList();
}

QSqlRecord CipherDriver::record(const QString &table) const
{
    return isOpen() ? QSqlRecord(describeTable(QSqlQuery(createResult()), table, false)) : QSqlRecord();
}

QSqlIndex CipherDriver::primaryIndex(const QString &table) const
{
    return isOpen() ? describeTable(QSqlQuery(createResult()), table, true) : QSqlIndex();
}

QVariant CipherDriver::handle() const
{
    return QVariant::fromValue(m_handle->db);
}

QString CipherDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || (identifier.startsWith(u'"') && identifier.endsWith(u'"')))
        return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', "\"\""_L1).prepend(u'"').append(u'"');
    if (type == TableName)
        escaped.replace(u'.', "\".\""_L1);
    return escaped;
}

bool CipherDriver::cancelQuery()
{
    const QMutexLocker guard(&m_handle->mutex);
    if (!m_handle->db)
        return false;
    sqlite3_interrupt(m_handle->db);
    return true;
}

} // namespace yichuang::vault
