// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "../searchwords.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

void indexNumberEnds(Sql &sql)
{
    constexpr int rowsAtATime = 500;
    QVariant after = std::numeric_limits<qint64>::min();
    for (;;) {
        const QList<Row> rows = sql.rows(
            u"SELECT sort, words FROM search_words WHERE sort>? ORDER BY sort LIMIT %1"_s.arg(rowsAtATime), {after});
        for (const Row &row : rows) {
            const QSet<QString> tokens = tokensOf(row.at(1).toString());
            for (const QString &token : tokens) {
                if (token.startsWith(u'e'))
                    sql.run(u"INSERT OR IGNORE INTO search_tokens(token, sort) VALUES(?, ?)"_s, {token, row.at(0)});
            }
            after = row.at(0);
        }
        if (rows.size() < rowsAtATime)
            return;
    }
}

} // namespace yichuang::store::migrations
