// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dialect.h"
#include "schema.h"

#include <domain/error.h>

#include <QVariant>
#include <functional>
#include <memory>
#include <mutex>

namespace yichuang::exchange {

using Row = QVariantList;
using Rows = QList<Row>;

/** One open transaction. Only inside Database::read() or write(), only on its thread. */
class Session
{
public:
    virtual ~Session() = default;
    /** All rows of a query. The statement text is also the key of the prepared statement. */
    [[nodiscard]] virtual domain::Result<Rows> select(const QString &sql, const QVariantList &values = {}) = 0;
    /** Number of rows changed. */
    [[nodiscard]] virtual domain::Result<int> change(const QString &sql, const QVariantList &values = {}) = 0;
};

/**
 * The exchange's database: one connection per thread that asks, made on first use. Writers take turns, so commit order is
 * the order of the feed's sequence. Every failure is SVC-013, retryable, and leaves nothing behind.
 */
class Database
{
public:
    explicit Database(std::unique_ptr<Dialect> dialect);
    /** Closes this thread's connection; the other threads must have ended. */
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /**
     * Brings the schema to the newest version. Before the first step that changes what is there, the database is copied to
     * where the dialect says, so that the program before can go on with the copy. A database of a newer program that this
     * one can work with (Schema) stays as it is. Errors SVC-013, also where it cannot; the database is then as it was.
     */
    [[nodiscard]] domain::Result<void> migrate();
    /** The same with steps of the caller's. */
    [[nodiscard]] domain::Result<void> migrate(const QList<Migration> &steps);
    /**
     * Copies the database, which may be in use, to a file as of one moment; what stood there is replaced only by a copy
     * that is whole, checked and on the disk. Outside read() and write(). Errors SVC-013.
     */
    [[nodiscard]] domain::Result<void> copyTo(const QString &target);

    /** Runs `work` on one snapshot. */
    template<typename Work>
    auto read(Work work) -> std::invoke_result_t<Work, Session &>
    {
        return run(false, std::move(work));
    }
    /** Runs `work` alone among writers; commits when it returns a value, else takes everything back. */
    template<typename Work>
    auto write(Work work) -> std::invoke_result_t<Work, Session &>
    {
        const std::lock_guard turn(m_writers);
        return run(true, std::move(work));
    }

    /** For tests: asked before every call to the database; true makes that call fail. */
    void setFault(std::function<bool()> fault);
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }

private:
    class Connection;
    class Threads;
    [[nodiscard]] domain::Result<Connection *> connection();
    [[nodiscard]] domain::Result<Schema> schema();
    /** One statement outside a transaction. */
    [[nodiscard]] domain::Result<void> plain(const QString &sql);
    [[nodiscard]] domain::Result<void> begin(Connection &connection, bool writing);
    [[nodiscard]] domain::Result<void> end(Connection &connection, bool commit);
    [[nodiscard]] static Session &sessionOf(Connection &connection);

    template<typename Work>
    auto run(bool writing, Work work) -> std::invoke_result_t<Work, Session &>
    {
        const auto mine = connection();
        if (!mine)
            return tl::unexpected(mine.error());
        if (const auto begun = begin(**mine, writing); !begun)
            return tl::unexpected(begun.error());
        auto result = work(sessionOf(**mine));
        if (const auto ended = end(**mine, result.has_value()); !ended && result)
            return tl::unexpected(ended.error());
        return result;
    }

    std::unique_ptr<Dialect> m_dialect;
    std::mutex m_writers;
    std::function<bool()> m_fault;
    int m_id = 0;
};

} // namespace yichuang::exchange
