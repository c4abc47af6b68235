// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDate>

namespace yichuang::domain {

/**
 * Official case number (办件编号): 6-digit division of the hall, yyyyMMdd of acceptance, 6-digit sequence, check digit
 * (ISO 7064 MOD 11-10). A sequence leased to an offline desk starts with a letter in place of the first digit, which
 * leaves room for 23 lease classes; 21 characters in all.
 */
struct CaseNumber {
    QString division;
    QDate day;
    QString sequence; ///< 6 characters: digits, or one capital letter (no I, O) and 5 digits
    [[nodiscard]] static Result<CaseNumber> parse(QStringView text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] static CaseNumber make(const QString &division, QDate day, int sequence);
    friend bool operator==(const CaseNumber &, const CaseNumber &) = default;
};

/** Number of a part: the case number, a dash and the two-digit place of the part (1 to 99). */
[[nodiscard]] QString partNumber(const QString &caseNumber, int place);

} // namespace yichuang::domain
