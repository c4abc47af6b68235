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

/** A command with where it stands: in the outbox it is Pending, answered it says itself, in neither it is Journal. */
QString columns()
{
    return u"c.position, CASE WHEN o.position IS NOT NULL THEN 1 ELSE coalesce(a.state, 0) END,"
           " coalesce(o.attempts, a.attempts, 0), coalesce(o.queued_at, a.queued_at), o.next_try,"
           " coalesce(o.error_code, a.error_code), coalesce(o.error_detail, a.error_detail),"
           " coalesce(o.error_retryable, a.error_retryable, 0), coalesce(a.sequence, 0), c.stamp, c.body"_s;
}

/** The tables of columns(), seen from the commands. */
QString allCommands()
{
    return u" FROM commands c LEFT JOIN outbox o ON o.position=c.position LEFT JOIN answered a ON a.position=c.position"_s;
}

/** The same, seen from the queue: as many rows are read as wait. */
QString queuedCommands()
{
    return u" FROM outbox o CROSS JOIN commands c ON c.position=o.position LEFT JOIN answered a ON a.position=o.position"_s;
}

constexpr int ownColumns = 11;

StoredCommand commandFrom(Sql &sql, const Row &row)
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
        all.append(commandFrom(sql, row));
    return all;
}

QList<domain::AttachedFile> filesOf(const CaseCommand &command)
{
    const auto *material = std::get_if<domain::command::SetMaterial>(&command.body);
    return material && material->state ? material->state->files : QList<domain::AttachedFile>();
}

} // namespace

void insertCommand(Writing &writing, const CaseCommand &command, CommandState state, const Stamp &stamp)
{
    writing.sql.run(u"INSERT INTO commands(id, case_id, stamp, body) VALUES(?, ?, ?, ?)"_s,
                    {columnOf(command.id), columnOf(command.caseId), jsonColumn(stamp), jsonColumn(command)});
    if (state == CommandState::Pending)
        writing.sql.run(u"INSERT INTO outbox(position, queued_at) VALUES(last_insert_rowid(), ?)"_s,
                        {columnOf(writing.clock.now())});
    const QList<domain::AttachedFile> files = filesOf(command);
    for (const domain::AttachedFile &file : files)
        writing.sql.run(u"INSERT INTO command_attachments(command_id, attachment) VALUES(?, ?)"_s, {columnOf(command.id), file.id});
    writing.change.outbox = writing.change.outbox || state == CommandState::Pending;
}

void removeFromJournal(Writing &writing, const StoredCommand &row)
{
    const QVariant id = columnOf(row.command.caseId);
    const QList<StoredCommand> behind = rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + allCommands() + u" WHERE c.case_id=? AND c.position>? AND o.position IS NULL"
                                                   " AND a.position IS NULL ORDER BY c.position"_s, {id, row.position}));
    // What it alone named is forgotten with it.
    writing.sql.run(u"DELETE FROM command_attachments WHERE command_id=?"_s, {columnOf(row.command.id)});
    writing.sql.run(u"DELETE FROM commands WHERE position=? AND position NOT IN (SELECT position FROM outbox)"
                    " AND position NOT IN (SELECT position FROM answered)"_s, {row.position});
    for (StoredCommand next : behind) {
        if (!next.command.partId.isNull())
            continue;
        --next.command.baseRevision;
        writing.sql.run(u"UPDATE commands SET body=? WHERE position=?"_s, {jsonColumn(next.command), next.position});
    }
}

void queueJournal(Writing &writing, const CaseId &id)
{
    writing.sql.run(u"INSERT INTO outbox(position, queued_at) SELECT c.position, ?"_s + allCommands()
                        + u" WHERE c.case_id=? AND o.position IS NULL AND a.position IS NULL ORDER BY c.position"_s,
                    {columnOf(writing.clock.now()), columnOf(id)});
    writing.change.outbox = true;
}

int waitingOf(Writing &writing, const CaseId &id)
{
    const Row row = writing.sql.row(u"SELECT count(*) FROM commands c CROSS JOIN outbox o ON o.position=c.position"
                                    " WHERE c.case_id=?"_s, {columnOf(id)});
    return row.isEmpty() ? 0 : row.at(0).toInt();
}

std::optional<CaseCommand> refusedLast(Writing &writing, const CaseId &id)
{
    std::optional<CaseCommand> refused;
    writing.sql.walk(u"SELECT a.state, c.body"_s + allCommands() + u" WHERE c.case_id=?"
                     " AND (o.position IS NOT NULL OR a.position IS NOT NULL) ORDER BY c.position DESC"_s, {columnOf(id)},
                     [&](const QSqlQuery &query) {
        if (query.value(0).toInt() != int(CommandState::Refused))
            return false;
        refused = fromJsonColumn<CaseCommand>(writing.sql, query.value(1), wire::caseCommandFromJson);
        if (!std::holds_alternative<domain::command::WithdrawCase>(refused->body))
            return false;
        refused.reset();
        return true;
    });
    return refused;
}

QList<StoredCommand> commandsOnTheirWay(Writing &writing, const CaseId &id)
{
    return rowsFrom(writing.sql, writing.sql.rows(u"SELECT "_s + columns() + allCommands() + u" WHERE c.case_id=?"
                                                  " AND (a.state IS NULL OR a.state=2) ORDER BY c.position"_s, {columnOf(id)}));
}

std::optional<StoredCommand> commandById(Writing &writing, const domain::CommandId &id)
{
    const Row row = writing.sql.row(u"SELECT "_s + columns() + allCommands() + u" WHERE c.id=?"_s, {columnOf(id)});
    return row.isEmpty() ? std::nullopt : std::optional(commandFrom(writing.sql, row));
}

void updateWay(Writing &writing, const StoredCommand &row)
{
    Sql &sql = writing.sql;
    const auto &error = row.lastError;
    const QVariant code = error ? QVariant(domain::failureText(error->code)) : QVariant();
    const QVariant detail = error ? QVariant(error->detail) : QVariant();
    const int retryable = int(error && error->retryable);
    writing.change.outbox = true;
    if (row.state == CommandState::Pending) {
        sql.run(u"UPDATE outbox SET attempts=?, next_try=?, error_code=?, error_detail=?, error_retryable=? WHERE position=?"_s,
                {row.attempts, columnOf(row.nextTry), code, detail, retryable, row.position});
    } else if (row.state != CommandState::Journal) {
        sql.run(u"DELETE FROM outbox WHERE position=?"_s, {row.position});
        sql.run(u"INSERT OR REPLACE INTO answered(position, state, sequence, queued_at, attempts, error_code, error_detail,"
                " error_retryable) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {row.position, int(row.state), row.sequence, columnOf(row.queuedAt), row.attempts, code, detail, retryable});
    }
}

void updateContent(Writing &writing, const StoredCommand &row)
{
    writing.sql.run(u"UPDATE commands SET stamp=?, body=? WHERE position=?"_s,
                    {jsonColumn(row.stamp.value_or(Stamp())), jsonColumn(row.command), row.position});
}

void confirmCommand(Writing &writing, const CaseEvent &event)
{
    Sql &sql = writing.sql;
    const Row row = sql.row(u"SELECT c.position, a.state, a.sequence, coalesce(o.queued_at, a.queued_at),"
                            " coalesce(o.attempts, a.attempts, 0)"_s + allCommands() + u" WHERE c.id=?"_s,
                            {columnOf(event.command.id)});
    const bool known = !row.isEmpty() && row.at(1).toInt() == int(CommandState::Confirmed)
        && row.at(2).toLongLong() == event.sequence;
    if (row.isEmpty() || known)
        return;
    sql.run(u"UPDATE commands SET stamp=?, body=? WHERE position=?"_s,
            {jsonColumn(event.stamp), jsonColumn(event.command), row.at(0)});
    sql.run(u"DELETE FROM outbox WHERE position=?"_s, {row.at(0)});
    sql.run(u"INSERT OR REPLACE INTO answered(position, state, sequence, queued_at, attempts) VALUES(?, ?, ?, ?, ?)"_s,
            {row.at(0), int(CommandState::Confirmed), event.sequence, row.at(3), row.at(4)});
    writing.change.outbox = true;
}

Result<QList<StoredCommand>> pendingCommands(Writing &writing, int limit, const QDateTime &now)
{
    QList<StoredCommand> pending;
    QSet<QByteArray> waiting;
    writing.sql.walk(u"SELECT "_s + columns() + u", '', '', c.case_id"_s + queuedCommands() + u" ORDER BY o.position"_s, {},
                     [&](const QSqlQuery &query) {
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
        pending.append(commandFrom(writing.sql, row));
        return pending.size() < limit;
    });
    return pending;
}

Result<QList<StoredCommand>> outbox(Writing &writing, int limit)
{
    return rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u", l.number, l.title"_s + queuedCommands()
            + u" LEFT JOIN case_list l ON l.id=c.case_id ORDER BY o.position LIMIT ?"_s, {limit}));
}

Result<QList<StoredCommand>> recentOutbox(Writing &writing, int limit)
{
    return rowsFrom(writing.sql, writing.sql.rows(
        u"SELECT "_s + columns() + u", l.number, l.title FROM answered a CROSS JOIN commands c ON c.position=a.position"
        " LEFT JOIN outbox o ON o.position=a.position LEFT JOIN case_list l ON l.id=c.case_id"
        " ORDER BY a.position DESC LIMIT ?"_s, {limit}));
}

Result<int> waitingCount(Writing &writing)
{
    const Row row = writing.sql.row(u"SELECT count(*) FROM outbox"_s);
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
        u"SELECT "_s + columns() + allCommands() + u" WHERE c.case_id=? AND NOT EXISTS(SELECT 1 FROM events e"
        " WHERE e.case_id=c.case_id AND e.command_id=c.id) ORDER BY c.position"_s, {columnOf(id)}));
    for (const StoredCommand &row : own)
        all.append({row.command, row.stamp.value_or(Stamp()), row.state, row.lastError});
    return all;
}

} // namespace yichuang::store
