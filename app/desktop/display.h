// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::app {

/** What a program ends with that finds no display (EX_UNAVAILABLE of sysexits.h): nothing is said against its version. */
inline constexpr int exitNoDisplay = 69;

/**
 * Whether the X display that the toolkit would use answers and lets this user in. The toolkit ends a process that finds none with
 * SIGABRT, so this is asked before. True where nothing is to be asked: QT_QPA_PLATFORM names one without X, a Wayland display is
 * there and one of its platforms may be tried, or the system is not Unix.
 */
[[nodiscard]] bool isDisplayThere();

} // namespace yichuang::app
