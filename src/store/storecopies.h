// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>
#include <optional>

namespace yichuang::store {

/** The copy of a store made before a migration that no program has proved yet; `schema` is what the copy holds. */
[[nodiscard]] QString unprovedCopy(const QString &storeFile, int schema);

/** The newest unproved copy that a build of this schema can work with; null when there is none. */
[[nodiscard]] std::optional<QString> copyToGoBackTo(const QString &storeFile, int highestSchema);

/** Copies a store nobody has open before it is migrated, and takes away unproved copies of earlier schemas. */
[[nodiscard]] domain::Result<void> copyBeforeMigration(const QString &storeFile, int schema);

} // namespace yichuang::store
