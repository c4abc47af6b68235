// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "listquery.h"

#include "listtable.h"
#include "searchwords.h"

#include <QElapsedTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Result;

namespace {

constexpr qint64 newest = std::numeric_limits<qint64>::max();
/** Candidates looked at for one page of a search; a page may then be short although more follows. */
constexpr int mostCandidates = 20000;
/** How far a token's rows are counted to find the rarest. */
constexpr int countedRows = 1000;
/** Sets of rows that are joined; more of them rule out next to nothing. */
constexpr int mostSources = 4;

/** Where a page starts: after this row. */
struct Key {
    qint64 due = std::numeric_limits<qint64>::min(); ///< DueSoon only
    qint64 sort = newest;
    bool given = false;
};

QByteArray keyBytes(const CaseListRow &row, qint64 sort)
{
    return QByteArray::number(row.due.isValid() ? row.due.toJulianDay() : 0) + ':' + QByteArray::number(sort);
}

Key keyFrom(const QByteArray &bytes)
{
    const QList<QByteArray> parts = bytes.split(':');
    bool dueRead = false;
    bool sortRead = false;
    const Key key{parts.value(0).toLongLong(&dueRead), parts.value(1).toLongLong(&sortRead), true};
    return dueRead && sortRead ? key : Key();
}

/** The index of a filter and its condition, word for word as the index has it. */
std::pair<QString, QString> indexOf(ListFilter filter)
{
    switch (filter) {
    case ListFilter::Drafts: return {u" INDEXED BY list_drafts"_s, u"stage=0 AND "_s};
    case ListFilter::Waiting: return {u" INDEXED BY list_waiting"_s, u"waiting>0 AND "_s};
    case ListFilter::InProgress: return {u" INDEXED BY list_progress"_s, u"stage IN (1,2) AND "_s};
    case ListFilter::Corrections: return {u" INDEXED BY list_corrections"_s, u"correction=1 AND "_s};
    case ListFilter::Ended: return {u" INDEXED BY list_ended"_s, u"stage IN (3,4,5) AND "_s};
    case ListFilter::All:
    case ListFilter::DueSoon:
        break;
    }
    return {};
}

bool isShown(const CaseListRow &row, const ListQuery &query)
{
    if (query.filter == ListFilter::DueSoon)
        return row.due.isValid() && row.due <= query.dueBefore;
    return filtersOf(row).contains(query.filter);
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
    const Key after = keyFrom(query.after);
    const auto [index, condition] = indexOf(query.filter);
    QList<Row> rows;
    if (query.filter == ListFilter::DueSoon) {
        rows = sql.rows(u"SELECT "_s + listColumns() + u", sort FROM case_list INDEXED BY list_due WHERE due IS NOT NULL"
                        " AND due<=? AND (due, sort)>(?, ?) ORDER BY due, sort LIMIT ?"_s,
                        {columnOf(query.dueBefore), after.due, after.given ? after.sort : 0, limit + 1});
    } else {
        rows = sql.rows(u"SELECT "_s + listColumns() + u", sort FROM case_list"_s + index + u" WHERE "_s + condition
                            + u"sort<? ORDER BY sort DESC LIMIT ?"_s,
                        {after.sort, limit + 1});
    }
    ListPage page;
    for (const Row &row : std::as_const(rows))
        take(page, row, limit);
    if (rows.size() <= limit)
        page.next.clear();
    return page;
}

/** One set of rows in the order of `sort`: those of a token, or those of a filter. */
struct Source {
    QString table;         ///< with its index, ready to be given a name
    QString condition;     ///< "%1" stands for that name
    QVariantList values;
    int rows = 0;          ///< counted up to countedRows
};

Source tokenSource(const QString &token)
{
    return {u"search_tokens %1"_s, u"%1.token=?"_s, {token}};
}

/** The rows of a filter's own index; nothing where the filter narrows little. DueSoon is part of what is under way. */
std::optional<Source> filterSource(ListFilter filter)
{
    switch (filter) {
    case ListFilter::Drafts: return Source{u"case_list %1 INDEXED BY list_drafts"_s, u"%1.stage=0"_s, {}};
    case ListFilter::Waiting: return Source{u"case_list %1 INDEXED BY list_waiting"_s, u"%1.waiting>0"_s, {}};
    case ListFilter::InProgress:
    case ListFilter::DueSoon: return Source{u"case_list %1 INDEXED BY list_progress"_s, u"%1.stage IN (1,2)"_s, {}};
    case ListFilter::Corrections: return Source{u"case_list %1 INDEXED BY list_corrections"_s, u"%1.correction=1"_s, {}};
    case ListFilter::All:
    case ListFilter::Ended:
        break;
    }
    return {};
}

/** The sources of a reading, rarest first: the first is walked, the others are only asked for its rows. */
QList<Source> sourcesOf(Sql &sql, const TermReading &reading, ListFilter filter)
{
    QList<Source> sources;
    for (const QString &token : reading.tokens)
        sources.append(tokenSource(token));
    if (auto narrow = filterSource(filter))
        sources.append(*narrow);
    for (Source &source : sources) {
        const Row counted = sql.row(u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 LIMIT %3)"_s
                                        .arg(source.table.arg(u"s"_s), source.condition.arg(u"s"_s)).arg(countedRows),
                                    source.values);
        source.rows = counted.isEmpty() ? 0 : counted.at(0).toInt();
    }
    std::stable_sort(sources.begin(), sources.end(), [](const Source &a, const Source &b) { return a.rows < b.rows; });
    // What the rarest do not rule out is ruled out by looking at the words.
    return sources.mid(0, mostSources);
}

/** Rows that are in every source, newest first. CROSS JOIN keeps SQLite to the order that was chosen here. */
QString candidateSql(const QList<Source> &sources, QVariantList &values, qint64 below)
{
    QStringList tables;
    QStringList conditions;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const QString name = u"s%1"_s.arg(i);
        tables.append(sources.at(i).table.arg(name));
        conditions.append(sources.at(i).condition.arg(name));
        if (i > 0)
            conditions.append(name + u".sort=s0.sort"_s);
        values.append(sources.at(i).values);
    }
    values.append(below);
    return u"SELECT s0.sort FROM %1 WHERE %2 AND s0.sort<?"_s.arg(tables.join(u" CROSS JOIN "_s), conditions.join(u" AND "_s));
}

/** The term that is looked up in the index; the others are checked on the rows it gives. */
const Term &leadingTerm(const QList<Term> &terms)
{
    const auto weight = [](const Term &term) { return term.text.size() + (term.text.front().unicode() >= 0x80 ? 2 : 0); };
    return *std::max_element(terms.cbegin(), terms.cend(),
                             [&](const Term &a, const Term &b) { return weight(a) < weight(b); });
}

ListPage searchedPage(Sql &sql, const ListQuery &query, int limit, const QList<Term> &terms)
{
    QVariantList values;
    QStringList selects;
    for (const TermReading &reading : leadingTerm(terms).readings)
        selects.append(candidateSql(sourcesOf(sql, reading, query.filter), values, keyFrom(query.after).sort));
    // UNION merges the readings as they come: each is in order already.
    const QString candidates = selects.join(u" UNION "_s) + u" ORDER BY 1 DESC"_s;
    ListPage page;
    qint64 last = newest;
    int looked = 0;
    bool more = false;
    sql.walk(candidates, values, [&](const QSqlQuery &found) {
        if (looked++ == mostCandidates) {
            more = true;
            return false;
        }
        const qint64 sort = found.value(0).toLongLong();
        const Row words = sql.row(u"SELECT words FROM search_words WHERE sort=?"_s, {sort});
        last = sort;
        const QString text = words.isEmpty() ? QString() : words.at(0).toString();
        if (!std::all_of(terms.cbegin(), terms.cend(), [&](const Term &term) { return fits(text, term); }))
            return !sql.failed();
        const Row columns = sql.row(u"SELECT "_s + listColumns() + u", sort FROM case_list WHERE sort=?"_s, {sort});
        if (columns.isEmpty() || !isShown(rowFrom(columns), query))
            return !sql.failed();
        if (page.rows.size() == limit) {
            more = true;
            return false;
        }
        take(page, columns, limit);
        return true;
    });
    // A full page goes on after its last row; one cut short by the bound after the last row that was looked at.
    if (!more)
        page.next.clear();
    else if (page.rows.size() < limit)
        page.next = keyBytes({}, last);
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
        page = searchedPage(sql, query, limit, terms);
    } else if (query.search.trimmed().isEmpty()) {
        page = plainPage(sql, query, limit);
        page.total = readCounters(sql, query.dueBefore).value(int(query.filter));
    }
    if (auto read = sql.takeResult(); !read)
        return tl::unexpected(read.error());
    page.queryMicroseconds = timer.nsecsElapsed() / 1000;
    return page;
}

} // namespace yichuang::store
