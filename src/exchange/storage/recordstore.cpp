// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "recordstore.h"

#include "words.h"

#include <wire/apiauditjson.h>
#include <wire/json.h>

namespace yichuang::exchange::recordstore {

using namespace Qt::StringLiterals;

namespace {

domain::Result<void> done(const domain::Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

} // namespace

domain::Result<void> addLookup(Session &session, const wire::LookupRecord &record)
{
    return done(session.change(
        u"INSERT INTO lookups (id, at, kind, operator_id, case_id, person_id, outcome, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {idText(record.id), epochMs(record.at), word(record.kind), notNull(record.operatorId), notNull(record.purpose ? record.purpose->caseId : QString()),
         notNull(record.personId), word(record.outcome), QString::fromUtf8(wire::toBytes(wire::toJson(record)))}));
}

domain::Result<QList<wire::LookupRecord>> lookups(Session &session, const LookupFilter &filter, int limit)
{
    QStringList conditions;
    QVariantList values;
    const std::pair<QString, QString> columns[] = {{u"case_id"_s, filter.caseId}, {u"operator_id"_s, filter.operatorId}, {u"person_id"_s, filter.personId}};
    for (const auto &[column, value] : columns) {
        if (value.isEmpty())
            continue;
        conditions.append(column + u" = ?"_s);
        values.append(value);
    }
    values.append(limit);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    const auto rows = session.select(u"SELECT content FROM lookups"_s + where + u" ORDER BY at DESC, id DESC LIMIT ?"_s, values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<wire::LookupRecord> found;
    for (const Row &row : *rows) {
        auto record = wire::lookupRecordFromJson(row.first().toString().toUtf8());
        if (!record)
            return domain::failure(domain::FailureCode::StorageUnavailable, u"stored look-up: "_s + record.error().detail);
        found.prepend(std::move(*record));
    }
    return found;
}

domain::Result<bool> wasListed(Session &session, const LookupFilter &filter, qint64 sinceMs)
{
    const auto rows = session.select(u"SELECT 1 FROM lookups WHERE person_id = ? AND at >= ? AND kind = ? AND outcome = ? AND operator_id = ? AND case_id = ? LIMIT 1"_s,
                                     {filter.personId, sinceMs, word(wire::LookupKind::Listing), word(wire::LookupOutcome::Answered), filter.operatorId, filter.caseId});
    if (!rows)
        return tl::unexpected(rows.error());
    return !rows->isEmpty();
}

domain::Result<void> addAudit(Session &session, const wire::AuditRecord &record, const QString &operatorId, qint64 nowMs)
{
    return done(session.change(
        u"INSERT INTO audit_records (id, at, received_at, operator_id, action, case_id, subject) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
        {idText(record.id), epochMs(record.at), nowMs, operatorId, notNull(record.action), notNull(record.caseId), notNull(record.subject)}));
}

domain::Result<bool> addAttachment(Session &session, const Attachment &attachment)
{
    const auto changed = session.change(
        u"INSERT INTO attachments (id, case_id, operator_id, at, size, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
        {idText(attachment.id), notNull(attachment.caseId), attachment.operatorId, attachment.at, attachment.content.size(),
         QString::fromLatin1(attachment.sha256.toHex()), attachment.content.isNull() ? QByteArray("") : attachment.content});
    if (!changed)
        return tl::unexpected(changed.error());
    return *changed > 0;
}

domain::Result<AttachmentTotal> attachmentsOf(Session &session, const QString &caseId)
{
    const auto sums = session.select(u"SELECT COUNT(*), COALESCE(SUM(size), 0) FROM attachments WHERE case_id = ?"_s, {caseId});
    if (!sums)
        return tl::unexpected(sums.error());
    const auto first = session.select(u"SELECT operator_id FROM attachments WHERE case_id = ? ORDER BY at, id LIMIT 1"_s, {caseId});
    if (!first)
        return tl::unexpected(first.error());
    return AttachmentTotal{sums->first().at(0).toLongLong(), sums->first().at(1).toLongLong(), first->isEmpty() ? QString() : first->first().first().toString()};
}

domain::Result<std::optional<Attachment>> attachment(Session &session, const QUuid &id)
{
    const auto rows = session.select(u"SELECT case_id, operator_id, at, sha256, content FROM attachments WHERE id = ?"_s, {idText(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<Attachment>();
    const Row &row = rows->first();
    return Attachment{id, row.at(0).toString(), row.at(1).toString(), row.at(2).toLongLong(), QByteArray::fromHex(row.at(3).toString().toLatin1()), row.at(4).toByteArray()};
}

domain::Result<std::optional<AttachmentFacts>> attachmentFacts(Session &session, const QUuid &id)
{
    const auto rows = session.select(u"SELECT case_id, size, sha256 FROM attachments WHERE id = ?"_s, {idText(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<AttachmentFacts>();
    const Row &row = rows->first();
    return AttachmentFacts{row.at(0).toString(), row.at(1).toLongLong(), QByteArray::fromHex(row.at(2).toString().toLatin1())};
}

domain::Result<qint64> newestCatalogue(Session &session)
{
    const auto rows = session.select(u"SELECT COALESCE(MAX(version), 0) FROM catalogues"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->first().first().toLongLong();
}

domain::Result<std::optional<QByteArray>> catalogue(Session &session, qint64 version)
{
    const auto rows = session.select(u"SELECT content FROM catalogues WHERE version = ?"_s, {version});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::optional<QByteArray>() : rows->first().first().toString().toUtf8();
}

domain::Result<void> addCatalogue(Session &session, qint64 version, const QByteArray &content, qint64 nowMs)
{
    return done(session.change(u"INSERT INTO catalogues (version, imported_at, content) VALUES (?, ?, ?)"_s, {version, nowMs, QString::fromUtf8(content)}));
}

} // namespace yichuang::exchange::recordstore
