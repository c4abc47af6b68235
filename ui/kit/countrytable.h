// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::ui {

/** A country by its ISO 3166-1 alpha-3 code, with its short names; UTF-8. */
struct Country {
    const char *code;
    const char *chinese;
    const char *english;
};

/** In the order of the codes; made at build. */
extern const Country countries[];
extern const int countryCount;

} // namespace yichuang::ui
