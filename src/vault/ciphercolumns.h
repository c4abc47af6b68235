// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QSqlRecord>
#include <QVariant>

struct sqlite3_stmt;

namespace yichuang::vault {

/** The Qt type of a declared column type ("INTEGER", "text", …); text when it is unknown, as Qt's own driver does. */
[[nodiscard]] QMetaType metaTypeForDeclared(const QString &declared);

/** The storage classes of the row the statement stands on. */
[[nodiscard]] QList<int> storageClasses(sqlite3_stmt *statement);

/** Copies the row the statement stands on; NULL becomes a null variant of the column's declared type. */
[[nodiscard]] QVariantList readRow(sqlite3_stmt *statement);

/** Names, types and table names of the statement's columns; `firstRow` types the columns that declare none. */
[[nodiscard]] QSqlRecord describeColumns(sqlite3_stmt *statement, const QList<int> &firstRow);

} // namespace yichuang::vault
