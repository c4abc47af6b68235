// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "searchquery.h"

#include "listkey.h"
#include "listtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

namespace {

/** Candidates looked at for one page of a search; a page may then be short although more follows. */
constexpr int mostCandidates = 20000;
/** How many of its newest rows show how dense a source is. */
constexpr int sampledRows = 1000;
/** Sets of rows that are joined; more of them rule out next to nothing. */
constexpr int mostSources = 4;

/** One set of rows in the order of `sort`: those of a token, or those of a filter. */
struct Source {
    QString table;         ///< with its index, ready to be given a name
    QString condition;     ///< "%1" stands for that name
    QVariantList values;
    int rows = 0;          ///< counted up to sampledRows
    qint64 reach = 0;      ///< the last of them: the further back, the rarer the rows
};

Source tokenSource(const QString &token)
{
    return {u"search_tokens %1"_s, u"%1.token=?"_s, {token}};
}

/** The rows of a filter's own index; nothing where the filter narrows little. DueSoon is part of what is under way. */
std::optional<Source> filterSource(ListFilter filter)
{
    switch (filter) {
    case ListFilter::Drafts: return Source{u"case_list %1 INDEXED BY list_own"_s, u"%1.stage=0"_s, {}};
    case ListFilter::Waiting: return Source{u"case_list %1 INDEXED BY list_own"_s, u"%1.waiting>0"_s, {}};
    case ListFilter::DueSoon:
    case ListFilter::InProgress: return Source{u"case_list %1 INDEXED BY list_progress"_s, u"%1.stage IN (1,2)"_s, {}};
    case ListFilter::Corrections: return Source{u"case_list %1 INDEXED BY list_corrections"_s, u"%1.correction=1"_s, {}};
    case ListFilter::Refused: return Source{u"case_list %1 INDEXED BY list_refused"_s, u"%1.refused=1"_s, {}};
    case ListFilter::All:
    case ListFilter::Ended:
        break;
    }
    return {};
}

void sample(Sql &sql, Source &source, qint64 below)
{
    const Row seen = sql.row(u"SELECT count(*), min(sort) FROM (SELECT s.sort FROM %1 WHERE %2 AND s.sort<? ORDER BY s.sort DESC LIMIT %3)"_s
                                 .arg(source.table.arg(u"s"_s), source.condition.arg(u"s"_s)).arg(sampledRows),
                             source.values + QVariantList{below});
    source.rows = seen.isEmpty() ? 0 : seen.at(0).toInt();
    source.reach = seen.isEmpty() ? 0 : seen.at(1).toLongLong();
}

bool isRarer(const Source &a, const Source &b)
{
    // A page wants the newest rows: of two long sources the one is walked that has fewer of them.
    return a.rows == b.rows ? a.reach < b.reach : a.rows < b.rows;
}

/** The sources of a reading, rarest first: the first is walked, the others are only asked for its rows. */
QList<Source> sourcesOf(Sql &sql, const TermReading &reading, ListFilter filter, qint64 below)
{
    QList<Source> sources;
    for (const QString &token : reading.tokens)
        sources.append(tokenSource(token));
    if (auto narrow = filterSource(filter))
        sources.append(*narrow);
    for (Source &source : sources)
        sample(sql, source, below);
    std::stable_sort(sources.begin(), sources.end(), isRarer);
    // What the rarest do not rule out is ruled out by looking at the words.
    return sources.mid(0, mostSources);
}

/** Rows that are in every source. CROSS JOIN keeps SQLite to the order that was chosen here. */
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
    return u"SELECT w.words, l."_s + listColumns().replace(u", "_s, u", l."_s) + u", s0.sort FROM "_s
        + tables.join(u" CROSS JOIN "_s) + u" CROSS JOIN search_words w CROSS JOIN case_list l WHERE "_s
        + conditions.join(u" AND "_s) + u" AND w.sort=s0.sort AND l.sort=s0.sort AND s0.sort<?"_s;
}

/** The term that is looked up in the index; the others are checked on the rows it gives. */
const Term &leadingTerm(const QList<Term> &terms)
{
    const auto weight = [](const Term &term) { return term.text.size() + (term.text.front().unicode() >= 0x80 ? 2 : 0); };
    return *std::max_element(terms.cbegin(), terms.cend(),
                             [&](const Term &a, const Term &b) { return weight(a) < weight(b); });
}

/** Fills one page from two streams, both newest first: words not in the index yet, and what the index gives. */
class PageWalk
{
public:
    PageWalk(Sql &sql, const ListQuery &query, int limit, const QList<Term> &terms)
        : m_sql(sql), m_query(query), m_limit(limit), m_terms(terms)
    {
    }

    [[nodiscard]] ListPage run(qint64 below);

private:
    void readRecent(qint64 below);
    [[nodiscard]] QString candidates(QVariantList &values, qint64 below);
    /** Both answer false when the page is full and one more fits. */
    bool lookDownTo(qint64 sort);
    bool look(const QString &words, const Row &columns);

    Sql &m_sql;
    const ListQuery &m_query;
    int m_limit;
    const QList<Term> &m_terms;
    QList<Row> m_recent;        ///< newest first; those from m_nextRecent on are not looked at yet
    qsizetype m_nextRecent = 0;
    QSet<qint64> m_looked;      ///< rows of m_recent: what the index says of them is older
    ListPage m_page;
    bool m_more = false;
};

void PageWalk::readRecent(qint64 below)
{
    // Before the index: a row that moves there meanwhile is then seen twice, not missed.
    m_recent = m_sql.rows(u"SELECT w.words, l."_s + listColumns().replace(u", "_s, u", l."_s)
                              + u", w.sort FROM search_recent w CROSS JOIN case_list l ON l.sort=w.sort WHERE w.sort<?"
                                " ORDER BY w.sort DESC"_s, {below});
    for (const Row &row : std::as_const(m_recent))
        m_looked.insert(row.last().toLongLong());
}

QString PageWalk::candidates(QVariantList &values, qint64 below)
{
    QStringList selects;
    for (const TermReading &reading : leadingTerm(m_terms).readings)
        selects.append(candidateSql(sourcesOf(m_sql, reading, m_query.filter, below), values, below));
    // The readings are merged as they come, each in order already; a row of two readings comes twice in a row.
    // The place of a row comes after its words and its columns.
    const QString place = selects.size() > 1 ? QString::number(1 + listColumnCount + 1) : u"s0.sort"_s;
    return selects.join(u" UNION ALL "_s) + u" ORDER BY "_s + place + u" DESC"_s;
}

bool PageWalk::look(const QString &words, const Row &columns)
{
    if (!std::all_of(m_terms.cbegin(), m_terms.cend(), [&](const Term &term) { return fits(words, term); }))
        return true;
    const CaseListRow row = rowFrom(columns);
    if (!isShown(row, m_query))
        return true;
    if (m_page.rows.size() == m_limit) {
        m_more = true;
        return false;
    }
    m_page.rows.append(row);
    m_page.next = keyBytes(row, columns.last().toLongLong());
    return true;
}

bool PageWalk::lookDownTo(qint64 sort)
{
    while (m_nextRecent < m_recent.size() && m_recent.at(m_nextRecent).last().toLongLong() >= sort) {
        const Row &row = m_recent.at(m_nextRecent++);
        if (!look(row.first().toString(), row.mid(1)))
            return false;
    }
    return true;
}

ListPage PageWalk::run(qint64 below)
{
    readRecent(below);
    QVariantList values;
    const QString sql = candidates(values, below);
    qint64 last = below;
    int seen = 0;
    bool cut = false;
    m_sql.walk(sql, values, [&](const QSqlQuery &found) {
        Row columns;
        for (int i = 1; i <= listColumnCount; ++i)
            columns.append(found.value(i));
        columns.append(found.value(listColumnCount + 1));
        const qint64 sort = columns.last().toLongLong();
        if (seen++ == mostCandidates) {
            cut = true;
            return false;
        }
        if (!lookDownTo(sort))
            return false;
        const bool again = sort == std::exchange(last, sort) || m_looked.contains(sort);
        return again || look(found.value(0).toString(), columns);
    });
    if (!cut && !m_more)
        (void)lookDownTo(std::numeric_limits<qint64>::min());
    // A full page goes on after its last row; one cut short by the bound after the last row that was looked at.
    if (!cut && !m_more)
        m_page.next.clear();
    else if (m_page.rows.size() < m_limit)
        m_page.next = keyBytes({}, last);
    return m_page;
}

} // namespace

ListPage searchedPage(Sql &sql, const ListQuery &query, int limit, const QList<Term> &terms, qint64 below)
{
    return PageWalk(sql, query, limit, terms).run(below);
}

} // namespace yichuang::store
