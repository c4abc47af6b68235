// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casetable.h"

#include "jsoncolumn.h"
#include "listtable.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Case;
using domain::CaseId;
using domain::FailureCode;
using domain::Result;

namespace {

/** Cases kept decoded: the open one and those that sync is working on. */
constexpr qsizetype mostRecords = 16;

/** What one page of the encrypted file takes of a value that goes over several. */
constexpr qsizetype pageStep = 4000;

/**
 * The case filled up with blanks to whole pages. A value that keeps its length is written over where it lies, only the
 * pages that differ; one of another length gives its pages back and takes others, which touches the lists of both too.
 */
QVariant caseColumn(const Case &value)
{
    QByteArray json = wire::toBytes(value);
    const qsizetype rest = json.size() % pageStep;
    if (rest > 0)
        json.append(pageStep - rest, ' ');
    return json;
}

CaseRecord readRecord(Sql &sql, const CaseId &id)
{
    CaseRecord record;
    record.id = id;
    const Row row = sql.row(u"SELECT c.current, f.json FROM cases c LEFT JOIN confirmed f ON f.id=c.id WHERE c.id=?"_s,
                            {columnOf(id)});
    if (row.isEmpty())
        return record;
    if (!row.at(1).isNull())
        record.confirmed = fromJsonColumn<Case>(sql, row.at(1), wire::caseFromJson);
    if (!row.at(0).isNull())
        record.current = fromJsonColumn<Case>(sql, row.at(0), wire::caseFromJson);
    else if (record.confirmed)
        record.current = *record.confirmed;
    return record;
}

QMap<QString, QString> scratchOf(Sql &sql, const CaseId &id)
{
    QMap<QString, QString> scratch;
    const QList<Row> rows = sql.rows(u"SELECT field, text FROM scratch WHERE case_id=?"_s, {columnOf(id)});
    for (const Row &row : rows)
        scratch.insert(row.at(0).toString(), row.at(1).toString());
    return scratch;
}

Result<StoredCase> handedOut(Sql &sql, const CaseRecord &record)
{
    if (record.current.id.isNull())
        return domain::failure(FailureCode::StoreNotFound, u"case"_s);
    StoredCase stored;
    stored.current = record.current;
    stored.confirmedRevision = record.confirmed ? record.confirmed->revision : -1;
    const Row row = sql.row(u"SELECT saved_at, refused FROM case_list WHERE id=?"_s, {columnOf(record.id)});
    if (!row.isEmpty()) {
        stored.savedAt = momentFrom(row.at(0));
        stored.refused = row.at(1).toBool();
    }
    stored.scratch = scratchOf(sql, record.id);
    return stored;
}

Result<StoredCase> withPlace(Sql &sql, Result<StoredCase> stored)
{
    if (stored)
        stored->place = sql.row(u"SELECT place FROM places WHERE case_id=?"_s, {columnOf(stored->current.id)}).value(0).toString();
    return stored;
}

} // namespace

CaseRecord &caseRecord(Writing &writing, const CaseId &id)
{
    writing.lastCase = id;
    const auto known = writing.cases.find(id);
    if (known != writing.cases.end())
        return *known;
    return *writing.cases.insert(id, readRecord(writing.sql, id));
}

void trimRecords(Writing &writing)
{
    if (writing.cases.size() <= mostRecords)
        return;
    // The case of the last use stays: its next edit must not wait until it is read and decoded again.
    writing.cases.removeIf([last = writing.lastCase](const std::pair<const CaseId &, CaseRecord &> &one) { return one.first != last; });
}

void writeConfirmed(Writing &writing, const CaseRecord &record)
{
    if (!record.confirmed)
        return;
    writing.sql.run(u"INSERT INTO confirmed(id, revision, json) VALUES(?, ?, ?)"
                    " ON CONFLICT(id) DO UPDATE SET revision=excluded.revision, json=excluded.json"_s,
                    {columnOf(record.id), record.confirmed->revision, jsonColumn(*record.confirmed)});
}

void writeCase(Writing &writing, CaseRecord &record)
{
    const bool asConfirmed = record.confirmed && *record.confirmed == record.current;
    writing.sql.run(u"INSERT INTO cases(id, current) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET current=excluded.current"_s,
                    {columnOf(record.id), asConfirmed ? QVariant() : caseColumn(record.current)});
    writeListRow(writing, record);
    writing.change.cases.insert(record.id);
}

Result<StoredCase> storedCase(Writing &writing, const CaseId &id)
{
    return handedOut(writing.sql, caseRecord(writing, id));
}

Result<StoredCase> openedCase(Writing &writing, const CaseId &id)
{
    return withPlace(writing.sql, storedCase(writing, id));
}

Result<StoredCase> readBack(Sql &sql, const CaseId &id)
{
    const Result<StoredCase> stored = withPlace(sql, handedOut(sql, readRecord(sql, id)));
    // What could not be read must not pass for a case that is not there.
    if (const Result<void> read = sql.takeResult(); !read)
        return tl::unexpected(read.error());
    return stored;
}

Result<StoredCase> lastDraft(Writing &writing, const QString &operatorId)
{
    const Row row = writing.sql.row(u"SELECT id FROM case_list INDEXED BY list_own WHERE stage=0 AND operator=?"
                                    " ORDER BY saved_at DESC LIMIT 1"_s, {operatorId});
    if (row.isEmpty())
        return domain::failure(FailureCode::StoreNotFound, u"draft"_s);
    return storedCase(writing, idFrom(row.at(0)));
}

Result<void> saveScratch(Writing &writing, const CaseId &id, const QString &field, const QString &text, const QString &place)
{
    Sql &sql = writing.sql;
    // A null string would be NULL in the column; a field that was emptied is a text of its own.
    sql.run(u"INSERT INTO scratch(case_id, field, text) VALUES(?, ?, ?)"
            " ON CONFLICT(case_id, field) DO UPDATE SET text=excluded.text"_s, {columnOf(id), field, text.isNull() ? u""_s : text});
    // A draft whose field is being typed into is the one to continue with.
    sql.run(u"UPDATE case_list SET saved_at=? WHERE id=?"_s, {columnOf(writing.clock.now()), columnOf(id)});
    return place.isEmpty() ? Result<void>() : savePlace(writing, id, place);
}

Result<void> savePlace(Writing &writing, const CaseId &id, const QString &place)
{
    writing.sql.run(u"INSERT OR REPLACE INTO places(case_id, place) VALUES(?, ?)"_s, {columnOf(id), place});
    return {};
}

Result<void> dropScratch(Writing &writing, const CaseId &id, const QStringList &fields)
{
    for (const QString &field : fields)
        writing.sql.run(u"DELETE FROM scratch WHERE case_id=? AND field=?"_s, {columnOf(id), field});
    return {};
}

Result<void> clearScratch(Writing &writing, const CaseId &id)
{
    writing.sql.run(u"DELETE FROM scratch WHERE case_id=?"_s, {columnOf(id)});
    writing.sql.run(u"DELETE FROM places WHERE case_id=?"_s, {columnOf(id)});
    return {};
}

} // namespace yichuang::store
