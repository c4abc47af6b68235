// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDate>

namespace yichuang::domain {

/**
 * Official case number (办件编号): 6-digit division of the hall, yyyyMMdd of acceptance, 6-digit sequence, check digit
 * (ISO 7064 MOD 11-10). A sequence leased to an offline desk starts with a letter in place of the first digit, which
 * leaves room for 24 lease classes of 100 000; 21 characters in all. For the check a letter counts as its two-digit
 * value, A being 10.
 */
struct CaseNumber {
    QString division;
    QDate day;
    QString sequence; ///< 6 characters: digits, or one capital letter (no I, O) and 5 digits
    /** Errors: ID-001 … ID-004, ID-006, ID-011. */
    [[nodiscard]] static Result<CaseNumber> parse(QStringView text);
    [[nodiscard]] QString text() const;
    /**
     * @param sequence 0 to 999 999 gives six digits; from 1 000 000 each 100 000 is the next lease letter (A first).
     * Outside 0 to 3 399 999 the sequence of the result is empty.
     */
    [[nodiscard]] static CaseNumber make(const QString &division, QDate day, int sequence);
    friend bool operator==(const CaseNumber &, const CaseNumber &) = default;
};

/** Number of a part: the case number, a dash and the two-digit place of the part (1 to 99). */
[[nodiscard]] QString partNumber(const QString &caseNumber, int place);

} // namespace yichuang::domain
