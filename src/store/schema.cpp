// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include "migrations/migrations.h"

#include <vault/vault.h>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;

namespace {

/** One version of the schema: how it comes about, and the oldest build that can still work with it. */
struct Step {
    void (*run)(Sql &);
    int readableFrom;
};

// A step that only adds what an older build passes over names that build's schema; one that moves or drops names its own.
constexpr Step steps[schemaVersion] = {{migrations::makeCases, 1}, {migrations::addInitialsAndAudit, 2}, {migrations::separateWays, 3},
                                       {migrations::addCertificateFiles, 3}, {migrations::indexNumberEnds, 3},
                                       {migrations::addConsents, 3}, {migrations::addRefusals, 3}, {migrations::addPlaces, 3}};

} // namespace

bool needsMigration(int found, bool isNew)
{
    return !isNew && found > 0 && found < schemaVersion;
}

domain::Result<void> migrate(Sql &sql, int found)
{
    for (int version = found; version < schemaVersion; ++version) {
        sql.begin();
        steps[version].run(sql);
        sql.run(u"PRAGMA user_version=%1"_s.arg(vault::userVersion(version + 1, steps[version].readableFrom)));
        const domain::Result<void> done = sql.commit();
        if (done)
            continue;
        if (done.error().code == FailureCode::StoreDiskFull)
            return done;
        return domain::failure(FailureCode::StoreMigration,
                               u"to version %1: %2"_s.arg(version + 1).arg(done.error().detail));
    }
    return {};
}

} // namespace yichuang::store
