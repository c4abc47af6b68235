// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandtable.h"

#include "jsoncolumn.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::CaseCommand;
using domain::CaseEvent;
using domain::CaseId;
using domain::Result;
using domain::Stamp;

namespace {

QString columns()
{
    return u"c.position, c.state, c.attempts, c.queued_at, c.next_try, c.error_code, c.error_detail, c.error_retryable,"
           " c.sequence, c.stamp, c.body"_s;
}

constexpr int ownColumns = 11;

StoredCommand rowFrom(Sql &sql, const Row &row)
{
    StoredCommand stored;
    stored.position = row.at(0).toLongLong();
    stored.state = CommandState(row.at(1).toInt());
    stored.attempts = row.at(2).toInt();
    stored.queuedAt = momentFrom(row.at(3));
    stored.nextTry = momentFrom(row.at(4));
    if (!row.at(5).isNull())
        stored.lastError = domain::Error{domain::failureFromText(row.at(5).toString()), row.at(6).toString(), row.at(7).toBool()};
    stored.sequence = row.at(8).toLongLong();
    stored.stamp = fromJsonColumn<Stamp>(sql, row.at(9), wire::stampFromJson);
    stored.command = fromJsonColumn<CaseCommand>(sql, row.at(10), wire::caseCommandFromJson);
    if (row.size() > ownColumns) {
        stored.caseLabel = row.at(ownColumns).toString();
        stored.caseTitle = row.at(ownColumns + 1).toString();
    }
    return stored;
}

QList<StoredCommand> rowsFrom(Sql &sql, const QList<Row> &rows)
{
    QList<StoredCommand> all;
    for (const Row &row : rows)
        all.append(rowFrom(sql, row));
    return all;
}

QString attachmentOf(const CaseCommand &command)
{
    const auto *material = std::get_if<domain::command::SetMaterial>(&command.body);
    return material && material->state ? material->state->attachmentId : QString();
}

} // namespace

void insertCommand(Writing &writing, const CaseCommand &command, CommandState state, const Stamp &stamp)
{
    writing.sql.run(u"INSERT INTO commands(id, case_id, state, queued_at, stamp, body) VALUES(?, ?, ?, ?, ?, ?)"_s,
                    {columnOf(command.id), columnOf(command.caseId), int(state), columnOf(writing.clock.now()),
                     jsonColumn(stamp), jsonColumn(command)});
    if (const QString attachment = attachmentOf(command); !attachment.isEmpty())
        writing.sql.run(u"INSERT INTO command_attachments(command_id, attachment) VALUES(?, ?)"_s,
                        {columnOf(command.id), attachment});
    writing.change.outbox = writing.change.outbox || state == CommandState::Pending;
}

void removeFromJournal(Writing &writing, const StoredCommand &row)
{
    const QVariant id = columnOf(row.command.caseId);
    const QList<StoredCommand> behind = rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u" FROM commands c WHERE case_id=? AND state=0 AND position>? ORDER BY position"_s, {id, row.position}));
    writing.sql.run(u"DELETE FROM commands WHERE position=? AND state=0"_s, {row.position});
    for (StoredCommand next : behind) {
        if (!next.command.partId.isNull())
            continue;
        --next.command.baseRevision;
        writing.sql.run(u"UPDATE commands SET body=? WHERE position=?"_s, {jsonColumn(next.command), next.position});
    }
}

void queueJournal(Writing &writing, const CaseId &id)
{
    writing.sql.run(u"UPDATE commands SET state=1, queued_at=? WHERE case_id=? AND state=0"_s,
                    {columnOf(writing.clock.now()), columnOf(id)});
    writing.change.outbox = true;
}

QList<StoredCommand> commandsOnTheirWay(Writing &writing, const CaseId &id)
{
    return rowsFrom(writing.sql, writing.sql.rows(u"SELECT "_s + columns() + u" FROM commands c WHERE case_id=?"
                                                  " AND state IN (0,1,2) ORDER BY position"_s, {columnOf(id)}));
}

std::optional<StoredCommand> commandById(Writing &writing, const domain::CommandId &id)
{
    const Row row = writing.sql.row(u"SELECT "_s + columns() + u" FROM commands c WHERE id=?"_s, {columnOf(id)});
    return row.isEmpty() ? std::nullopt : std::optional(rowFrom(writing.sql, row));
}

void updateCommand(Writing &writing, const StoredCommand &row)
{
    const auto &error = row.lastError;
    writing.sql.run(u"UPDATE commands SET state=?, attempts=?, next_try=?, error_code=?, error_detail=?, error_retryable=?,"
                    " sequence=?, stamp=?, body=? WHERE position=?"_s,
                    {int(row.state), row.attempts, columnOf(row.nextTry),
                     error ? QVariant(domain::failureText(error->code)) : QVariant(), error ? error->detail : QString(),
                     int(error && error->retryable), row.sequence, jsonColumn(row.stamp.value_or(Stamp())),
                     jsonColumn(row.command), row.position});
    writing.change.outbox = true;
}

void confirmCommand(Writing &writing, const CaseEvent &event)
{
    writing.sql.run(u"UPDATE commands SET state=3, error_code=NULL, error_detail=NULL, next_try=NULL, sequence=?, stamp=?,"
                    " body=? WHERE id=? AND (state<>3 OR sequence<>?)"_s,
                    {event.sequence, jsonColumn(event.stamp), jsonColumn(event.command), columnOf(event.command.id),
                     event.sequence});
    writing.change.outbox = writing.change.outbox || writing.sql.changedRows() > 0;
}

Result<QList<StoredCommand>> pendingCommands(Writing &writing, int limit, const QDateTime &now)
{
    QList<StoredCommand> pending;
    QSet<QByteArray> waiting;
    writing.sql.walk(u"SELECT "_s + columns() + u", '', '', c.case_id FROM commands c INDEXED BY commands_pending"
                     " WHERE state=1 ORDER BY position"_s, {}, [&](const QSqlQuery &query) {
        const QByteArray caseId = query.value(ownColumns + 2).toByteArray();
        // What comes after a command that waits must not overtake it.
        const QDateTime nextTry = momentFrom(query.value(4));
        if (waiting.contains(caseId) || (nextTry.isValid() && nextTry > now)) {
            waiting.insert(caseId);
            return true;
        }
        Row row;
        for (int i = 0; i < ownColumns; ++i)
            row.append(query.value(i));
        pending.append(rowFrom(writing.sql, row));
        return pending.size() < limit;
    });
    return pending;
}

Result<QList<StoredCommand>> outbox(Writing &writing, int limit)
{
    return rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u", l.number, l.title FROM commands c INDEXED BY commands_pending"
        " LEFT JOIN case_list l ON l.id=c.case_id WHERE c.state=1 ORDER BY c.position LIMIT ?"_s, {limit}));
}

Result<QList<StoredCommand>> recentOutbox(Writing &writing, int limit)
{
    return rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u", l.number, l.title FROM commands c INDEXED BY commands_done"
        " LEFT JOIN case_list l ON l.id=c.case_id WHERE c.state>=2 ORDER BY c.position DESC LIMIT ?"_s, {limit}));
}

Result<int> waitingCount(Writing &writing)
{
    const Row row = writing.sql.row(u"SELECT count(*) FROM commands INDEXED BY commands_pending WHERE state=1"_s);
    return row.isEmpty() ? 0 : row.at(0).toInt();
}

Result<QList<TimelineRow>> timeline(Writing &writing, const CaseId &id)
{
    QList<TimelineRow> all;
    const QList<Row> events = writing.sql.rows(u"SELECT json FROM events WHERE case_id=? ORDER BY sequence"_s, {columnOf(id)});
    for (const Row &row : events) {
        const CaseEvent event = fromJsonColumn<CaseEvent>(writing.sql, row.at(0), wire::caseEventFromJson);
        all.append({event.command, event.stamp, CommandState::Confirmed, {}});
    }
    // A confirmed command without its event is one that replaceConfirmed brought; it is shown all the same.
    const QList<StoredCommand> own = rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u" FROM commands c WHERE case_id=? AND NOT EXISTS(SELECT 1 FROM events e"
        " WHERE e.case_id=c.case_id AND e.command_id=c.id) ORDER BY position"_s, {columnOf(id)}));
    for (const StoredCommand &row : own)
        all.append({row.command, row.stamp.value_or(Stamp()), row.state, row.lastError});
    return all;
}

} // namespace yichuang::store
