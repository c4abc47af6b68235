// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::domain {

/**
 * Lower-case initials of the Mandarin readings (拼音首字母): 新生儿出生 gives "xsecs". Latin letters and digits stay, lower
 * case; everything else is left out. A character with several readings gives its most common one.
 */
[[nodiscard]] QString pinyinInitials(const QString &text);

/**
 * The same readings spelled out as they are typed, without tones or spaces and with v for ü: 女儿 gives "nver".
 */
[[nodiscard]] QString pinyinSpelling(const QString &text);

} // namespace yichuang::domain
