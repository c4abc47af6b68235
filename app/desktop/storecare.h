// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

namespace yichuang::app {

/** Checks the store of the profile or gives it a new key, says how it went and ends with 0, or 1 when it did not go well. */
[[nodiscard]] int runStoreCare(const DesktopOptions &options);

} // namespace yichuang::app
