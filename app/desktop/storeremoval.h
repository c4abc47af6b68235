// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::app {

/** The folders of everyone who has a profile on this Windows machine; empty on other systems. */
[[nodiscard]] QStringList homesOfWindows();

/**
 * Removes the stores that the desktop keeps below these homes on Windows. Links are removed, never followed: whoever calls
 * this has more rights than the owners of the homes. Returns what could not be removed.
 */
[[nodiscard]] QStringList removeStores(const QStringList &homes);

/** What an uninstallation calls that was told to leave nothing behind; the program's exit code. Administrators only. */
[[nodiscard]] int removeStoresOfThisMachine();

} // namespace yichuang::app
