// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ciphercolumns.h"

#include <QSqlField>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

QMetaType metaTypeForStorage(int storage)
{
    switch (storage) {
    case SQLITE_INTEGER:
        return QMetaType(QMetaType::LongLong);
    case SQLITE_FLOAT:
        return QMetaType(QMetaType::Double);
    case SQLITE_BLOB:
        return QMetaType(QMetaType::QByteArray);
    case SQLITE_TEXT:
        return QMetaType(QMetaType::QString);
    default:
        return QMetaType();
    }
}

QVariant readColumn(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
        // A zero-length blob has no address; it is empty, not null.
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return bytes ? QByteArray(bytes, sqlite3_column_bytes(statement, column)) : QByteArray("");
    }
    case SQLITE_NULL:
        return QVariant(metaTypeForDeclared(QString::fromUtf8(sqlite3_column_decltype(statement, column))));
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    }
}

} // namespace

QMetaType metaTypeForDeclared(const QString &declared)
{
    const QString type = declared.toLower();
    if (type == "integer"_L1 || type == "int"_L1 || type == "bigint"_L1)
        return QMetaType(QMetaType::LongLong);
    if (type == "double"_L1 || type == "float"_L1 || type == "real"_L1 || type.startsWith("numeric"_L1))
        return QMetaType(QMetaType::Double);
    if (type == "blob"_L1)
        return QMetaType(QMetaType::QByteArray);
    if (type == "boolean"_L1 || type == "bool"_L1)
        return QMetaType(QMetaType::Bool);
    return QMetaType(QMetaType::QString);
}

QList<int> storageClasses(sqlite3_stmt *statement)
{
    QList<int> classes;
    const int count = sqlite3_column_count(statement);
    classes.reserve(count);
    for (int i = 0; i < count; ++i)
        classes.append(sqlite3_column_type(statement, i));
    return classes;
}

QVariantList readRow(sqlite3_stmt *statement)
{
    QVariantList row;
    const int count = sqlite3_column_count(statement);
    row.reserve(count);
    for (int i = 0; i < count; ++i)
        row.append(readColumn(statement, i));
    return row;
}

QSqlRecord describeColumns(sqlite3_stmt *statement, const QList<int> &firstRow)
{
    QSqlRecord record;
    const int count = sqlite3_column_count(statement);
    for (int i = 0; i < count; ++i) {
        const QString declared = QString::fromUtf8(sqlite3_column_decltype(statement, i));
        const QMetaType type = declared.isEmpty() ? metaTypeForStorage(firstRow.value(i)) : metaTypeForDeclared(declared);
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(statement, i)), type,
                                QString::fromUtf8(sqlite3_column_table_name(statement, i))));
    }
    return record;
}

} // namespace yichuang::vault
