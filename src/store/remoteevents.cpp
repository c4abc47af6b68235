// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "remoteevents.h"

#include "casetable.h"
#include "commandtable.h"
#include "jsoncolumn.h"
#include "rebase.h"
#include "reopening.h"
#include "searchtables.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Case;
using domain::CaseEvent;
using domain::CaseId;
using domain::CommandId;
using domain::FailureCode;
using domain::Result;

namespace {

QString cursorKey(const QString &reader)
{
    return u"feed-cursor/"_s + reader;
}

auto unknownCommand()
{
    return domain::failure(FailureCode::StoreNotFound, u"command"_s);
}

/** Computes the current case again and writes it with every command that moved. */
void writeRebased(Writing &writing, CaseRecord &record)
{
    const Rebased rebased = rebase(record.confirmed, commandsOnTheirWay(writing, record.id));
    for (const RebasedCommand &command : rebased.commands) {
        if (!command.moved)
            continue;
        updateWay(writing, command.row);
        updateContent(writing, command.row);
    }
    const domain::CaseStage stage = record.current.stage;
    if (!rebased.current.id.isNull())
        record.current = rebased.current;
    else if (stage == domain::CaseStage::Received || stage == domain::CaseStage::InProgress)
        // Even the opening was refused. A case that was ended here stays readable as it was.
        record.current = openAgain(writing, record.id).value_or(record.current);
    if (!record.current.id.isNull())
        writeCase(writing, record);
}

void wantFetch(Writing &writing, const CaseId &id)
{
    writing.sql.run(u"INSERT OR IGNORE INTO fetch_wanted(case_id) VALUES(?)"_s, {columnOf(id)});
    writing.change.needFetch.insert(id);
}

void keepEvent(Writing &writing, const CaseEvent &event)
{
    writing.sql.run(u"INSERT OR IGNORE INTO events(case_id, sequence, command_id, json) VALUES(?, ?, ?, ?)"_s,
                    {columnOf(event.command.caseId), event.sequence, columnOf(event.command.id), jsonColumn(event)});
    confirmCommand(writing, event);
}

/** True when the event changed the confirmed case. */
bool confirmEvent(Writing &writing, CaseRecord &record, const CaseEvent &event)
{
    keepEvent(writing, event);
    const Case before = record.confirmed.value_or(Case());
    if (before.applied.contains(event.command.id))
        return false;
    auto after = domain::apply(before, event.command, event.stamp);
    if (!after) {
        wantFetch(writing, event.command.caseId);
        return false;
    }
    record.confirmed = std::move(*after);
    return true;
}

void setCursor(Writing &writing, const QString &reader, qint64 cursor)
{
    writing.sql.run(u"INSERT INTO settings(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"_s,
                    {cursorKey(reader), QString::number(cursor)});
}

} // namespace

Result<void> markSent(Writing &writing, const CommandId &id, qint64 sequence, const domain::Stamp &stamp)
{
    std::optional<StoredCommand> row = commandById(writing, id);
    if (!row)
        return unknownCommand();
    // The feed may have brought the event before this answer.
    if (row->state == CommandState::Confirmed)
        return {};
    row->state = CommandState::Sent;
    row->sequence = sequence;
    row->nextTry = {};
    row->lastError.reset();
    const bool stamped = stamp.receivedAt.isValid();
    updateWay(writing, *row);
    if (stamped) {
        row->stamp = stamp;
        updateContent(writing, *row);
    }
    CaseRecord &record = caseRecord(writing, row->command.caseId);
    // The official number shows at once; other stamps change nothing that a clerk waits for.
    if (stamped && !stamp.caseNumber.isEmpty())
        writeRebased(writing, record);
    else
        writeCase(writing, record);
    return {};
}

Result<void> markFailed(Writing &writing, const CommandId &id, const domain::Error &error, const QDateTime &nextTry)
{
    std::optional<StoredCommand> row = commandById(writing, id);
    if (!row)
        return unknownCommand();
    if (row->state != CommandState::Pending)
        return {};
    ++row->attempts;
    row->lastError = error;
    row->nextTry = nextTry;
    updateWay(writing, *row);
    return {};
}

/** The one answer to a correction must not go without what it was to bring: it comes back with it. */
static void refuseAnswersBehind(Writing &writing, const StoredCommand &refused)
{
    const bool edits = std::holds_alternative<domain::command::SetField>(refused.command.body) || std::holds_alternative<domain::command::SetMaterial>(refused.command.body);
    const QList<StoredCommand> behind = edits ? commandsOnTheirWay(writing, refused.command.caseId) : QList<StoredCommand>();
    for (StoredCommand row : behind) {
        if (row.state != CommandState::Pending || row.position < refused.position || !std::holds_alternative<domain::command::AnswerCorrection>(row.command.body))
            continue;
        row.state = CommandState::Refused;
        row.lastError = refused.lastError;
        row.nextTry = {};
        updateWay(writing, row);
    }
}

Result<void> markRefused(Writing &writing, const CommandId &id, const domain::Error &error)
{
    std::optional<StoredCommand> row = commandById(writing, id);
    if (!row)
        return unknownCommand();
    if (row->state == CommandState::Confirmed)
        return {};
    row->state = CommandState::Refused;
    row->lastError = error;
    row->nextTry = {};
    updateWay(writing, *row);
    refuseAnswersBehind(writing, *row);
    writeRebased(writing, caseRecord(writing, row->command.caseId));
    return {};
}

Result<void> applyEvents(Writing &writing, const QList<CaseEvent> &events, const QString &reader, qint64 cursor)
{
    QList<CaseId> order;
    QSet<CaseId> changed;
    for (const CaseEvent &event : events) {
        const CaseId id = event.command.caseId;
        if (!order.contains(id))
            order.append(id);
        if (confirmEvent(writing, caseRecord(writing, id), event))
            changed.insert(id);
    }
    for (const CaseId &id : std::as_const(order)) {
        CaseRecord &record = caseRecord(writing, id);
        if (changed.contains(id)) {
            writeConfirmed(writing, record);
            writeRebased(writing, record);
        }
    }
    const Result<qint64> before = feedCursor(writing, reader);
    // A repeated batch must not send the reader back.
    if (before && cursor > *before)
        setCursor(writing, reader, cursor);
    return {};
}

Result<void> replaceConfirmed(Writing &writing, const Case &confirmed, const QList<CaseEvent> &events)
{
    CaseRecord &record = caseRecord(writing, confirmed.id);
    for (const CaseEvent &event : events)
        keepEvent(writing, event);
    // The feed may have been faster than this answer: an older state never replaces a newer one.
    const bool older = record.confirmed && record.confirmed->applied.contains(confirmed.applied);
    if (!older || record.confirmed->applied == confirmed.applied)
        record.confirmed = confirmed;
    writing.sql.run(u"DELETE FROM fetch_wanted WHERE case_id=?"_s, {columnOf(confirmed.id)});
    writeConfirmed(writing, record);
    writeRebased(writing, record);
    return {};
}

Result<qint64> feedCursor(Writing &writing, const QString &reader)
{
    const Row row = writing.sql.row(u"SELECT value FROM settings WHERE key=?"_s, {cursorKey(reader)});
    return row.isEmpty() ? 0 : row.at(0).toLongLong();
}

Result<void> restartFeed(Writing &writing, const QString &reader)
{
    writing.sql.run(u"DELETE FROM settings WHERE key=?"_s, {cursorKey(reader)});
    return {};
}

Result<QList<CaseId>> casesToFetch(Writing &writing, int limit)
{
    QList<CaseId> ids;
    const QList<Row> rows = writing.sql.rows(u"SELECT case_id FROM fetch_wanted LIMIT ?"_s, {limit});
    for (const Row &row : rows)
        ids.append(idFrom(row.at(0)));
    return ids;
}

} // namespace yichuang::store
