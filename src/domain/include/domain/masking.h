// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace yichuang::domain {

/** 李*例; two characters: 张*; minors and single characters: all stars (脱敏, reference section 8.2). Counts code points. */
[[nodiscard]] QString maskName(const QString &name, bool minor = false);
/** The same for somebody of whom at most the birth date is known: minors are those under 18 on `today`. */
[[nodiscard]] QString maskName(const QString &name, QDate birth, QDate today);
/** 990100********0028; shorter than 11 characters: first 2 and last 2. */
[[nodiscard]] QString maskNumber(const QString &number);
/** 138****0000 */
[[nodiscard]] QString maskPhone(const QString &phone);
/** Down to the county, or the city when there is none, the rest as ***. */
[[nodiscard]] QString maskAddress(const QString &address);
/** First 2 and last 3 characters of a certificate's printed number. */
[[nodiscard]] QString maskCertificateNumber(const QString &number);

} // namespace yichuang::domain
