// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "sql.h"

#include <vault/sqlerror.h>

#include <QDateTime>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;

Sql::Sql(QSqlDatabase db, Fault fault) : m_db(std::move(db)), m_fault(std::move(fault)) {}

void Sql::begin()
{
    m_error.reset();
    run(u"BEGIN IMMEDIATE"_s);
}

domain::Result<void> Sql::commit()
{
    run(u"COMMIT"_s);
    if (m_error) {
        const domain::Error error = *m_error;
        rollback();
        return tl::unexpected(error);
    }
    return {};
}

void Sql::rollback()
{
    m_error.reset();
    // A statement still stepping keeps its read lock, which would keep the journal from being emptied.
    for (const auto &query : std::as_const(m_prepared))
        query->finish();
    // Fails harmlessly when SQLite has rolled back by itself, as it does on a full disk.
    QSqlQuery query(m_db);
    query.exec(u"ROLLBACK"_s);
}

void Sql::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery *query = exec(statement, values);
    if (!query)
        return;
    m_changed = query->numRowsAffected();
    query->finish();
}

QList<Row> Sql::rows(const QString &statement, const QVariantList &values)
{
    QList<Row> answer;
    int columns = -1;
    walk(statement, values, [&](const QSqlQuery &query) {
        // A record is made anew each time it is asked for.
        if (columns < 0)
            columns = query.record().count();
        Row row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        answer.append(std::move(row));
        return true;
    });
    return answer;
}

Row Sql::row(const QString &statement, const QVariantList &values)
{
    const QList<Row> all = rows(statement, values);
    return all.isEmpty() ? Row() : all.first();
}

void Sql::walk(const QString &statement, const QVariantList &values,
               const std::function<bool(const QSqlQuery &)> &each)
{
    QSqlQuery *query = exec(statement, values);
    if (!query)
        return;
    bool wanted = true;
    while (wanted && query->next())
        wanted = each(*query);
    if (wanted && query->lastError().isValid())
        fail(vault::toError(query->lastError()));
    query->finish();
}

void Sql::fail(domain::Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

domain::Result<void> Sql::takeResult()
{
    if (!m_error)
        return {};
    const domain::Error error = *std::exchange(m_error, {});
    return tl::unexpected(error);
}

bool Sql::isFaulted()
{
    if (!m_fault || !m_fault())
        return false;
    fail({FailureCode::StoreFailed, u"fault on request"_s, false});
    return true;
}

QSqlQuery *Sql::exec(const QString &statement, const QVariantList &values)
{
    if (m_error || isFaulted())
        return nullptr;
    std::shared_ptr<QSqlQuery> &query = m_prepared[statement];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_db);
        query->setForwardOnly(true);
        if (!query->prepare(statement)) {
            fail(vault::toError(query->lastError()));
            m_prepared.remove(statement);
            return nullptr;
        }
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        fail(vault::toError(query->lastError()));
        return nullptr;
    }
    return query.get();
}

QVariant columnOf(const QUuid &id)
{
    return id.toRfc4122();
}

QVariant columnOf(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant();
}

QVariant columnOf(QDate day)
{
    return day.isValid() ? QVariant(day.toJulianDay()) : QVariant();
}

QUuid idFrom(const QVariant &column)
{
    return QUuid::fromRfc4122(column.toByteArray());
}

QDateTime momentFrom(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

QDate dayFrom(const QVariant &column)
{
    return column.isNull() ? QDate() : QDate::fromJulianDay(column.toLongLong());
}

} // namespace yichuang::store
