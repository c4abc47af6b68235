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

/** Rows that carry all tokens, newest first, one at a time: jumps from token to token over what cannot match. */
class Stream
{
public:
    Stream(Sql &sql, QStringList tokens, qint64 below) : m_sql(sql), m_tokens(std::move(tokens)), m_next(below - 1)
    {
        // The rarest token leads, so that the walk is as long as its rows and no longer.
        QHash<QString, int> rows;
        for (const QString &token : std::as_const(m_tokens)) {
            const Row counted = m_sql.row(u"SELECT count(*) FROM (SELECT 1 FROM search_tokens WHERE token=? LIMIT %1)"_s
                                              .arg(countedRows), {token});
            rows.insert(token, counted.isEmpty() ? 0 : counted.at(0).toInt());
        }
        std::sort(m_tokens.begin(), m_tokens.end(), [&](const QString &a, const QString &b) { return rows[a] < rows[b]; });
        advance();
    }

    /** The row the stream stands on; nothing at its end. */
    [[nodiscard]] std::optional<qint64> at() const { return m_at; }

    void advance()
    {
        m_at.reset();
        qint64 wanted = m_next;
        for (qsizetype agreed = 0, i = 0; agreed < m_tokens.size(); i = (i + 1) % m_tokens.size()) {
            const Row row = m_sql.row(u"SELECT sort FROM search_tokens WHERE token=? AND sort<=? ORDER BY sort DESC LIMIT 1"_s,
                                      {m_tokens.at(i), wanted});
            if (row.isEmpty())
                return;
            const qint64 found = row.at(0).toLongLong();
            agreed = found == wanted ? agreed + 1 : 1;
            wanted = found;
        }
        m_at = wanted;
        m_next = wanted - 1;
    }

private:
    Sql &m_sql;
    QStringList m_tokens;
    qint64 m_next;
    std::optional<qint64> m_at;
};

/** The term that is looked up in the index; the others are checked on the rows it gives. */
const Term &leadingTerm(const QList<Term> &terms)
{
    const auto weight = [](const Term &term) { return term.text.size() + (term.text.front().unicode() >= 0x80 ? 2 : 0); };
    return *std::max_element(terms.cbegin(), terms.cend(),
                             [&](const Term &a, const Term &b) { return weight(a) < weight(b); });
}

ListPage searchedPage(Sql &sql, const ListQuery &query, int limit, const QList<Term> &terms)
{
    std::vector<Stream> streams;
    for (const TermReading &reading : leadingTerm(terms).readings)
        streams.emplace_back(sql, reading.tokens, keyFrom(query.after).sort);
    ListPage page;
    qint64 last = newest;
    for (int looked = 0; looked < mostCandidates && !sql.failed(); ++looked) {
        std::optional<qint64> sort;
        for (const Stream &stream : streams)
            sort = stream.at() ? std::max(sort.value_or(*stream.at()), *stream.at()) : sort;
        if (!sort) {
            page.next.clear();
            return page;
        }
        for (Stream &stream : streams) {
            if (stream.at() == sort)
                stream.advance();
        }
        last = *sort;
        const Row words = sql.row(u"SELECT words FROM search_words WHERE sort=?"_s, {*sort});
        const QString text = words.isEmpty() ? QString() : words.at(0).toString();
        if (!std::all_of(terms.cbegin(), terms.cend(), [&](const Term &term) { return fits(text, term); }))
            continue;
        const Row columns = sql.row(u"SELECT "_s + listColumns() + u", sort FROM case_list WHERE sort=?"_s, {*sort});
        if (columns.isEmpty() || !isShown(rowFrom(columns), query))
            continue;
        if (page.rows.size() == limit)
            return page;
        take(page, columns, limit);
    }
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
