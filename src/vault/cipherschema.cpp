// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cipherschema.h"

#include "ciphercolumns.h"

#include <QSqlField>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

QString unquoted(QString name, QChar quote)
{
    if (name.size() < 2 || !name.startsWith(quote) || !name.endsWith(quote))
        return name;
    name = name.sliced(1, name.size() - 2);
    return name.replace(QString(2, quote), QString(quote));
}

} // namespace

QStringList listTables(QSqlQuery query, QSql::TableType kinds)
{
    QStringList wanted;
    QStringList names;
    if (kinds & QSql::Tables)
        wanted << u"'table'"_s;
    if (kinds & QSql::Views)
        wanted << u"'view'"_s;
    query.setForwardOnly(true);
    if (!wanted.isEmpty()
        && query.exec(u"SELECT name FROM (SELECT name, type FROM sqlite_schema UNION ALL "
                      "SELECT name, type FROM sqlite_temp_schema) WHERE type IN (%1)"_s.arg(wanted.join(u',')))) {
        while (query.next())
            names << query.value(0).toString();
    }
    if (kinds & QSql::SystemTables)
        names << u"sqlite_schema"_s;
    return names;
}

QSqlIndex describeTable(QSqlQuery query, const QString &table, bool keyOnly)
{
    QSqlIndex index;
    const QString name = unquoted(table, u'"');
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(:table) WHERE hidden<>1"_s);
    query.bindValue(u":table"_s, name);
    if (!query.exec())
        return index;
    while (query.next()) {
        const bool inKey = query.value(4).toInt() != 0;
        if (keyOnly && !inKey)
            continue;
        const QString type = query.value(1).toString();
        QSqlField field(query.value(0).toString(), metaTypeForDeclared(type), name);
        field.setAutoValue(inKey && type.compare("integer"_L1, Qt::CaseInsensitive) == 0);
        field.setRequired(query.value(2).toInt() != 0);
        field.setDefaultValue(unquoted(query.value(3).toString(), u'\''));
        index.append(field);
    }
    return index;
}

} // namespace yichuang::vault
