// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

void addConsents(Sql &sql)
{
    sql.run(u"CREATE TABLE consents(case_id BLOB, identifier TEXT, PRIMARY KEY(case_id, identifier)) WITHOUT ROWID"_s);
}

} // namespace yichuang::store::migrations
