// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "listquery.h"

#include "listkey.h"
#include "listtable.h"
#include "searchquery.h"

#include <QElapsedTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Result;

QByteArray keyBytes(const CaseListRow &row, qint64 sort)
{
    return QByteArray::number(row.due.isValid() ? row.due.toJulianDay() : 0) + ':' + QByteArray::number(sort);
}

ListKey keyFrom(const QByteArray &bytes)
{
    const QList<QByteArray> parts = bytes.split(':');
    bool dueRead = false;
    bool sortRead = false;
    const ListKey key{parts.value(0).toLongLong(&dueRead), parts.value(1).toLongLong(&sortRead), true};
    return dueRead && sortRead ? key : ListKey();
}

bool isShown(const CaseListRow &row, const ListQuery &query)
{
    if (row.stage == domain::CaseStage::Draft && !query.draftsOf.isEmpty() && row.operatorId != query.draftsOf)
        return false;
    if (query.filter == ListFilter::DueSoon)
        return row.due.isValid() && row.due <= query.dueBefore;
    return filtersOf(row).contains(query.filter);
}

namespace {

/** The index of a filter and its condition, word for word as the index has it. */
std::pair<QString, QString> indexOf(ListFilter filter)
{
    switch (filter) {
    case ListFilter::Drafts: return {u" INDEXED BY list_own"_s, u"stage=0 AND "_s};
    case ListFilter::Waiting: return {u" INDEXED BY list_own"_s, u"waiting>0 AND "_s};
    case ListFilter::InProgress: return {u" INDEXED BY list_progress"_s, u"stage IN (1,2) AND "_s};
    case ListFilter::Corrections: return {u" INDEXED BY list_corrections"_s, u"correction=1 AND "_s};
    case ListFilter::Refused: return {u" INDEXED BY list_refused"_s, u"refused=1 AND "_s};
    case ListFilter::Ended: return {u" INDEXED BY list_ended"_s, u"stage IN (3,4,5) AND "_s};
    case ListFilter::All:
    case ListFilter::DueSoon:
        break;
    }
    return {};
}

bool hasDrafts(ListFilter filter)
{
    return filter == ListFilter::All || filter == ListFilter::Drafts || filter == ListFilter::Refused;
}

void take(ListPage &page, const Row &columns, int limit)
{
    const CaseListRow row = rowFrom(columns);
    const qint64 sort = columns.last().toLongLong();
    if (page.rows.size() < limit) {
        page.rows.append(row);
        page.next = keyBytes(row, sort);
    }
}

/** Asks for one row more than the page holds: only then is there a next page. */
ListPage plainPage(Sql &sql, const ListQuery &query, int limit)
{
    const ListKey after = keyFrom(query.after);
    auto [index, condition] = indexOf(query.filter);
    QVariantList values;
    if (!query.draftsOf.isEmpty() && hasDrafts(query.filter)) {
        condition += u"(stage<>0 OR operator=?) AND "_s;
        values.append(query.draftsOf);
    }
    QList<Row> rows;
    if (query.filter == ListFilter::DueSoon) {
        rows = sql.rows(u"SELECT "_s + listColumns() + u", sort FROM case_list INDEXED BY list_due WHERE due IS NOT NULL"
                        " AND due<=? AND (due, sort)>(?, ?) ORDER BY due, sort LIMIT ?"_s,
                        {columnOf(query.dueBefore), after.due, after.given ? after.sort : 0, limit + 1});
    } else {
        rows = sql.rows(u"SELECT "_s + listColumns() + u", sort FROM case_list"_s + index + u" WHERE "_s + condition
                            + u"sort<? ORDER BY sort DESC LIMIT ?"_s,
                        values << after.sort << limit + 1);
    }
    ListPage page;
    for (const Row &row : std::as_const(rows))
        take(page, row, limit);
    if (rows.size() <= limit)
        page.next.clear();
    return page;
}

} // namespace

Result<ListPage> listCases(Sql &sql, const ListQuery &query)
{
    QElapsedTimer timer;
    timer.start();
    const int limit = std::clamp(query.limit, 1, 200);
    const QList<Term> terms = termsOf(query.search);
    ListPage page;
    if (!terms.isEmpty()) {
        page = searchedPage(sql, query, limit, terms, keyFrom(query.after).sort);
        page.tooShort = tooShort(terms);
    } else if (query.search.trimmed().isEmpty()) {
        page = plainPage(sql, query, limit);
        page.total = readCounters(sql, query.dueBefore, query.draftsOf).value(int(query.filter));
    }
    if (auto read = sql.takeResult(); !read)
        return tl::unexpected(read.error());
    page.queryMicroseconds = timer.nsecsElapsed() / 1000;
    return page;
}

} // namespace yichuang::store
