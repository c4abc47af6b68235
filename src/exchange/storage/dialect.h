// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSqlDatabase>
#include <QString>

namespace yichuang::exchange {

/**
 * What differs between the databases. Everything else is the common subset: ON CONFLICT, RETURNING, ISO dates as text,
 * moments as epoch milliseconds, JSON as text.
 */
class Dialect
{
public:
    virtual ~Dialect() = default;
    [[nodiscard]] virtual QString driver() const = 0;
    /** Sets name, host and so on of a connection not yet open. */
    virtual void address(QSqlDatabase &connection) const = 0;
    /** Run once on every new connection. */
    [[nodiscard]] virtual QList<QString> openStatements() const = 0;
    /** Starts a transaction that will write: it must not fail half-way because another one wrote meanwhile. */
    [[nodiscard]] virtual QString beginWrite() const = 0;
    [[nodiscard]] virtual QString beginRead() const = 0;
    /** Copies the whole database, in use or not, to a file that is missing or empty; empty where that is the server's business. */
    [[nodiscard]] virtual QString copyStatement(const QString &target) const = 0;
    /** Where the database goes before it leaves a schema; empty as above. */
    [[nodiscard]] virtual QString copyBeforeMigration(qint64 schema) const = 0;
    /** Column type for bytes. */
    [[nodiscard]] virtual QString blobType() const = 0;
    /** An expression: the text of one member of the JSON object in a text column, NULL where there is none. */
    [[nodiscard]] virtual QString jsonText(const QString &column, const QString &member) const = 0;
};

/** SQLite in WAL mode, synchronous=FULL: what was committed survives a power cut. */
class SqliteDialect final : public Dialect
{
public:
    explicit SqliteDialect(QString file)
        : m_file(std::move(file))
    {
    }
    [[nodiscard]] QString driver() const override;
    void address(QSqlDatabase &connection) const override;
    [[nodiscard]] QList<QString> openStatements() const override;
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] QString beginRead() const override;
    [[nodiscard]] QString copyStatement(const QString &target) const override;
    [[nodiscard]] QString copyBeforeMigration(qint64 schema) const override;
    [[nodiscard]] QString blobType() const override;
    [[nodiscard]] QString jsonText(const QString &column, const QString &member) const override;

private:
    QString m_file;
};

} // namespace yichuang::exchange
