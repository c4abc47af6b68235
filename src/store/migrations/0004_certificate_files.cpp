// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

void addCertificateFiles(Sql &sql)
{
    sql.run(u"CREATE TABLE certificate_files(case_id BLOB, identifier TEXT, attachment TEXT NOT NULL, fetched_at INTEGER NOT NULL,"
            " usable_until INTEGER NOT NULL, PRIMARY KEY(case_id, identifier)) WITHOUT ROWID"_s);
}

} // namespace yichuang::store::migrations
