// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "../searchwords.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

namespace {

constexpr int batch = 500;

/** Adds the initials to the words of every case, a bounded number of rows in memory at a time. */
void addInitials(Sql &sql)
{
    QVariant after = std::numeric_limits<qint64>::min();
    for (;;) {
        const QList<Row> rows = sql.rows(
            u"SELECT sort, words FROM search_words WHERE sort>? ORDER BY sort LIMIT %1"_s.arg(batch), {after});
        for (const Row &row : rows) {
            const QString before = row.at(1).toString();
            const QString words = withInitials(before);
            sql.run(u"UPDATE search_words SET words=? WHERE sort=?"_s, {words, row.at(0)});
            const QSet<QString> added = tokensOf(words) - tokensOf(before);
            for (const QString &token : added)
                sql.run(u"INSERT OR IGNORE INTO search_tokens(token, sort) VALUES(?, ?)"_s, {token, row.at(0)});
            after = row.at(0);
        }
        if (rows.size() < batch)
            return;
    }
}

} // namespace

void addInitialsAndAudit(Sql &sql)
{
    sql.run(u"CREATE TABLE audit(id BLOB PRIMARY KEY, at INTEGER, operator TEXT, action TEXT NOT NULL, case_id TEXT,"
            " subject TEXT)"_s);
    addInitials(sql);
}

} // namespace yichuang::store::migrations
