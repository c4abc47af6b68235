// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "database.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <atomic>
#include <map>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

std::atomic<int> nextDatabase = 0;
std::atomic<int> nextConnection = 0;

/** The driver's text names tables and columns, never values. */
tl::unexpected<domain::Error> failed(const QSqlError &error)
{
    return domain::failure(FailureCode::StorageUnavailable, error.databaseText().left(200), true);
}

} // namespace

/** One connection of one thread, with its prepared statements. */
class Database::Connection final : public Session
{
public:
    explicit Connection(const Database &owner)
        : m_owner(owner)
        , m_name(u"yichuang-exchange-%1"_s.arg(++nextConnection))
        , m_connection(QSqlDatabase::addDatabase(owner.dialect().driver(), m_name))
    {
        owner.dialect().address(m_connection);
    }
    ~Connection() override
    {
        m_prepared.clear();
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    domain::Result<void> open()
    {
        if (!m_connection.open())
            return failed(m_connection.lastError());
        for (const QString &statement : m_owner.dialect().openStatements()) {
            if (const auto done = plain(statement); !done)
                return done;
        }
        return {};
    }
    domain::Result<void> plain(const QString &sql)
    {
        if (hasFault())
            return injected();
        QSqlQuery query(m_connection);
        if (!query.exec(sql))
            return failed(query.lastError());
        return {};
    }
    domain::Result<Rows> select(const QString &sql, const QVariantList &values) override
    {
        const auto query = executed(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        Rows rows;
        const int columns = (*query)->record().count();
        while ((*query)->next()) {
            Row row;
            row.reserve(columns);
            for (int i = 0; i < columns; ++i)
                row.append((*query)->value(i));
            rows.append(std::move(row));
        }
        const QSqlError error = (*query)->lastError();
        (*query)->finish();
        if (error.isValid())
            return failed(error);
        return rows;
    }
    domain::Result<int> change(const QString &sql, const QVariantList &values) override
    {
        const auto query = executed(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        const int changed = (*query)->numRowsAffected();
        (*query)->finish();
        return changed;
    }

private:
    bool hasFault() const { return m_owner.m_fault && m_owner.m_fault(); }
    static tl::unexpected<domain::Error> injected() { return domain::failure(FailureCode::StorageUnavailable, u"fault"_s, true); }

    domain::Result<QSqlQuery *> executed(const QString &sql, const QVariantList &values)
    {
        if (hasFault())
            return injected();
        std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
        if (!query) {
            query = std::make_shared<QSqlQuery>(m_connection);
            query->setForwardOnly(true);
            if (!query->prepare(sql)) {
                const QSqlError error = query->lastError();
                m_prepared.remove(sql);
                return failed(error);
            }
        }
        for (int i = 0; i < values.size(); ++i)
            query->bindValue(i, values.at(i));
        if (!query->exec())
            return failed(query->lastError());
        return query.get();
    }

    const Database &m_owner;
    QString m_name;
    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
};

/** The connections of one thread; they close when the thread ends. */
class Database::Threads
{
public:
    static Threads &mine()
    {
        static thread_local Threads threads;
        return threads;
    }
    std::map<int, std::unique_ptr<Connection>> connections;
};

Database::Database(std::unique_ptr<Dialect> dialect)
    : m_dialect(std::move(dialect))
    , m_id(++nextDatabase)
{
}

Database::~Database()
{
    Threads::mine().connections.erase(m_id);
}

void Database::setFault(std::function<bool()> fault)
{
    m_fault = std::move(fault);
}

domain::Result<Database::Connection *> Database::connection()
{
    auto &place = Threads::mine().connections[m_id];
    if (!place) {
        auto fresh = std::make_unique<Connection>(*this);
        if (const auto opened = fresh->open(); !opened)
            return tl::unexpected(opened.error());
        place = std::move(fresh);
    }
    return place.get();
}

domain::Result<void> Database::plain(const QString &sql)
{
    const auto mine = connection();
    return mine ? (*mine)->plain(sql) : tl::unexpected(mine.error());
}

domain::Result<void> Database::begin(Connection &connection, bool writing)
{
    return connection.plain(writing ? m_dialect->beginWrite() : m_dialect->beginRead());
}

domain::Result<void> Database::end(Connection &connection, bool commit)
{
    domain::Result<void> done;
    if (commit)
        done = connection.plain(u"COMMIT"_s);
    // A transaction that cannot be ended must not be inherited by the next piece of work: a new connection starts clean.
    if ((!commit || !done) && !connection.plain(u"ROLLBACK"_s))
        Threads::mine().connections.erase(m_id);
    return done;
}

Session &Database::sessionOf(Connection &connection)
{
    return connection;
}

} // namespace yichuang::exchange
