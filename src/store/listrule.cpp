// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "listrule.h"

#include "casetable.h"
#include "listtable.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace yichuang::store {

namespace {

// Whoever asks for something meanwhile waits for so many at most.
constexpr int renewedAtATime = 20;

constexpr auto ruleKey = "list-rule"_L1;
/** How far the rows are renewed: the pass goes on there after a restart. */
constexpr auto placeKey = "list-rule-place"_L1;
/** One entry for each row that lacks its name, with the case's id behind it. */
constexpr auto unnamedKey = "list-unnamed/"_L1;
constexpr auto unnamedEnd = "list-unnamed0"_L1;

QVariant numberUnder(Sql &sql, QLatin1StringView key)
{
    const Row row = sql.row(u"SELECT value FROM settings WHERE key=?"_s, {QString(key)});
    return row.isEmpty() ? QVariant() : row.at(0);
}

void setNumber(Sql &sql, QLatin1StringView key, qint64 value)
{
    sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES(?, ?)"_s, {QString(key), QString::number(value)});
}

QList<Row> openCasesAfter(Sql &sql, const QVariant &place)
{
    return sql.rows(u"SELECT sort, id FROM (SELECT * FROM (SELECT sort, id FROM case_list INDEXED BY list_progress"
                    " WHERE stage IN (1,2) AND sort>? ORDER BY sort LIMIT ?)"
                    " UNION ALL SELECT * FROM (SELECT sort, id FROM case_list INDEXED BY list_own"
                    " WHERE stage=0 AND sort>? ORDER BY sort LIMIT ?)) ORDER BY sort LIMIT ?"_s,
                    {place, renewedAtATime, place, renewedAtATime, renewedAtATime});
}

} // namespace

bool areRowsOld(Sql &sql)
{
    return numberUnder(sql, ruleKey).toInt() < listRule;
}

void noteListRule(Sql &sql)
{
    setNumber(sql, ruleKey, listRule);
    sql.run(u"DELETE FROM settings WHERE key=?"_s, {QString(placeKey)});
}

domain::Result<bool> renewRows(Writing &writing)
{
    const QVariant place = numberUnder(writing.sql, placeKey);
    const QList<Row> rows = openCasesAfter(writing.sql, place.isNull() ? std::numeric_limits<qint64>::min() : place.toLongLong());
    for (const Row &row : rows) {
        const domain::CaseId id = idFrom(row.at(1));
        if (renewListRow(writing, caseRecord(writing, id)))
            writing.change.cases.insert(id);
    }
    if (rows.size() < renewedAtATime)
        noteListRule(writing.sql);
    else
        setNumber(writing.sql, placeKey, rows.last().at(0).toLongLong());
    return rows.size() == renewedAtATime;
}

void noteUnnamed(Sql &sql, const domain::CaseId &id)
{
    sql.run(u"INSERT OR IGNORE INTO settings(key, value) VALUES(?, '')"_s, {unnamedKey + id.toString(QUuid::WithoutBraces)});
}

static QList<Row> unnamedAfter(Sql &sql, const QString &after, int limit)
{
    return sql.rows(u"SELECT key FROM settings WHERE key>? AND key<? ORDER BY key LIMIT ?"_s,
                    {after.isEmpty() ? QString(unnamedKey) : after, QString(unnamedEnd), limit});
}

bool areRowsUnnamed(Sql &sql)
{
    return !unnamedAfter(sql, {}, 1).isEmpty();
}

domain::Result<bool> nameRows(Writing &writing, QString &after)
{
    const auto catalogue = writing.catalogues.get();
    const QList<Row> rows = unnamedAfter(writing.sql, after, renewedAtATime);
    for (const Row &row : rows) {
        after = row.at(0).toString();
        const domain::CaseId id(after.mid(unnamedKey.size()));
        const CaseRecord &record = caseRecord(writing, id);
        if (renewListRow(writing, record))
            writing.change.cases.insert(id);
        if (!lacksName(record.current, catalogue.get()))
            writing.sql.run(u"DELETE FROM settings WHERE key=?"_s, {after});
    }
    return rows.size() == renewedAtATime;
}

} // namespace yichuang::store
