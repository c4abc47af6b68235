// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include "migrations/migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;

domain::Result<void> migrate(Sql &sql, int found)
{
    using Step = void (*)(Sql &);
    constexpr Step steps[schemaVersion] = {migrations::makeCases, migrations::addInitialsAndAudit,
                                         migrations::separateWays, migrations::addCertificateFiles};
    for (int version = found; version < schemaVersion; ++version) {
        sql.begin();
        steps[version](sql);
        sql.run(u"PRAGMA user_version=%1"_s.arg(version + 1));
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
