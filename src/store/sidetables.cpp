// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "sidetables.h"

#include <wire/cataloguejson.h>
#include <wire/json.h>

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Catalogue;
using domain::FailureCode;
using domain::Result;

Result<void> saveCatalogue(Writing &writing, const Catalogue &catalogue)
{
    writing.sql.run(u"INSERT OR REPLACE INTO catalogue(id, version, json) VALUES(1, ?, ?)"_s,
                    {catalogue.version(), wire::toBytes(wire::toJson(catalogue.content()))});
    writing.change.catalogue = true;
    return {};
}

Result<std::shared_ptr<const Catalogue>> readCatalogue(Sql &sql)
{
    const Row row = sql.row(u"SELECT version, json FROM catalogue WHERE id=1"_s);
    if (row.isEmpty())
        return std::shared_ptr<const Catalogue>();
    auto content = wire::catalogueContentFromJson(row.at(1).toByteArray());
    if (!content)
        return domain::failure(FailureCode::StoreFailed, content.error().detail);
    auto made = Catalogue::make(std::move(*content), row.at(0).toLongLong());
    if (!made)
        return tl::unexpected(made.error());
    return std::make_shared<const Catalogue>(std::move(*made));
}

Result<void> addAudit(Writing &writing, const AuditEntry &entry)
{
    writing.sql.run(u"INSERT OR IGNORE INTO audit(id, at, operator, action, case_id, subject) VALUES(?, ?, ?, ?, ?, ?)"_s,
                    {columnOf(entry.id), columnOf(entry.at), entry.operatorId, entry.action, entry.caseId, entry.subject});
    return {};
}

Result<QList<AuditEntry>> auditToSend(Writing &writing, const QString &operatorId, int limit)
{
    QList<AuditEntry> entries;
    const QList<Row> rows = writing.sql.rows(
        u"SELECT id, at, operator, action, case_id, subject FROM audit WHERE operator=? ORDER BY at, id LIMIT ?"_s,
        {operatorId, limit});
    for (const Row &row : rows)
        entries.append({idFrom(row.at(0)), momentFrom(row.at(1)), row.at(2).toString(), row.at(3).toString(),
                        row.at(4).toString(), row.at(5).toString()});
    return entries;
}

Result<void> markAuditSent(Writing &writing, const QList<QUuid> &ids)
{
    for (const QUuid &id : ids)
        writing.sql.run(u"DELETE FROM audit WHERE id=?"_s, {columnOf(id)});
    return {};
}

Result<QString> setting(Writing &writing, const QString &key)
{
    const Row row = writing.sql.row(u"SELECT value FROM settings WHERE key=?"_s, {u"user/"_s + key});
    return row.isEmpty() ? QString() : row.at(0).toString();
}

Result<void> setSetting(Writing &writing, const QString &key, const QString &value)
{
    // The store's own entries, the feed cursor among them, stay out of reach.
    if (value.isEmpty())
        writing.sql.run(u"DELETE FROM settings WHERE key=?"_s, {u"user/"_s + key});
    else
        writing.sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES(?, ?)"_s, {u"user/"_s + key, value});
    return {};
}

} // namespace yichuang::store
