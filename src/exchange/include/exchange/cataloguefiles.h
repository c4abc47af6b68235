// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>

namespace yichuang::exchange {

/**
 * Reads a catalogue folder: city.json (hall, departments, categories, purposes), certificate-types.json and the JSON files of
 * the folders items and life-events, each an array or one object. Errors APP-003 (a file is missing), WIRE and CAT
 * codes; the detail names the file.
 */
[[nodiscard]] domain::Result<domain::Catalogue::Content> catalogueFromFiles(const QString &folder);

/** The folder of the demo city's catalogue inside the program. */
[[nodiscard]] QString demoCatalogueFolder();

} // namespace yichuang::exchange
