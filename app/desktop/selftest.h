// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::app {

/**
 * Writes what this installation can do as JSON: Qt, platform plugin, cipher, TLS, keychain backend, translation, fonts
 * with Chinese coverage, reader backends. Returns the exit code: 0 all there, 1 something a window needs is missing,
 * 2 the file cannot be written.
 */
[[nodiscard]] int writeSelfTest(const QString &path);

} // namespace yichuang::app
