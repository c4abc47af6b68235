// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::ui {

/** A row of the table generated at build time from resources/help/failures; texts in UTF-8. */
struct FailureRow {
    const char *code;
    const char *causeEnglish;
    const char *causeChinese;
    const char *nextEnglish;
    const char *nextChinese;
    const char *actor;
};

/** The row of a code, or null. */
[[nodiscard]] const FailureRow *failureRow(const QString &code);

} // namespace yichuang::ui
