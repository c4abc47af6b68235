// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "listtable.h"

#include "commandtable.h"
#include "listrule.h"
#include "searchtables.h"
#include "searchwords.h"

#include <domain/caserules.h>
#include <domain/masking.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Case;
using domain::CaseCommand;
using domain::CasePart;
using domain::CaseStage;

namespace {

bool isEnded(CaseStage stage)
{
    return stage == CaseStage::Finished || stage == CaseStage::Withdrawn || stage == CaseStage::Discarded;
}

QString receiptOf(const CaseCommand &command)
{
    const auto *receive = std::get_if<domain::command::ReceiveMaterials>(&command.body);
    return receive ? receive->provisionalReceipt : QString();
}

/** Places for cases opened in the same millisecond. */
constexpr qint64 sortStep = qint64(1) << 20;

qint64 newSort(Writing &writing, const Case &onCase)
{
    const QDateTime opened = onCase.openedAt.isValid() ? onCase.openedAt : writing.clock.now();
    const qint64 first = opened.toMSecsSinceEpoch() * sortStep;
    const Row last = writing.sql.row(u"SELECT max(sort) FROM case_list WHERE sort>=? AND sort<?"_s,
                                     {first, first + sortStep});
    return last.isEmpty() || last.at(0).isNull() ? first : last.at(0).toLongLong() + 1;
}

void count(Sql &sql, ListFilter filter, int by)
{
    sql.run(u"INSERT INTO counters(filter, cases) VALUES(?, ?) ON CONFLICT(filter) DO UPDATE SET cases=cases+excluded.cases"_s,
            {int(filter), by});
}

void countDue(Sql &sql, QDate due, int by)
{
    if (!due.isValid())
        return;
    sql.run(u"INSERT INTO due_counters(due, cases) VALUES(?, ?) ON CONFLICT(due) DO UPDATE SET cases=cases+excluded.cases"_s,
            {columnOf(due), by});
}

void moveCounters(Sql &sql, const std::optional<CaseListRow> &before, const CaseListRow &after)
{
    const QList<ListFilter> was = before ? filtersOf(*before) : QList<ListFilter>();
    const QList<ListFilter> is = filtersOf(after);
    for (const ListFilter filter : was) {
        if (!is.contains(filter))
            count(sql, filter, -1);
    }
    for (const ListFilter filter : is) {
        if (!was.contains(filter))
            count(sql, filter, 1);
    }
    const QDate dueBefore = before ? before->due : QDate();
    if (dueBefore == after.due)
        return;
    countDue(sql, dueBefore, -1);
    countDue(sql, after.due, 1);
}

} // namespace

static const domain::LifeEvent *eventOf(const Case &onCase, const domain::Catalogue *catalogue)
{
    return catalogue && !onCase.lifeEventId.isEmpty() ? catalogue->lifeEventVersion(onCase.lifeEventId, onCase.lifeEventVersion) : nullptr;
}

QString titleOf(const Case &onCase, const domain::Catalogue *catalogue)
{
    if (const domain::LifeEvent *event = eventOf(onCase, catalogue))
        return event->name;
    return onCase.parts.isEmpty() ? QString() : onCase.parts.first().itemName;
}

bool lacksName(const Case &onCase, const domain::Catalogue *catalogue)
{
    return !onCase.lifeEventId.isEmpty() && !eventOf(onCase, catalogue);
}

CaseListRow listRowOf(const Case &onCase, const QString &title, int waiting, const std::optional<CaseCommand> &refused)
{
    CaseListRow row;
    row.id = onCase.id;
    row.number = onCase.number.isEmpty() ? onCase.provisionalReceipt : onCase.number;
    row.provisional = onCase.number.isEmpty() && !onCase.provisionalReceipt.isEmpty();
    row.maskedName = onCase.applicant ? domain::maskName(onCase.applicant->name, onCase.applicant->birth, onCase.rulesDay) : QString();
    row.title = title;
    row.items = int(onCase.parts.size());
    row.stage = onCase.stage;
    row.openedAt = onCase.openedAt;
    row.waiting = waiting;
    row.operatorId = onCase.openedBy.operatorId;
    QSet<QString> departments;
    for (const CasePart &part : onCase.parts) {
        departments.insert(part.departmentId);
        row.correctionAsked = row.correctionAsked || part.state == domain::PartState::CorrectionAsked;
        if (part.decision || domain::isFinal(part.state)) {
            ++row.decidedParts;
            continue;
        }
        // Nothing runs out in an ended case, nor while a part's clock stands or waits: then the applicant is to act, others, or nobody.
        const bool stands = domain::doesClockStand(part.state) || domain::isWaiting(onCase, part);
        if (!isEnded(onCase.stage) && !stands && part.promisedDue.isValid() && (!row.due.isValid() || part.promisedDue < row.due))
            row.due = part.promisedDue;
    }
    row.departments = int(departments.size());
    row.refused = refused && domain::cameBack(onCase, *refused);
    // Whoever comes back holds the receipt that was given out.
    if (row.refused && row.number.isEmpty()) {
        row.number = receiptOf(*refused);
        row.provisional = !row.number.isEmpty();
    }
    return row;
}

QList<ListFilter> filtersOf(const CaseListRow &row)
{
    QList<ListFilter> filters{ListFilter::All};
    if (row.stage == CaseStage::Draft)
        filters.append(ListFilter::Drafts);
    if (row.waiting > 0)
        filters.append(ListFilter::Waiting);
    if (row.stage == CaseStage::Received || row.stage == CaseStage::InProgress)
        filters.append(ListFilter::InProgress);
    if (row.correctionAsked)
        filters.append(ListFilter::Corrections);
    if (isEnded(row.stage))
        filters.append(ListFilter::Ended);
    if (row.refused)
        filters.append(ListFilter::Refused);
    return filters;
}

namespace {

CaseListRow rowNow(Writing &writing, const CaseRecord &record)
{
    const QString title = titleOf(record.current, writing.catalogues.get().get());
    return listRowOf(record.current, title, waitingOf(writing, record.id), refusedLast(writing, record.id));
}

/** With its place and the moment of its last save behind the columns of the row; empty: the case is new to the list. */
Row oldRow(Writing &writing, const CaseRecord &record)
{
    return writing.sql.row(u"SELECT "_s + listColumns() + u", sort, saved_at FROM case_list WHERE id=?"_s, {columnOf(record.id)});
}

void putRow(Writing &writing, const CaseRecord &record, const Row &old, const CaseListRow &row, const QVariant &savedAt)
{
    Sql &sql = writing.sql;
    const QVariant id = columnOf(record.id);
    const qint64 sort = old.isEmpty() ? newSort(writing, record.current) : old.at(listColumnCount).toLongLong();
    moveCounters(sql, old.isEmpty() ? std::nullopt : std::optional(rowFrom(old)), row);
    sql.run(u"INSERT INTO case_list(sort, "_s + listColumns() + u", saved_at)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT(sort) DO UPDATE SET number=excluded.number, provisional=excluded.provisional,"
            " name=excluded.name, title=excluded.title, departments=excluded.departments, items=excluded.items,"
            " stage=excluded.stage, decided=excluded.decided, correction=excluded.correction, due=excluded.due,"
            " opened_at=excluded.opened_at, waiting=excluded.waiting, operator=excluded.operator,"
            " refused=excluded.refused, saved_at=excluded.saved_at"_s,
            {sort, id, row.number, int(row.provisional), row.maskedName, row.title, row.departments, row.items,
             int(row.stage), row.decidedParts, int(row.correctionAsked), columnOf(row.due), columnOf(row.openedAt),
             row.waiting, row.operatorId, int(row.refused), savedAt});
    const QString event = record.current.lifeEventId.isEmpty() ? QString() : row.title;
    QString words = wordsOf(record.current, event);
    if (row.refused)
        words = withNumber(words, row.number);
    writeWords(writing, sort, words);
    if (lacksName(record.current, writing.catalogues.get().get()))
        noteUnnamed(sql, record.id);
}

} // namespace

void writeListRow(Writing &writing, const CaseRecord &record)
{
    putRow(writing, record, oldRow(writing, record), rowNow(writing, record), columnOf(writing.clock.now()));
}

bool renewListRow(Writing &writing, const CaseRecord &record)
{
    const Row old = oldRow(writing, record);
    const CaseListRow row = rowNow(writing, record);
    if (old.isEmpty() || rowFrom(old) == row)
        return false;
    putRow(writing, record, old, row, old.at(listColumnCount + 1));
    return true;
}

QHash<int, qint64> readCounters(Sql &sql, QDate dueBefore, const QString &draftsOf)
{
    QHash<int, qint64> counters;
    for (int filter = 0; filter < listFilterCount; ++filter)
        counters.insert(filter, 0);
    const QList<Row> rows = sql.rows(u"SELECT filter, cases FROM counters"_s);
    for (const Row &row : rows)
        counters.insert(row.at(0).toInt(), row.at(1).toLongLong());
    if (!draftsOf.isEmpty()) {
        // Drafts are this desk's and few.
        const Row row = sql.row(u"SELECT count(*), total(refused) FROM case_list INDEXED BY list_own WHERE stage=0 AND operator<>?"_s, {draftsOf});
        const qint64 others = row.isEmpty() ? 0 : row.at(0).toLongLong();
        for (const ListFilter filter : {ListFilter::All, ListFilter::Drafts})
            counters[int(filter)] -= others;
        counters[int(ListFilter::Refused)] -= row.isEmpty() ? 0 : row.at(1).toLongLong();
    }
    const Row due = sql.row(u"SELECT total(cases) FROM due_counters WHERE due<=?"_s, {columnOf(dueBefore)});
    counters.insert(int(ListFilter::DueSoon), due.isEmpty() ? 0 : due.at(0).toLongLong());
    return counters;
}

QString listColumns()
{
    return u"id, number, provisional, name, title, departments, items, stage, decided, correction, due, opened_at, waiting, operator, refused"_s;
}

CaseListRow rowFrom(const Row &columns)
{
    CaseListRow row;
    row.id = idFrom(columns.at(0));
    row.number = columns.at(1).toString();
    row.provisional = columns.at(2).toBool();
    row.maskedName = columns.at(3).toString();
    row.title = columns.at(4).toString();
    row.departments = columns.at(5).toInt();
    row.items = columns.at(6).toInt();
    row.stage = domain::CaseStage(columns.at(7).toInt());
    row.decidedParts = columns.at(8).toInt();
    row.correctionAsked = columns.at(9).toBool();
    row.due = dayFrom(columns.at(10));
    row.openedAt = momentFrom(columns.at(11));
    row.waiting = columns.at(12).toInt();
    row.operatorId = columns.at(13).toString();
    row.refused = columns.at(14).toBool();
    return row;
}

} // namespace yichuang::store
