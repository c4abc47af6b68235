// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlIndex>
#include <QSqlQuery>

namespace yichuang::vault {

/** Names of tables and views in the order the schema holds them. `query` runs on the connection asked about. */
[[nodiscard]] QStringList listTables(QSqlQuery query, QSql::TableType kinds);

/** Columns of a table (its name plain or quoted); only those of the primary key when `keyOnly`. */
[[nodiscard]] QSqlIndex describeTable(QSqlQuery query, const QString &table, bool keyOnly);

} // namespace yichuang::vault
