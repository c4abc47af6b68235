// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::domain {

inline constexpr char16_t pinyinFirst = 0x4E00;
inline constexpr char16_t pinyinLast = 0x9FFF;
/** Initial letter of each character from pinyinFirst to pinyinLast, '.' for none; generated at build. */
extern const char pinyinTable[];

} // namespace yichuang::domain
