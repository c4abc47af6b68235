// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::exchange {

class Dialect;

/** One version of the schema: how it comes about, and the oldest schema whose program can still work with it. */
struct Migration {
    QStringList statements;
    qint64 readableFrom = 0;
};

/** In their order: migration n leads from schema n to n + 1. */
[[nodiscard]] QList<Migration> migrations(const Dialect &dialect);

/** What a database says of itself. */
struct Schema {
    qint64 version = 0;      ///< 0: nothing in it yet
    qint64 readableFrom = 0; ///< the oldest schema whose program can work with it; the version where it does not say

    /** True for a program whose newest schema is this one: it may have to migrate. */
    [[nodiscard]] bool suits(qint64 newest) const { return readableFrom <= newest; }
};

} // namespace yichuang::exchange
