// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QList>

namespace yichuang::domain {

/** Sex digit of GB/T 2261.1 (性别). */
enum class Sex { Unknown = 0, Male = 1, Female = 2, NotStated = 9 };
[[nodiscard]] Sex sexFromDigit(QChar digit);
/** Chinese word of GB/T 2261.1: 男, 女, … */
[[nodiscard]] QString sexName(Sex sex);

/** Name of an ethnic group (民族) by its GB/T 3304 code, for forms ("汉族"); the code itself when unknown: never rejected. */
[[nodiscard]] QString ethnicGroupName(QStringView code);
/** All known (code, display name) pairs in code order. */
[[nodiscard]] QList<std::pair<QString, QString>> ethnicGroups();

/** Certificate-kind code (证件类型, GA/T 2000.156): a 3-digit text such as "111". Codes other than 111 are data, not logic. */
using DocumentKind = QString;
[[nodiscard]] QString documentKindName(const DocumentKind &code);
[[nodiscard]] QList<std::pair<DocumentKind, QString>> documentKinds();

} // namespace yichuang::domain
