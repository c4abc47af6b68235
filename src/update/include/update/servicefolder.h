// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::update {

/**
 * Folder of the machine's update service: "Yichuang Updates" beside the programs, where Windows lets administrators alone
 * write and everybody read. Empty on systems that have no such service.
 */
[[nodiscard]] QString serviceFolder();
/** The service is installed; its folder may be there without it. */
[[nodiscard]] bool isServiceInstalled();
/** The file in it that every desktop may read, see ServiceStatus; empty as above. */
[[nodiscard]] QString serviceStatusFile();

} // namespace yichuang::update
