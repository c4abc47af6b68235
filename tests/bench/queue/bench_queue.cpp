// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// First page, filters and search of the case list against the bare SQL on the same file. Usage: bench_queue [CASES…];
// without a number a small queue, as a test: the seeder must fit the store's schema, and both ways must find the same.
#include "kit/barecipher.h"
#include "kit/benchstore.h"
#include "kit/figures.h"
#include "queueseeder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <domain/workcalendar.h>
#include <functional>
#include <random>
#include <searchwords.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::bench;
using store::ListFilter;
using store::ListQuery;

namespace {

constexpr int pageRows = 50;
constexpr int rounds = 200;
constexpr int smokeCases = 2000;
constexpr const char *columns = "id, number, provisional, name, title, departments, items, stage, decided, correction, due,"
                                " opened_at, waiting";
const QDate today(2026, 11, 23);
const QDate dueBefore = today.addDays(2);

/** One question asked both ways. */
struct Question {
    ListQuery query;
    std::function<int()> bare;   ///< rows read
};

/** The same questions as the least SQL that can answer them, each statement prepared once. */
class BareList
{
public:
    explicit BareList(BareCipher &db) : m_db(db) {}

    int page(ListFilter filter, qint64 below = std::numeric_limits<qint64>::max())
    {
        (void)statement("SELECT cases FROM counters WHERE filter=?1").bind(1, int(filter)).readAll();
        if (filter == ListFilter::DueSoon) {
            return statement(text("SELECT %1, sort FROM case_list WHERE due IS NOT NULL AND due<=?1 ORDER BY due, sort LIMIT 51"))
                .bind(1, dueBefore.toJulianDay())
                .readAll();
        }
        const QByteArray sql = text("SELECT %1, sort FROM case_list WHERE ") + condition(filter)
            + "sort<?1 ORDER BY sort DESC LIMIT 51";
        return statement(sql).bind(1, below).readAll();
    }

    /** Cases that carry all tokens; a filter is narrower than a token and is walked first. */
    int search(const QStringList &tokens, ListFilter filter)
    {
        QByteArray sql;
        QByteArray where;
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            const QByteArray name = 't' + QByteArray::number(i);
            sql += (i > 0 ? " JOIN search_tokens " : "search_tokens ") + name;
            where += (i > 0 ? " AND " + name + ".sort=t0.sort AND " : QByteArray()) + name + ".token=?" + QByteArray::number(i + 1);
        }
        const QByteArray narrow = condition(filter);
        sql = narrow.isEmpty() ? sql + " JOIN case_list l" : "case_list l INDEXED BY " + index(filter) + " CROSS JOIN " + sql;
        where = narrow + where + " AND l.sort=t0.sort ORDER BY " + (narrow.isEmpty() ? "t0" : "l") + ".sort DESC LIMIT 51";
        BareStatement &prepared = statement(text("SELECT %1, l.sort FROM ") + sql + " WHERE " + where);
        for (qsizetype i = 0; i < tokens.size(); ++i)
            prepared.bind(int(i) + 1, tokens.at(i).toUtf8());
        return prepared.readAll();
    }

private:
    static QByteArray text(const char *sql) { return QByteArray(sql).replace("%1", columns); }

    static QByteArray condition(ListFilter filter)
    {
        switch (filter) {
        case ListFilter::Drafts: return "stage=0 AND ";
        case ListFilter::Waiting: return "waiting>0 AND ";
        case ListFilter::InProgress: return "stage IN (1,2) AND ";
        case ListFilter::Corrections: return "correction=1 AND ";
        case ListFilter::Refused: return "refused=1 AND ";
        case ListFilter::Ended: return "stage IN (3,4,5) AND ";
        case ListFilter::All:
        case ListFilter::DueSoon:
            break;
        }
        return {};
    }

    static QByteArray index(ListFilter filter)
    {
        static const QHash<ListFilter, QByteArray> names{{ListFilter::Drafts, "list_own"},
                                                         {ListFilter::Waiting, "list_own"},
                                                         {ListFilter::InProgress, "list_progress"},
                                                         {ListFilter::Corrections, "list_corrections"},
                                                         {ListFilter::Refused, "list_refused"},
                                                         {ListFilter::Ended, "list_ended"}};
        return names.value(filter);
    }

    BareStatement &statement(const QByteArray &sql)
    {
        const auto known = m_statements.find(sql);
        if (known != m_statements.end())
            return *known;
        return *m_statements.insert(sql, m_db.prepare(sql.constData()));
    }

    BareCipher &m_db;
    QHash<QByteArray, BareStatement> m_statements;
};

class QueueBench
{
public:
    explicit QueueBench(int cases) : m_cases(cases) {}
    void run();

private:
    enum class Match { Same, NoMore };   ///< tokens alone may let a few more through than the words do
    void ask(const QString &name, Match match, const std::function<Question(int)> &question);
    void askPages();
    void askSearches();
    [[nodiscard]] Question searched(const QString &text, ListFilter filter = ListFilter::All);
    [[nodiscard]] Question searchedByEnd(const QString &number);

    int m_cases;
    BenchStore m_store;
    SeededQueue m_seeded;
    std::unique_ptr<BareList> m_bare;
};

Question QueueBench::searched(const QString &text, ListFilter filter)
{
    ListQuery query;
    query.search = text;
    query.filter = filter;
    query.limit = pageRows;
    query.today = today;
    query.dueBefore = dueBefore;
    // The bare SQL is given the reading that finds something, and need not find out which one that is.
    QStringList tokens;
    const QList<store::Term> terms = store::termsOf(text);
    for (const store::Term &term : terms)
        tokens = term.readings.constFirst().tokens.constFirst().startsWith(u'n') && !text.front().isDigit()
            ? term.readings.constLast().tokens
            : term.readings.constFirst().tokens;
    return {query, [this, tokens, filter] { return m_bare->search(tokens, filter); }};
}

Question QueueBench::searchedByEnd(const QString &number)
{
    const QString end = number.right(4);
    Question question = searched(end);
    question.bare = [this, end] { return m_bare->search({u'e' + end.toLower()}, ListFilter::All); };
    return question;
}

void QueueBench::ask(const QString &name, Match match, const std::function<Question(int)> &question)
{
    Samples ours;
    Samples bare;
    int found = 0;
    int bareFound = 0;
    for (int i = 0; i < rounds; ++i) {
        const Question asked = question(i);
        const auto askStore = [&] {
            ours.add(timed([&] {
                const auto page = m_store.store().listCases(asked.query).result();
                if (!page)
                    giveUp(page.error().detail);
                found += int(page->rows.size());
            }));
        };
        const auto askBare = [&] { bare.add(timed([&] { bareFound += std::min(asked.bare(), pageRows); })); };
        // Who comes second finds the pages in the system's cache.
        if (i % 2 == 0) {
            askStore();
            askBare();
        } else {
            askBare();
            askStore();
        }
    }
    say(u"  %1: %2 rows, bare %3"_s.arg(name).arg(found).arg(bareFound));
    if (found > bareFound || (match == Match::Same && found != bareFound))
        giveUp(u"the two ways find different rows"_s);
    printSeries(u"queue.%1.%2"_s.arg(m_cases).arg(name), ours, bare, u"ours <= 16"_s);
}

void QueueBench::askPages()
{
    const auto pageOf = [this](ListFilter filter) {
        ListQuery query;
        query.filter = filter;
        query.limit = pageRows;
        query.today = today;
        query.dueBefore = dueBefore;
        return Question{query, [this, filter] { return m_bare->page(filter); }};
    };
    ask(u"first-page"_s, Match::Same, [&](int) { return pageOf(ListFilter::All); });
    QByteArray after;
    ask(u"next-page"_s, Match::Same, [&](int) {
        Question question = pageOf(ListFilter::All);
        question.query.after = after;
        const auto page = m_store.store().listCases(question.query).result();
        if (page)
            after = page->next;
        question.query.after = after;
        const qint64 below = after.isEmpty() ? std::numeric_limits<qint64>::max() : after.mid(after.indexOf(':') + 1).toLongLong();
        question.bare = [this, below] { return m_bare->page(ListFilter::All, below); };
        return question;
    });
    ask(u"filter"_s, Match::Same, [&](int i) { return pageOf(ListFilter(1 + i % int(ListFilter::Ended))); });
}

void QueueBench::askSearches()
{
    std::mt19937_64 random(7);
    const auto oneOf = [&](const QStringList &list) { return list.at(qsizetype(random() % std::size_t(list.size()))); };
    ask(u"search-name"_s, Match::NoMore, [&](int) { return searched(oneOf(m_seeded.names).left(2)); });
    ask(u"search-number"_s, Match::NoMore, [&](int i) { return searched(oneOf(m_seeded.numbers).left(6 + 2 * (i % 7))); });
    ask(u"search-number-end"_s, Match::Same, [&](int) {
        QString number = oneOf(m_seeded.numbers);
        while (number.right(4).startsWith(u"99")) // nearly every number begins with it
            number = oneOf(m_seeded.numbers);
        return searchedByEnd(number);
    });
    ask(u"search-initials"_s, Match::NoMore, [&](int i) {
        const QString line = store::withInitials(u'a' + oneOf(m_seeded.names)).section(u'\n', 1, 1);
        return searched(line.mid(1, 2 + i % 3));
    });
    ask(u"search-name-in-filter"_s, Match::NoMore, [&](int i) {
        const ListFilter filter = i % 2 == 0 ? ListFilter::InProgress : ListFilter::Corrections;
        return searched(oneOf(m_seeded.names).left(2), filter);
    });
    ask(u"search-common-in-filter"_s, Match::NoMore, [&](int i) { return searched(u"登记"_s, i % 2 == 0 ? ListFilter::InProgress : ListFilter::Drafts); });
}

void QueueBench::run()
{
    m_store.open();
    m_store.close();
    m_seeded = seedQueue(m_store, m_cases);
    say(u"  %1 search rows in all, %2 s, %3 MiB"_s.arg(m_seeded.searchRows).arg(m_seeded.seconds, 0, 'f', 1)
            .arg(QFileInfo(m_store.file()).size() >> 20));
    m_store.open();
    BareCipher bare(m_store.file(), *m_store.key());
    m_bare = std::make_unique<BareList>(bare);
    askPages();
    askSearches();
    m_bare.reset();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty())
        arguments.append(QString::number(smokeCases));
    for (const QString &argument : arguments) {
        const int cases = argument.toInt();
        if (cases < 1)
            giveUp(u"not a number of cases: "_s + argument);
        say(u"queue of %1 cases"_s.arg(cases));
        QueueBench(cases).run();
    }
    return 0;
}
