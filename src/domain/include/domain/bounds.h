// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/** The longest texts that a command may carry, in UTF-16 units (checkBounds). */
namespace yichuang::domain {

inline constexpr qsizetype longestName = 200;
inline constexpr qsizetype longestText = 1000;       ///< 意见(1000), GB/T 39046
inline constexpr qsizetype longestFieldValue = 2 * longestText;

} // namespace yichuang::domain
