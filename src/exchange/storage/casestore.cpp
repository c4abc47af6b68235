// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casestore.h"

#include "words.h"

#include <domain/caserules.h>
#include <domain/masking.h>
#include <wire/casejson.h>
#include <wire/json.h>

namespace yichuang::exchange::casestore {

using namespace Qt::StringLiterals;

namespace {

domain::Result<void> done(const domain::Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

QVariant dateOrNull(QDate date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant(QMetaType::fromType<QString>());
}

domain::Result<void> savePart(Session &session, const domain::Case &value, const domain::CasePart &part, const domain::Catalogue &catalogue)
{
    const QString applicant = value.applicant ? domain::maskName(value.applicant->name, value.applicant->birth, value.rulesDay) : QString();
    const QDate answerDue = domain::answerDue(catalogue, part).value_or(domain::DueDay()).day;
    // One that was accepted before limits waited with their parts keeps days that nobody can meet.
    const QDate due = domain::isWaiting(value, part) ? QDate() : part.promisedDue;
    return done(session.change(
        u"INSERT INTO parts (id, case_id, department_id, item_id, item_name, case_number, number, state, revision, received_at, answer_due, promised_due, reviewer, applicant) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET case_number = excluded.case_number, "
        "number = excluded.number, state = excluded.state, revision = excluded.revision, answer_due = excluded.answer_due, "
        "promised_due = excluded.promised_due, reviewer = excluded.reviewer, applicant = excluded.applicant WHERE parts.case_id = excluded.case_id"_s,
        {idText(part.id), idText(value.id), notNull(part.departmentId), notNull(part.itemId), notNull(part.itemName), notNull(value.number),
         notNull(part.number), word(part.state), part.revision, epochMs(value.receivedAt), dateOrNull(answerDue), dateOrNull(due),
         notNull(part.reviewer), notNull(applicant)}));
}

} // namespace

domain::Result<std::optional<domain::Case>> load(Session &session, const domain::CaseId &id)
{
    const auto rows = session.select(u"SELECT content FROM cases WHERE id = ?"_s, {idText(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<domain::Case>();
    auto value = wire::caseFromJson(rows->first().first().toString().toUtf8());
    if (!value)
        return domain::failure(domain::FailureCode::StorageUnavailable, u"stored case: "_s + value.error().detail);
    return std::optional<domain::Case>(std::move(*value));
}

domain::Result<void> save(Session &session, const domain::Case &value, const domain::Catalogue &catalogue, qint64 nowMs)
{
    const auto saved = session.change(
        u"INSERT INTO cases (id, opened_by, stage, number, changed_at, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "stage = excluded.stage, number = excluded.number, changed_at = excluded.changed_at, content = excluded.content"_s,
        {idText(value.id), notNull(value.openedBy.operatorId), word(value.stage), notNull(value.number), nowMs,
         QString::fromUtf8(wire::toBytes(wire::toJson(value)))});
    if (!saved)
        return tl::unexpected(saved.error());
    if (value.stage == domain::CaseStage::Draft || value.stage == domain::CaseStage::Discarded)
        return {};
    for (const domain::CasePart &part : value.parts) {
        if (const auto row = savePart(session, value, part, catalogue); !row)
            return row;
    }
    return {};
}

domain::Result<QList<domain::CaseId>> unanswered(Session &session, QDate day, const domain::CaseId &after, int limit)
{
    const auto rows = session.select(u"SELECT DISTINCT case_id FROM parts WHERE answer_due < ? AND case_id > ? ORDER BY case_id LIMIT ?"_s,
                                     {day.toString(Qt::ISODate), notNull(idText(after)), limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<domain::CaseId> ids;
    for (const Row &row : *rows)
        ids.append(QUuid::fromString(row.first().toString()));
    return ids;
}

domain::Result<qint64> nextCount(Session &session, const QString &counter)
{
    const auto rows = session.select(
        u"INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"_s, {counter});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->first().first().toLongLong();
}

domain::Result<std::optional<KnownCommand>> command(Session &session, const domain::CommandId &id)
{
    const auto rows = session.select(u"SELECT hash, sequence, revision FROM commands WHERE id = ?"_s, {idText(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<KnownCommand>();
    const Row &row = rows->first();
    return KnownCommand{row.at(0).toString(), row.at(1).toLongLong(), row.at(2).toLongLong()};
}

domain::Result<void> addCommand(Session &session, const domain::CommandId &id, const KnownCommand &known)
{
    return done(session.change(u"INSERT INTO commands (id, hash, sequence, revision) VALUES (?, ?, ?, ?)"_s, {idText(id), known.hash, known.sequence, known.revision}));
}

domain::Result<std::optional<PartOwner>> owner(Session &session, const domain::PartId &id)
{
    const auto rows = session.select(u"SELECT case_id, department_id FROM parts WHERE id = ?"_s, {idText(id)});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<PartOwner>();
    return PartOwner{QUuid::fromString(rows->first().at(0).toString()), rows->first().at(1).toString()};
}

domain::Result<QList<wire::ReviewEntry>> parts(Session &session, const QString &departmentId, const QString &state, const ListPlace &after, int limit)
{
    QString sql = u"SELECT id, case_id, case_number, number, item_id, item_name, state, revision, received_at, answer_due, promised_due, reviewer, applicant FROM parts "
                  "WHERE department_id = ? AND (received_at > ? OR (received_at = ? AND id > ?))"_s;
    QVariantList values{departmentId, after.receivedAt, after.receivedAt, notNull(after.partId)};
    if (!state.isEmpty()) {
        sql += u" AND state = ?"_s;
        values.append(state);
    }
    values.append(limit);
    const auto rows = session.select(sql + u" ORDER BY received_at, id LIMIT ?"_s, values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<wire::ReviewEntry> entries;
    for (const Row &row : *rows) {
        entries.append({QUuid::fromString(row.at(0).toString()), QUuid::fromString(row.at(1).toString()), row.at(2).toString(), row.at(3).toString(),
                        row.at(4).toString(), row.at(5).toString(), partStateFromWord(row.at(6).toString()).value_or(domain::PartState::Received),
                        row.at(7).toLongLong(), fromEpochMs(row.at(8).toLongLong()), QDate::fromString(row.at(9).toString(), Qt::ISODate),
                        QDate::fromString(row.at(10).toString(), Qt::ISODate), row.at(11).toString(), row.at(12).toString()});
    }
    return entries;
}

} // namespace yichuang::exchange::casestore
