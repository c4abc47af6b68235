// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

namespace {

/** A command's bytes stay where they were written first; where it stands is a narrow row of its own. */
void separateCommands(Sql &sql)
{
    // In neither table: the journal of a draft. Taking the materials then adds narrow rows and rewrites no command.
    sql.run(u"CREATE TABLE outbox(position INTEGER PRIMARY KEY, queued_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0,"
            " next_try INTEGER, error_code TEXT, error_detail TEXT, error_retryable INTEGER NOT NULL DEFAULT 0)"_s);
    // State 2 sent, 3 confirmed, 4 refused.
    sql.run(u"CREATE TABLE answered(position INTEGER PRIMARY KEY, state INTEGER NOT NULL, sequence INTEGER NOT NULL DEFAULT 0,"
            " queued_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0, error_code TEXT, error_detail TEXT,"
            " error_retryable INTEGER NOT NULL DEFAULT 0)"_s);
    sql.run(u"INSERT INTO outbox SELECT position, queued_at, attempts, next_try, error_code, error_detail, error_retryable"
            " FROM commands WHERE state=1 ORDER BY position"_s);
    sql.run(u"INSERT INTO answered SELECT position, state, sequence, queued_at, attempts, error_code, error_detail,"
            " error_retryable FROM commands WHERE state>=2 ORDER BY position"_s);
    sql.run(u"CREATE TABLE commands_moved(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, case_id BLOB NOT NULL,"
            " stamp BLOB NOT NULL, body BLOB NOT NULL)"_s);
    sql.run(u"INSERT INTO commands_moved SELECT position, id, case_id, stamp, body FROM commands ORDER BY position"_s);
    sql.run(u"DROP TABLE commands"_s);
    sql.run(u"ALTER TABLE commands_moved RENAME TO commands"_s);
    sql.run(u"CREATE INDEX commands_case ON commands(case_id)"_s);
}

/** Drafts and cases with something waiting are this desk's own and few: one index serves both. */
void joinOwnCases(Sql &sql)
{
    for (const QString &index : {u"list_drafts"_s, u"list_waiting"_s, u"list_last_draft"_s})
        sql.run(u"DROP INDEX "_s + index);
    sql.run(u"CREATE INDEX list_own ON case_list(sort, stage, waiting) WHERE stage=0 OR waiting>0"_s);
}

} // namespace

void separateWays(Sql &sql)
{
    separateCommands(sql);
    joinOwnCases(sql);
    // Words newer than what the index of words holds; they are brought into it many cases at a time.
    sql.run(u"CREATE TABLE search_recent(sort INTEGER PRIMARY KEY, words TEXT NOT NULL)"_s);
}

} // namespace yichuang::store::migrations
