// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::app {

/**
 * Removes the folder at `way` below `home` for somebody with more rights than the owner of the home, who may swap folders
 * for links at any time: it is taken by its handle, moved on its volume to where only administrators come, under a name
 * that nobody can guess, and emptied there. Links are removed, never followed. Returns what is left, each with the reason;
 * nothing where there is no such folder.
 */
[[nodiscard]] QStringList removeTaken(const QString &home, const QStringList &way);

} // namespace yichuang::app
