// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "dialect.h"
#include "schema.h"

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

QStringList accountTables()
{
    return {
        u"CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"_s,
        u"CREATE TABLE operators (id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, "
        "department_id TEXT NOT NULL, window_id TEXT NOT NULL, window_name TEXT NOT NULL, password TEXT NOT NULL, "
        "failures INTEGER NOT NULL DEFAULT 0, locked_until BIGINT NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE tokens (hash TEXT PRIMARY KEY, operator_id TEXT NOT NULL REFERENCES operators (id), "
        "created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)"_s,
        u"CREATE TABLE catalogues (version BIGINT PRIMARY KEY, imported_at BIGINT NOT NULL, content TEXT NOT NULL)"_s,
    };
}

QStringList certificateTables()
{
    return {
        u"CREATE TABLE persons (id TEXT PRIMARY KEY, document_kind TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, "
        "minor INTEGER NOT NULL, UNIQUE (document_kind, number))"_s,
        u"CREATE TABLE certificates (id BIGINT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, type_id TEXT NOT NULL, "
        "holder_id TEXT NOT NULL, number TEXT NOT NULL, issuer TEXT NOT NULL, issued TEXT NOT NULL, valid_from TEXT NOT NULL, "
        "valid_to TEXT, status TEXT NOT NULL, status_date TEXT NOT NULL, face TEXT NOT NULL)"_s,
        u"CREATE TABLE certificate_links (person_id TEXT NOT NULL, certificate_id BIGINT NOT NULL, relation TEXT NOT NULL, "
        "PRIMARY KEY (person_id, certificate_id))"_s,
        u"CREATE TABLE lookups (id TEXT PRIMARY KEY, at BIGINT NOT NULL, kind TEXT NOT NULL, operator_id TEXT NOT NULL, "
        "case_id TEXT NOT NULL, content TEXT NOT NULL)"_s,
        u"CREATE INDEX lookups_case ON lookups (case_id, at)"_s,
        u"CREATE INDEX lookups_operator ON lookups (operator_id, at)"_s,
        u"CREATE TABLE audit_records (id TEXT PRIMARY KEY, at BIGINT NOT NULL, received_at BIGINT NOT NULL, "
        "operator_id TEXT NOT NULL, action TEXT NOT NULL, case_id TEXT NOT NULL, subject TEXT NOT NULL)"_s,
    };
}

QStringList caseTables(const Dialect &dialect)
{
    return {
        u"CREATE TABLE cases (id TEXT PRIMARY KEY, opened_by TEXT NOT NULL, stage TEXT NOT NULL, number TEXT NOT NULL, "
        "changed_at BIGINT NOT NULL, content TEXT NOT NULL)"_s,
        u"CREATE TABLE parts (id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), department_id TEXT NOT NULL, "
        "item_id TEXT NOT NULL, item_name TEXT NOT NULL, case_number TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL, "
        "revision BIGINT NOT NULL, received_at BIGINT NOT NULL, promised_due TEXT, reviewer TEXT NOT NULL, applicant TEXT NOT NULL)"_s,
        u"CREATE INDEX parts_list ON parts (department_id, received_at, id)"_s,
        u"CREATE INDEX parts_case ON parts (case_id)"_s,
        u"CREATE TABLE commands (id TEXT PRIMARY KEY, hash TEXT NOT NULL, sequence BIGINT NOT NULL, revision BIGINT NOT NULL)"_s,
        u"CREATE TABLE events (sequence BIGINT PRIMARY KEY, case_id TEXT NOT NULL, part_id TEXT NOT NULL, "
        "department_id TEXT NOT NULL, opened_by TEXT NOT NULL, content TEXT NOT NULL)"_s,
        u"CREATE INDEX events_case ON events (case_id, sequence)"_s,
        u"CREATE INDEX events_opened_by ON events (opened_by, sequence)"_s,
        u"CREATE INDEX events_department ON events (department_id, sequence)"_s,
        u"CREATE TABLE attachments (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, operator_id TEXT NOT NULL, at BIGINT NOT NULL, "
        "size BIGINT NOT NULL, sha256 TEXT NOT NULL, content %1 NOT NULL)"_s.arg(dialect.blobType()),
        u"CREATE INDEX attachments_case ON attachments (case_id)"_s,
    };
}

/** Who was looked for and what came of it as columns: by citizen is how an audit asks, and how a pull finds its listing. */
QStringList lookupsByPerson(const Dialect &dialect)
{
    return {
        u"ALTER TABLE lookups ADD COLUMN person_id TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE lookups ADD COLUMN outcome TEXT NOT NULL DEFAULT 'answered'"_s,
        u"UPDATE lookups SET person_id = COALESCE(%1, '')"_s.arg(dialect.jsonText(u"content"_s, u"personId"_s)),
        u"UPDATE lookups SET outcome = 'holder-unknown' WHERE kind = 'listing' AND person_id = ''"_s,
        u"CREATE INDEX lookups_person ON lookups (person_id, at)"_s,
    };
}

/** By when a received part wants an answer; every part was accepted at once before, so no row has such a day yet. */
QStringList partsAwaitingAnswers()
{
    return {
        u"ALTER TABLE parts ADD COLUMN answer_due TEXT"_s,
        u"CREATE INDEX parts_answer ON parts (answer_due, case_id) WHERE answer_due IS NOT NULL"_s,
    };
}

} // namespace

// A step that only adds what a program before passes over names that program's schema; one that moves or drops names its own.
QList<Migration> migrations(const Dialect &dialect)
{
    return {
        {accountTables() + certificateTables() + caseTables(dialect), 1},
        {lookupsByPerson(dialect), 2},
        {partsAwaitingAnswers(), 3},
    };
}

} // namespace yichuang::exchange
