// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/connection.h>

#include "connectionstate.h"
#include "vaultmarker.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <vault/sqlerror.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

Connection::Private::~Private()
{
    if (name.isEmpty())
        return;
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Connection::Connection(std::unique_ptr<Private> state) : m_state(std::move(state)) {}

Connection::~Connection() = default;

QSqlDatabase Connection::database() const
{
    return m_state->db;
}

CipherRole Connection::role() const
{
    return m_state->role;
}

bool Connection::isNew() const
{
    return m_state->isNew;
}

int Connection::version() const
{
    return m_state->version;
}

bool Connection::isSettled() const
{
    return m_state->filled;
}

bool Connection::openedWithPending() const
{
    return m_state->withPending;
}

void Connection::interrupt()
{
    m_state->driver->cancelQuery();
}

int Connection::journalPages() const
{
    return m_state->driver->journalPages();
}

domain::Result<void> Connection::moveJournal()
{
    if (!m_state->driver->moveJournal())
        return tl::unexpected(toError(m_state->driver->lastError()));
    return {};
}

bool Connection::emptyJournal()
{
    const QFileInfo journal(m_state->file + u"-wal"_s);
    return journal.size() == 0 || m_state->driver->emptyJournal();
}

domain::Result<void> Connection::settle()
{
    if (auto emptied = checkpoint(); !emptied || m_state->filled)
        return emptied;
    VaultMarker marker = readMarker(m_state->file).value_or(VaultMarker{{m_state->keyId}});
    marker.filled = true;
    auto marked = writeMarker(m_state->file, marker);
    m_state->filled = marked.has_value();
    return marked;
}

bool Connection::wasDamageMet() const
{
    return m_state->damageMet;
}

domain::Result<void> Connection::noteDamage(bool met)
{
    VaultMarker marker = readMarker(m_state->file).value_or(VaultMarker{{m_state->keyId}, m_state->filled});
    marker.damageMet = met;
    auto marked = writeMarker(m_state->file, marker);
    if (marked)
        m_state->damageMet = met;
    return marked;
}

domain::Result<void> Connection::checkpoint()
{
    QSqlQuery query(m_state->db);
    if (!query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) || !query.next())
        return tl::unexpected(toError(query.lastError()));
    // The first column is 1 when a reader stood in the way.
    if (query.value(0).toInt() != 0)
        return domain::failure(domain::FailureCode::StoreFailed, u"a reader holds the journal"_s, true);
    return {};
}

domain::Result<QStringList> Connection::checkIntegrity()
{
    // The page check reads the main file alone: what a killed rekey left in the WAL must be in it first.
    if (m_state->role == CipherRole::Writer) {
        if (auto emptied = checkpoint(); !emptied)
            return tl::unexpected(emptied.error());
    }
    // Every page in use is read, and so checked against its HMAC. SQLCipher's own check of the file would also find fault with
    // free pages, which SQLite never writes.
    QStringList problems;
    QSqlQuery query(m_state->db);
    query.setForwardOnly(true);
    const bool isRead = query.exec(u"PRAGMA quick_check"_s);
    while (isRead && query.next()) {
        if (query.value(0).toString() != "ok"_L1)
            problems << query.value(0).toString();
    }
    // How SQLCipher tells of a page that fails its check: the statement ends, with whatever code.
    if (query.lastError().isValid())
        problems << toError(query.lastError()).detail;
    return problems;
}

domain::Result<void> Connection::rekey(const SecureKey &newKey)
{
    if (m_state->role != CipherRole::Writer || !newKey.isValid())
        return domain::failure(domain::FailureCode::InternalFault, u"rekey wants the writer and a key"_s);
    const QString newId = QString::fromLatin1(newKey.keyId());
    // The marker knows both keys before the file can have either.
    if (auto marked = writeMarker(m_state->file, {{m_state->keyId, newId}, m_state->filled, m_state->damageMet}); !marked)
        return marked;
    if (auto emptied = checkpoint(); !emptied)
        return emptied;
    if (!m_state->driver->rekey(newKey))
        return tl::unexpected(toError(m_state->driver->lastError()));
    m_state->keyId = newId;
    return checkpoint();
}

} // namespace yichuang::vault
