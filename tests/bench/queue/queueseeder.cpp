// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "queueseeder.h"

#include "kit/barecipher.h"
#include "kit/figures.h"
#include "queuecases.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstring>
#include <listtable.h>
#include <searchwords.h>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

namespace {

/** Cases opened in the same millisecond share the first part of the store's sort key. */
constexpr qint64 sortStep = qint64(1) << 20;
constexpr int sampledCases = 400;

/** Every token with its cases. Long tokens are nearly one to a case and are sorted once instead of being looked up. */
class TokenHeap
{
public:
    void add(const QString &token, quint32 place)
    {
        const QByteArray bytes = token.toUtf8();
        if (bytes.size() < shortest || bytes.size() > longest || bytes.front() != 'n') {
            m_common[bytes.toStdString()].push_back(place);
            return;
        }
        Rare rare{};
        std::copy(bytes.cbegin(), bytes.cend(), rare.text);
        rare.place = place;
        m_rare.push_back(rare);
    }

    /** Calls `row(token, place)` in the order of the index. */
    template<typename Each>
    void walk(Each row)
    {
        std::sort(m_rare.begin(), m_rare.end());
        std::vector<const std::pair<const std::string, std::vector<quint32>> *> common;
        common.reserve(m_common.size());
        for (const auto &entry : m_common)
            common.push_back(&entry);
        std::sort(common.begin(), common.end(), [](auto *a, auto *b) { return a->first < b->first; });
        auto rare = m_rare.cbegin();
        const auto rareUpTo = [&](const std::string *token) {
            for (; rare != m_rare.cend() && (!token || rare->text < *token); ++rare)
                row(QByteArray(rare->text), rare->place);
        };
        for (const auto *entry : common) {
            rareUpTo(&entry->first);
            for (const quint32 place : entry->second)
                row(QByteArray::fromStdString(entry->first), place);
        }
        rareUpTo(nullptr);
    }

private:
    static constexpr int shortest = 14;
    static constexpr int longest = 23;
    struct Rare {
        char text[longest + 1];
        quint32 place;
        bool operator<(const Rare &other) const
        {
            const int order = std::strcmp(text, other.text);
            return order < 0 || (order == 0 && place < other.place);
        }
    };
    std::unordered_map<std::string, std::vector<quint32>> m_common;
    std::vector<Rare> m_rare;
};

class Seeder
{
public:
    Seeder(const QString &file, const vault::SecureKey &key) : m_db(file, key)
    {
        m_db.exec("PRAGMA journal_mode=DELETE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                  " PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-131072; BEGIN");
    }

    void writeCases(int count, SeededQueue &seeded);
    qint64 writeTokens();
    void writeCounters();
    void end() { m_db.exec("COMMIT"); }

private:
    void countRow(const store::CaseListRow &row);

    BareCipher m_db;
    TokenHeap m_tokens;
    std::vector<qint64> m_sorts;
    QMap<int, qint64> m_counters;
    QMap<qint64, qint64> m_due;
};

void Seeder::countRow(const store::CaseListRow &row)
{
    const QList<store::ListFilter> filters = store::filtersOf(row);
    for (const store::ListFilter filter : filters)
        ++m_counters[int(filter)];
    if (row.due.isValid())
        ++m_due[row.due.toJulianDay()];
}

void Seeder::writeCases(int count, SeededQueue &seeded)
{
    BareStatement list = m_db.prepare(
        "INSERT INTO case_list(sort, id, number, provisional, name, title, departments, items, stage, decided, correction,"
        " due, opened_at, waiting, operator, saved_at) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,nullif(?12,0),?13,?14,?15,?13)");
    BareStatement search = m_db.prepare("INSERT INTO search_words(sort, words) VALUES(?1, ?2)");
    QueueCases cases(count);
    const int sampleEvery = std::max(1, count / sampledCases);
    for (int i = 0; i < count; ++i) {
        const QueueCase made = cases.next();
        const store::CaseListRow row = store::listRowOf(
            made.onCase, made.event.isEmpty() ? made.onCase.parts.first().itemName : made.event, made.waiting);
        const qint64 sort = row.openedAt.toMSecsSinceEpoch() * sortStep;
        m_sorts.push_back(sort);
        list.bind(1, sort).bindBlob(2, row.id.toRfc4122()).bind(3, row.number.toUtf8()).bind(4, qint64(row.provisional));
        list.bind(5, row.maskedName.toUtf8()).bind(6, row.title.toUtf8()).bind(7, row.departments).bind(8, row.items);
        list.bind(9, int(row.stage)).bind(10, row.decidedParts).bind(11, qint64(row.correctionAsked));
        list.bind(12, row.due.isValid() ? row.due.toJulianDay() : 0).bind(13, row.openedAt.toMSecsSinceEpoch());
        list.bind(14, row.waiting).bind(15, made.onCase.openedBy.operatorId.toUtf8()).run();
        const QString words = store::wordsOf(made.onCase, made.event);
        search.bind(1, sort).bind(2, words.toUtf8()).run();
        const QSet<QString> tokens = store::tokensOf(words);
        for (const QString &token : tokens)
            m_tokens.add(token, quint32(i));
        countRow(row);
        if (i % sampleEvery == 0) {
            seeded.names.append(made.onCase.applicant->name);
            seeded.numbers.append(made.onCase.applicant->number);
            if (!made.onCase.number.isEmpty())
                seeded.numbers.append(made.onCase.number);
        }
    }
}

qint64 Seeder::writeTokens()
{
    BareStatement statement = m_db.prepare("INSERT INTO search_tokens(token, sort) VALUES(?1, ?2)");
    qint64 rows = 0;
    m_tokens.walk([&](const QByteArray &token, quint32 place) {
        statement.bind(1, token).bind(2, m_sorts[place]).run();
        ++rows;
    });
    return rows;
}

void Seeder::writeCounters()
{
    BareStatement counter = m_db.prepare("INSERT INTO counters(filter, cases) VALUES(?1, ?2)");
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it)
        counter.bind(1, it.key()).bind(2, it.value()).run();
    BareStatement due = m_db.prepare("INSERT INTO due_counters(due, cases) VALUES(?1, ?2)");
    for (auto it = m_due.cbegin(); it != m_due.cend(); ++it)
        due.bind(1, it.key()).bind(2, it.value()).run();
}

} // namespace

SeededQueue seedQueue(BenchStore &store, int cases)
{
    QElapsedTimer timer;
    timer.start();
    SeededQueue seeded;
    Seeder seeder(store.file(), *store.key());
    seeder.writeCases(cases, seeded);
    say(u"  %1 cases made after %2 s"_s.arg(cases).arg(timer.elapsed() / 1000));
    seeded.searchRows = seeder.writeTokens();
    seeder.writeCounters();
    seeder.end();
    seeded.seconds = double(timer.elapsed()) / 1000;
    return seeded;
}

} // namespace yichuang::bench
