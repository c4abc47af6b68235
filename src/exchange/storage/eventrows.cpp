// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casestore.h"
#include "words.h"

#include <wire/commandjson.h>
#include <wire/json.h>

namespace yichuang::exchange::casestore {

using namespace Qt::StringLiterals;

namespace {

domain::Result<domain::CaseEvent> eventFrom(const QVariant &content)
{
    auto event = wire::caseEventFromJson(content.toString().toUtf8());
    if (!event)
        return domain::failure(domain::FailureCode::StorageUnavailable, u"stored event: "_s + event.error().detail);
    return event;
}

domain::Result<QList<domain::CaseEvent>> eventsFrom(const domain::Result<Rows> &rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<domain::CaseEvent> events;
    events.reserve(rows->size());
    for (const Row &row : *rows) {
        auto event = eventFrom(row.first());
        if (!event)
            return tl::unexpected(event.error());
        events.append(std::move(*event));
    }
    return events;
}

} // namespace

domain::Result<void> addEvent(Session &session, const domain::CaseEvent &event, const domain::Case &after)
{
    const domain::CasePart *part = after.part(event.command.partId);
    const auto added = session.change(u"INSERT INTO events (sequence, case_id, part_id, department_id, opened_by, content) VALUES (?, ?, ?, ?, ?, ?)"_s,
                                      {event.sequence, idText(after.id), notNull(idText(event.command.partId)), notNull(part ? part->departmentId : QString()),
                                       notNull(after.openedBy.operatorId), QString::fromUtf8(wire::toBytes(wire::toJson(event)))});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

domain::Result<std::optional<domain::CaseEvent>> event(Session &session, qint64 sequence)
{
    const auto rows = session.select(u"SELECT content FROM events WHERE sequence = ?"_s, {sequence});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<domain::CaseEvent>();
    auto found = eventFrom(rows->first().first());
    if (!found)
        return tl::unexpected(found.error());
    return std::optional<domain::CaseEvent>(std::move(*found));
}

domain::Result<QList<domain::CaseEvent>> eventsOf(Session &session, const domain::CaseId &id)
{
    return eventsFrom(session.select(u"SELECT content FROM events WHERE case_id = ? ORDER BY sequence"_s, {idText(id)}));
}

domain::Result<QList<domain::CaseEvent>> eventsAfter(Session &session, const EventFilter &filter, qint64 after, int limit)
{
    QString sql = u"SELECT content FROM events WHERE sequence > ?"_s;
    QVariantList values{after};
    if (!filter.openedBy.isEmpty()) {
        sql += u" AND opened_by = ?"_s;
        values.append(filter.openedBy);
    }
    if (!filter.departmentId.isEmpty()) {
        sql += u" AND department_id = ?"_s;
        values.append(filter.departmentId);
    }
    values.append(limit);
    return eventsFrom(session.select(sql + u" ORDER BY sequence LIMIT ?"_s, values));
}

bool EventAudience::includes(const EventFilter &filter) const
{
    return (filter.openedBy.isEmpty() || filter.openedBy == openedBy) && (filter.departmentId.isEmpty() || filter.departmentId == departmentId);
}

domain::Result<QList<EventAudience>> audiencesAfter(Session &session, qint64 after, int limit)
{
    const auto rows = session.select(u"SELECT sequence, opened_by, department_id FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?"_s, {after, limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<EventAudience> audiences;
    audiences.reserve(rows->size());
    for (const Row &row : *rows)
        audiences.append({row.at(0).toLongLong(), row.at(1).toString(), row.at(2).toString()});
    return audiences;
}

domain::Result<qint64> lastSequence(Session &session)
{
    const auto rows = session.select(u"SELECT value FROM counters WHERE name = ?"_s, {QString::fromLatin1(feedCounter)});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? 0 : rows->first().first().toLongLong();
}

} // namespace yichuang::exchange::casestore
