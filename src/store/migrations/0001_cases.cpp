// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

namespace {

void makeCaseTables(Sql &sql)
{
    // `current` is empty when nothing of this desk is on its way: the confirmed state is then the current one.
    sql.run(u"CREATE TABLE cases(id BLOB PRIMARY KEY, current BLOB)"_s);
    sql.run(u"CREATE TABLE confirmed(id BLOB PRIMARY KEY, revision INTEGER NOT NULL, json BLOB NOT NULL)"_s);
    sql.run(u"CREATE TABLE scratch(case_id BLOB, field TEXT, text TEXT NOT NULL, PRIMARY KEY(case_id, field)) WITHOUT ROWID"_s);
    sql.run(u"CREATE TABLE fetch_wanted(case_id BLOB PRIMARY KEY) WITHOUT ROWID"_s);
    // State 0 journal, 1 pending, 2 sent, 3 confirmed, 4 refused.
    sql.run(u"CREATE TABLE commands(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, case_id BLOB NOT NULL,"
            " state INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, queued_at INTEGER, next_try INTEGER,"
            " error_code TEXT, error_detail TEXT, error_retryable INTEGER NOT NULL DEFAULT 0,"
            " sequence INTEGER NOT NULL DEFAULT 0, stamp BLOB NOT NULL, body BLOB NOT NULL)"_s);
    sql.run(u"CREATE INDEX commands_case ON commands(case_id, state, position)"_s);
    sql.run(u"CREATE INDEX commands_pending ON commands(position) WHERE state=1"_s);
    sql.run(u"CREATE INDEX commands_done ON commands(position) WHERE state>=2"_s);
    sql.run(u"CREATE TABLE events(case_id BLOB NOT NULL, sequence INTEGER NOT NULL, command_id BLOB NOT NULL,"
            " json BLOB NOT NULL)"_s);
    sql.run(u"CREATE UNIQUE INDEX events_command ON events(case_id, command_id)"_s);
    sql.run(u"CREATE INDEX events_order ON events(case_id, sequence)"_s);
}

/** `sort` grows with the time of opening and never changes: newest first is the table read backwards. */
void makeListTables(Sql &sql)
{
    sql.run(u"CREATE TABLE case_list(sort INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, number TEXT, provisional INTEGER,"
            " name TEXT, title TEXT, departments INTEGER, items INTEGER, stage INTEGER NOT NULL, decided INTEGER,"
            " correction INTEGER NOT NULL, due INTEGER, opened_at INTEGER, waiting INTEGER NOT NULL, operator TEXT,"
            " saved_at INTEGER)"_s);
    sql.run(u"CREATE INDEX list_drafts ON case_list(sort) WHERE stage=0"_s);
    sql.run(u"CREATE INDEX list_waiting ON case_list(sort) WHERE waiting>0"_s);
    sql.run(u"CREATE INDEX list_progress ON case_list(sort) WHERE stage IN (1,2)"_s);
    sql.run(u"CREATE INDEX list_corrections ON case_list(sort) WHERE correction=1"_s);
    sql.run(u"CREATE INDEX list_ended ON case_list(sort) WHERE stage IN (3,4,5)"_s);
    sql.run(u"CREATE INDEX list_due ON case_list(due, sort) WHERE due IS NOT NULL"_s);
    sql.run(u"CREATE INDEX list_last_draft ON case_list(operator, saved_at) WHERE stage=0"_s);
    sql.run(u"CREATE TABLE counters(filter INTEGER PRIMARY KEY, cases INTEGER NOT NULL)"_s);
    sql.run(u"CREATE TABLE due_counters(due INTEGER PRIMARY KEY, cases INTEGER NOT NULL)"_s);
    sql.run(u"CREATE TABLE search_words(sort INTEGER PRIMARY KEY, words TEXT NOT NULL)"_s);
    sql.run(u"CREATE TABLE search_tokens(token TEXT, sort INTEGER, PRIMARY KEY(token, sort)) WITHOUT ROWID"_s);
}

void makeSideTables(Sql &sql)
{
    sql.run(u"CREATE TABLE listings(kind TEXT, number TEXT, person TEXT, as_of INTEGER, usable_until INTEGER NOT NULL,"
            " json BLOB NOT NULL, PRIMARY KEY(kind, number)) WITHOUT ROWID"_s);
    sql.run(u"CREATE TABLE faces(person TEXT, identifier TEXT, usable_until INTEGER NOT NULL, json BLOB NOT NULL,"
            " PRIMARY KEY(person, identifier)) WITHOUT ROWID"_s);
    sql.run(u"CREATE TABLE catalogue(id INTEGER PRIMARY KEY CHECK(id=1), version INTEGER NOT NULL, json BLOB NOT NULL)"_s);
    sql.run(u"CREATE TABLE attachments(id TEXT PRIMARY KEY, case_id BLOB NOT NULL, name TEXT, size INTEGER NOT NULL,"
            " sha256 BLOB NOT NULL, sent INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s);
    sql.run(u"CREATE TABLE attachment_contents(id TEXT PRIMARY KEY, content BLOB NOT NULL)"_s);
    sql.run(u"CREATE TABLE command_attachments(command_id BLOB, attachment TEXT, PRIMARY KEY(command_id, attachment))"
            " WITHOUT ROWID"_s);
    sql.run(u"CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s);
}

} // namespace

void makeCases(Sql &sql)
{
    makeCaseTables(sql);
    makeListTables(sql);
    makeSideTables(sql);
}

} // namespace yichuang::store::migrations
