// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::app {

/** Removes the stores that the desktop keeps below these homes on Windows; see removeTaken(). Returns what is left. */
[[nodiscard]] QStringList removeStores(const QStringList &homes);

/** What an uninstallation calls that was told to leave nothing behind; the program's exit code. Administrators only. */
[[nodiscard]] int removeStoresOfThisMachine();

/** What an uninstallation calls to remove the folder that the update service kept; 0 when it is not there. Administrators only. */
[[nodiscard]] int forgetUpdatesOfThisMachine();

} // namespace yichuang::app
