// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::app {

/**
 * True on Linux where a person would not see what this program writes: it was started from a menu, with a display, and standard error is
 * neither a terminal nor a pipe that a script reads.
 */
[[nodiscard]] bool needsEntryBox();

/**
 * Shows why the program does not start until it is clicked away: in the language given what the failure code in `text` means and what to do,
 * below it the text itself. Makes an application where there is none yet. Main thread; returns when the box is closed.
 */
void showEntryBox(const QString &text, const QString &language);

} // namespace yichuang::app
