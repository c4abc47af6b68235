// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cipherresult.h"

#include "cipherbinding.h"
#include "ciphercolumns.h"
#include "ciphererror.h"

#include <QSqlDriver>
#include <limits>
#include <sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3_stmt *)

using namespace Qt::StringLiterals;

namespace yichuang::vault {

CipherResult::CipherResult(const QSqlDriver *driver, std::shared_ptr<CipherHandle> handle)
    : QSqlResult(driver), m_handle(std::move(handle))
{
    m_handle->results.insert(this);
}

CipherResult::~CipherResult()
{
    finalize();
    m_handle->results.remove(this);
}

void CipherResult::driverClosing()
{
    finalize();
    setActive(false);
}

QVariant CipherResult::handle() const
{
    return QVariant::fromValue(m_stmt);
}

bool CipherResult::reset(const QString &sql)
{
    return prepare(sql) && exec();
}

bool CipherResult::prepare(const QString &sql)
{
    finalize();
    setSelect(false);
    if (!m_handle->db)
        return false;
    const QByteArray utf8 = sql.toUtf8();
    if (utf8.size() >= std::numeric_limits<int>::max())
        return fail(u"Unable to prepare statement"_s, SQLITE_TOOBIG);
    const char *tail = nullptr;
    const int rc =
        sqlite3_prepare_v3(m_handle->db, utf8.constData(), static_cast<int>(utf8.size()) + 1, 0, &m_stmt, &tail);
    if (rc != SQLITE_OK)
        return fail(u"Unable to prepare statement"_s, rc);
    if (tail && !QByteArrayView(tail).trimmed().isEmpty()) {
        finalize();
        setLastError(ownError(u"Unable to execute multiple statements at a time"_s, QSqlError::StatementError,
                              SQLITE_MISUSE));
        return false;
    }
    return true;
}

bool CipherResult::exec()
{
    rewindState();
    setLastError(QSqlError());
    if (!m_handle->db || !m_stmt)
        return false;
    // Its return value repeats the previous run's error.
    sqlite3_reset(m_stmt);
    sqlite3_clear_bindings(m_stmt);
    if (!bindAll())
        return false;
    const int columns = sqlite3_column_count(m_stmt);
    const bool writes = sqlite3_stmt_readonly(m_stmt) == 0;
    if (!step() && lastError().isValid())
        return false;
    m_readAhead = writes && columns > 0;
    while (m_readAhead && nextRow())
        continue;
    if (lastError().isValid())
        return false;
    m_changes = writes ? sqlite3_changes64(m_handle->db) : -1;
    setSelect(columns > 0);
    setActive(true);
    return true;
}

bool CipherResult::fetch(int row)
{
    if (!isActive() || !isSelect() || row < 0)
        return false;
    if (row == at())
        return true;
    if (!keepsRows()) {
        if (at() == QSql::AfterLastRow || row < at())
            return false;
        while (m_fetched <= row) {
            if (!nextRow())
                return afterLast();
        }
    } else {
        while (m_cache.size() <= row) {
            if (!nextRow())
                return afterLast();
        }
    }
    setAt(row);
    return true;
}

bool CipherResult::fetchFirst()
{
    if (!keepsRows() && at() != QSql::BeforeFirstRow)
        return at() == 0;
    return fetch(0);
}

bool CipherResult::fetchLast()
{
    if (!isActive() || !isSelect())
        return false;
    while (nextRow())
        continue;
    const int last = keepsRows() ? static_cast<int>(m_cache.size()) - 1 : m_fetched - 1;
    if (last < 0 || at() == QSql::AfterLastRow)
        return keepsRows() && last >= 0 ? fetch(last) : afterLast();
    setAt(last);
    return true;
}

QVariant CipherResult::data(int column)
{
    const QVariantList *row = currentRow();
    return row ? row->value(column) : QVariant();
}

bool CipherResult::isNull(int column)
{
    const QVariantList *row = currentRow();
    return !row || row->value(column).isNull();
}

int CipherResult::size()
{
    return -1;
}

int CipherResult::numRowsAffected()
{
    return static_cast<int>(qMin<qint64>(m_changes, std::numeric_limits<int>::max()));
}

QVariant CipherResult::lastInsertId() const
{
    if (!isActive() || !m_handle->db)
        return {};
    const qint64 id = sqlite3_last_insert_rowid(m_handle->db);
    return id != 0 ? QVariant(id) : QVariant();
}

QSqlRecord CipherResult::record() const
{
    if (!m_stmt || !isActive() || !isSelect())
        return {};
    return describeColumns(m_stmt, m_firstTypes);
}

void CipherResult::detachFromResultSet()
{
    if (m_stmt)
        sqlite3_reset(m_stmt);
    m_pending = false;
    m_done = true;
}

bool CipherResult::fail(const QString &what, int rc)
{
    setLastError(cipherError(*m_handle, what, rc));
    setActive(false);
    return false;
}

void CipherResult::finalize()
{
    if (m_stmt)
        sqlite3_finalize(m_stmt);
    m_stmt = nullptr;
    rewindState();
}

void CipherResult::rewindState()
{
    m_cache.clear();
    m_row.clear();
    m_firstTypes.clear();
    m_pending = m_done = m_readAhead = false;
    m_fetched = 0;
    m_changes = -1;
    setAt(QSql::BeforeFirstRow);
    setActive(false);
}

bool CipherResult::keepsRows() const
{
    return m_readAhead || !isForwardOnly();
}

const QVariantList *CipherResult::currentRow() const
{
    if (at() < 0)
        return nullptr;
    if (!keepsRows())
        return &m_row;
    return at() < m_cache.size() ? &m_cache.at(at()) : nullptr;
}

bool CipherResult::step()
{
    const int rc = sqlite3_step(m_stmt);
    if (rc == SQLITE_ROW) {
        m_pending = true;
        if (m_fetched == 0)
            m_firstTypes = storageClasses(m_stmt);
        return true;
    }
    m_done = true;
    m_pending = false;
    if (rc != SQLITE_DONE)
        fail(u"Unable to execute statement"_s, rc);
    // Releases the read lock at once.
    sqlite3_reset(m_stmt);
    return false;
}

bool CipherResult::nextRow()
{
    if (!m_pending && (m_done || !m_stmt || !step()))
        return false;
    m_pending = false;
    ++m_fetched;
    if (keepsRows())
        m_cache.append(readRow(m_stmt));
    else
        m_row = readRow(m_stmt);
    return true;
}

bool CipherResult::bindAll()
{
    const int wanted = sqlite3_bind_parameter_count(m_stmt);
    const bool named = bindingSyntax() == NamedBinding;
    const int given = boundValueCount();
    // A name may stand twice in a statement: SQLite then counts it once, Qt twice.
    if (named ? given < wanted : given != wanted) {
        setLastError(ownError(u"Parameter count mismatch"_s, QSqlError::StatementError, SQLITE_RANGE));
        return false;
    }
    for (int i = 1; i <= wanted; ++i) {
        const char *name = sqlite3_bind_parameter_name(m_stmt, i);
        const QVariant value = named && name ? boundValue(QString::fromUtf8(name)) : boundValue(i - 1);
        const int rc = bindValueTo(m_stmt, i, value);
        if (rc != SQLITE_OK)
            return fail(u"Unable to bind parameter %1"_s.arg(i), rc);
    }
    return true;
}

bool CipherResult::afterLast()
{
    setAt(QSql::AfterLastRow);
    return false;
}

} // namespace yichuang::vault
