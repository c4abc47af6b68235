// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The exchange as a later version would be: the same program with one more migration. The linker puts next() in the place of
// migrations() (--wrap), which it still finds under its other name.
#include "storage/schema.h"

namespace yichuang::exchange {

QList<Migration> present(const Dialect &dialect) asm("__real__ZN8yichuang8exchange10migrationsERKNS0_7DialectE");
QList<Migration> next(const Dialect &dialect) asm("__wrap__ZN8yichuang8exchange10migrationsERKNS0_7DialectE");

/** YICHUANG_NEXT_ADDS in the environment: the version before can work with what this one makes; else it cannot. */
QList<Migration> next(const Dialect &dialect)
{
    QList<Migration> steps = present(dialect);
    const qint64 before = steps.size();
    const QString added = QStringLiteral("ALTER TABLE operators ADD COLUMN nickname TEXT NOT NULL DEFAULT ''");
    steps.append({{added}, qEnvironmentVariableIsSet("YICHUANG_NEXT_ADDS") ? before : before + 1});
    return steps;
}

} // namespace yichuang::exchange
