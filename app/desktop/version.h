// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::app {

/** The version of this program, as lists of releases name it. In a library of its own: a test links another one. */
[[nodiscard]] QString desktopVersion();

} // namespace yichuang::app
