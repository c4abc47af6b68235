// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/database.h"

#include <domain/catalogue.h>

namespace yichuang::exchange {

/**
 * Makes a database that holds no accounts, people or cases a demo's for good. Errors: APP-001 where it holds some that are no
 * demo's, or a city of another seed; nothing is changed then. SVC-013.
 */
[[nodiscard]] domain::Result<void> claimForDemo(Database &database, quint64 seed);
/**
 * Fills the database with the demo city, family by family in batches, so memory stays bounded; a run that was cut off goes
 * on where it ended. A city that is there already stays. Same seed, day and catalogue: same rows. Errors APP-001, SVC-013.
 */
[[nodiscard]] domain::Result<void> seedDemoCity(Database &database, const domain::Catalogue &catalogue, quint64 seed, int citizens, QDate today);
/** Did the demo city fill this database? Its mark is written with its first families. */
[[nodiscard]] domain::Result<bool> holdsDemoCity(Database &database);

} // namespace yichuang::exchange
