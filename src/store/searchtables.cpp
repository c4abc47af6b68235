// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "searchtables.h"

#include "searchwords.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

namespace {

QString indexedWords(Sql &sql, qint64 sort)
{
    const Row row = sql.row(u"SELECT words FROM search_words WHERE sort=?"_s, {sort});
    return row.isEmpty() ? QString() : row.at(0).toString();
}

void indexWords(Sql &sql, qint64 sort, const QString &words)
{
    const QString before = indexedWords(sql, sort);
    if (before == words)
        return;
    sql.run(u"INSERT INTO search_words(sort, words) VALUES(?, ?) ON CONFLICT(sort) DO UPDATE SET words=excluded.words"_s,
            {sort, words});
    const QSet<QString> had = tokensOf(before);
    const QSet<QString> has = tokensOf(words);
    for (const QString &token : had - has)
        sql.run(u"DELETE FROM search_tokens WHERE token=? AND sort=?"_s, {token, sort});
    for (const QString &token : has - had)
        sql.run(u"INSERT INTO search_tokens(token, sort) VALUES(?, ?)"_s, {token, sort});
}

} // namespace

void writeWords(Writing &writing, qint64 sort, const QString &words)
{
    Sql &sql = writing.sql;
    const Row recent = sql.row(u"SELECT words FROM search_recent WHERE sort=?"_s, {sort});
    if (words == (recent.isEmpty() ? indexedWords(sql, sort) : recent.at(0).toString()))
        return;
    sql.run(u"INSERT INTO search_recent(sort, words) VALUES(?, ?) ON CONFLICT(sort) DO UPDATE SET words=excluded.words"_s,
            {sort, words});
    writing.recentWords += recent.isEmpty() ? 1 : 0;
}

void foldWords(Writing &writing)
{
    Sql &sql = writing.sql;
    const QList<Row> rows = sql.rows(u"SELECT sort, words FROM search_recent ORDER BY sort"_s);
    for (const Row &row : rows)
        indexWords(sql, row.at(0).toLongLong(), row.at(1).toString());
    sql.run(u"DELETE FROM search_recent"_s);
    // Should this be rolled back, the rows are still found where they are, and folded after as many more.
    writing.recentWords = 0;
}

int countRecentWords(Sql &sql)
{
    const Row row = sql.row(u"SELECT count(*) FROM search_recent"_s);
    return row.isEmpty() ? 0 : row.at(0).toInt();
}

} // namespace yichuang::store
