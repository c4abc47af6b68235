// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commitcount.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

qint64 totalChanges(Sql &sql)
{
    const Row row = sql.row(u"SELECT total_changes()"_s);
    return row.isEmpty() ? 0 : row.at(0).toLongLong();
}

void countCommit(Sql &sql)
{
    sql.run(u"INSERT INTO settings(key, value) VALUES('commits', 1) ON CONFLICT(key) DO UPDATE SET value=value+1"_s);
}

qint64 readCommits(Sql &sql)
{
    const Row row = sql.row(u"SELECT value FROM settings WHERE key='commits'"_s);
    return row.isEmpty() ? 0 : row.at(0).toLongLong();
}

void writeCommits(Sql &sql, qint64 commits)
{
    sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES('commits', ?)"_s, {commits});
}

} // namespace yichuang::store
