// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::domain {

inline constexpr char16_t pinyinFirst = 0x4E00;
inline constexpr char16_t pinyinLast = 0x9FFF;
/** All syllables without tones, the first one empty; generated at build. */
extern const char *const pinyinSyllables[];
/** Place in pinyinSyllables of each character from pinyinFirst to pinyinLast; generated at build. */
extern const unsigned short pinyinTable[];

} // namespace yichuang::domain
