// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "../searchwords.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

namespace {

constexpr int refusedState = 4;
constexpr int refusedFilter = 7;

/** Drafts whose last command that left this desk was refused: their place in the list, number, words and that command. */
QList<Row> refusedDrafts(Sql &sql)
{
    return sql.rows(u"SELECT l.sort, l.number, coalesce(r.words, w.words, ''), c.body"
                    " FROM answered a CROSS JOIN commands c ON c.position=a.position JOIN case_list l ON l.id=c.case_id"
                    " LEFT JOIN search_recent r ON r.sort=l.sort LEFT JOIN search_words w ON w.sort=l.sort"
                    " WHERE a.state=? AND l.stage=0 AND NOT EXISTS(SELECT 1 FROM commands n WHERE n.case_id=c.case_id"
                    " AND n.position>c.position AND (EXISTS(SELECT 1 FROM answered d WHERE d.position=n.position)"
                    " OR EXISTS(SELECT 1 FROM outbox o WHERE o.position=n.position)))"_s, {refusedState});
}

QString receiptIn(const QByteArray &command)
{
    return QJsonDocument::fromJson(command).object().value("body"_L1).toObject().value("provisionalReceipt"_L1).toString();
}

} // namespace

void addRefusals(Sql &sql)
{
    sql.run(u"ALTER TABLE case_list ADD COLUMN refused INTEGER NOT NULL DEFAULT 0"_s);
    sql.run(u"CREATE INDEX list_refused ON case_list(sort) WHERE refused=1"_s);
    const QList<Row> drafts = refusedDrafts(sql);
    for (const Row &draft : drafts) {
        sql.run(u"UPDATE case_list SET refused=1 WHERE sort=?"_s, {draft.at(0)});
        const QString receipt = receiptIn(draft.at(3).toByteArray());
        if (receipt.isEmpty() || !draft.at(1).toString().isEmpty())
            continue;
        sql.run(u"UPDATE case_list SET number=?, provisional=1 WHERE sort=?"_s, {receipt, draft.at(0)});
        sql.run(u"INSERT OR REPLACE INTO search_recent(sort, words) VALUES(?, ?)"_s,
                {draft.at(0), withNumber(draft.at(2).toString(), receipt)});
    }
    sql.run(u"INSERT INTO counters(filter, cases) VALUES(?, ?)"_s, {refusedFilter, drafts.size()});
}

} // namespace yichuang::store::migrations
