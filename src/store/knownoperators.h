// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/** The record of a login; one that cannot be read, an older version's perhaps, counts as none. */
[[nodiscard]] domain::Result<std::optional<KnownOperator>> knownOperator(Writing &writing, const QString &login);
[[nodiscard]] domain::Result<void> keepKnownOperator(Writing &writing, const KnownOperator &who);
/** What was confirmed before a moment goes; a null moment: all. */
[[nodiscard]] domain::Result<void> forgetKnownOperators(Writing &writing, const QDateTime &before);
[[nodiscard]] domain::Result<void> forgetKnownOperator(Writing &writing, const QString &login);

} // namespace yichuang::store
