// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::ui {

/** Small pieces of rich text for the read-only browsers; every value is escaped. */
[[nodiscard]] QString htmlHeading(const QString &text);
[[nodiscard]] QString htmlText(const QString &text);
/** A caption and its value in one table row; nothing for an empty value. */
[[nodiscard]] QString htmlRow(const QString &caption, const QString &value);
[[nodiscard]] QString htmlTable(const QString &rows);
/** The browsers' style sheet, from the tokens. */
[[nodiscard]] QString htmlStyle();

} // namespace yichuang::ui
