// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>
#include <optional>

namespace yichuang::update {

/**
 * Keeps, in "store.fault" beside a person's store, that a version could not open it, and forgets it when one could: a store
 * that was damaged before is not held against the version that comes next. Where it cannot be kept, nothing is known.
 */
void noteStoreFault(const QString &profile, const QString &version, const std::optional<domain::Error> &fault);
/** Another version than this one was the last that looked, and could not open the store. */
[[nodiscard]] bool hadStoreFault(const QString &profile, const QString &version);

} // namespace yichuang::update
