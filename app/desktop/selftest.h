// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::app {

struct DesktopOptions;

/**
 * Writes what this installation can do to options.selfTestFile as JSON: Qt and its plugins, cipher, TLS, keychain, translations, fonts
 * with Chinese coverage, printing, readers, the machine's settings, and what of it is "missing" or worth a note ("notes"); the words of both
 * lists are stable and explained in packaging/README.md. Runs the event loop for the keychain's answer, which it awaits
 * for at most five seconds. Returns the exit code: 0 all there, 1 something that a window or the demo needs is missing,
 * 2 the file cannot be written. What depends on the person's session (keychain, authorities of the system) is a note.
 */
[[nodiscard]] int runSelfTest(const DesktopOptions &options);

} // namespace yichuang::app
