// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "dialect.h"

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

QString SqliteDialect::driver() const
{
    return u"QSQLITE"_s;
}

void SqliteDialect::address(QSqlDatabase &connection) const
{
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
}

QList<QString> SqliteDialect::openStatements() const
{
    return {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
            u"PRAGMA temp_store=MEMORY"_s, u"PRAGMA trusted_schema=OFF"_s};
}

QString SqliteDialect::beginWrite() const
{
    return u"BEGIN IMMEDIATE"_s;
}

QString SqliteDialect::beginRead() const
{
    return u"BEGIN"_s;
}

QString SqliteDialect::copyStatement(const QString &target) const
{
    QString quoted = target;
    quoted.replace(u'\'', u"''"_s);
    return u"VACUUM INTO '%1'"_s.arg(quoted);
}

QString SqliteDialect::copyBeforeMigration(qint64 schema) const
{
    return u"%1.schema%2"_s.arg(m_file).arg(schema);
}

QString SqliteDialect::blobType() const
{
    return u"BLOB"_s;
}

QString SqliteDialect::jsonText(const QString &column, const QString &member) const
{
    return u"json_extract(%1, '$.%2')"_s.arg(column, member);
}

} // namespace yichuang::exchange
