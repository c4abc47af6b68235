// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <domain/error.h>
#include <functional>
#include <optional>

namespace yichuang::store {

/** One row of an answer; column numbers start at 0. */
using Row = QVariantList;

/**
 * Statements on one connection, each prepared once. The first failure sticks: what follows does nothing and gives no
 * rows until the next begin(), so that a use case reads straight down and the failure shows when the transaction ends.
 * Lives on the connection's thread and ends before the connection.
 */
class Sql
{
public:
    /** Asked before every statement, BEGIN and COMMIT included; true makes it fail. Empty: none fails. */
    using Fault = std::function<bool()>;

    explicit Sql(QSqlDatabase db, Fault fault = {});
    Sql(const Sql &) = delete;
    Sql &operator=(const Sql &) = delete;

    void begin();
    /** Commits; rolls back instead when a statement failed. */
    [[nodiscard]] domain::Result<void> commit();
    void rollback();

    /** Runs a statement that gives no rows. */
    void run(const QString &statement, const QVariantList &values = {});
    /** All rows of a statement. */
    [[nodiscard]] QList<Row> rows(const QString &statement, const QVariantList &values = {});
    /** The first row; empty when there is none. */
    [[nodiscard]] Row row(const QString &statement, const QVariantList &values = {});
    /** Calls `each` with every row until it answers false. `each` must not run the same statement. */
    void walk(const QString &statement, const QVariantList &values, const std::function<bool(const QSqlQuery &)> &each);
    /** Rows changed by the last run(). */
    [[nodiscard]] int changedRows() const { return m_changed; }

    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    /** Notes a failure that is not SQL's, for example a stored value that cannot be read. The first one stays. */
    void fail(domain::Error error);
    /** The failure and a clean state; success when there was none. */
    [[nodiscard]] domain::Result<void> takeResult();

private:
    QSqlQuery *exec(const QString &statement, const QVariantList &values);
    bool isFaulted();

    QSqlDatabase m_db;
    Fault m_fault;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    std::optional<domain::Error> m_error;
    int m_changed = 0;
};

// How values stand in columns: ids as 16 bytes, moments as ms since 1970 (UTC), days as Julian day numbers.
[[nodiscard]] QVariant columnOf(const QUuid &id);
[[nodiscard]] QVariant columnOf(const QDateTime &moment);
[[nodiscard]] QVariant columnOf(QDate day);
[[nodiscard]] QUuid idFrom(const QVariant &column);
[[nodiscard]] QDateTime momentFrom(const QVariant &column);
[[nodiscard]] QDate dayFrom(const QVariant &column);

} // namespace yichuang::store
