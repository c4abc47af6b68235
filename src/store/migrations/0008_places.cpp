// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

using namespace Qt::StringLiterals;

namespace yichuang::store::migrations {

void addPlaces(Sql &sql)
{
    sql.run(u"CREATE TABLE places(case_id BLOB PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID"_s);
}

} // namespace yichuang::store::migrations
