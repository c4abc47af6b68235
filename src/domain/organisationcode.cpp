// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/identifiers.h>

#include <array>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {
constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100: without I O S V Z
constexpr QStringView departments = u"123456789ANY";                 // registering departments in use

/** Check character of the organisation code inside (主体标识码, GB 11714): 8 characters and the check. */
QChar bodyCheckCharacter(QStringView first8)
{
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * alphanumericValue(first8[qsizetype(i)]);
    return u"0X987654321"[sum % 11]; // 11 - sum mod 11; 10 is written X and 11 is written 0
}
} // namespace

QChar organisationCheckCharacter(QStringView first17)
{
    constexpr std::array weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}; // 3^i mod 31
    if (first17.size() != qsizetype(weights.size()))
        return {};
    qsizetype sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const qsizetype value = alphabet.indexOf(first17[qsizetype(i)]);
        if (value < 0)
            return {};
        sum += weights[i] * value;
    }
    return alphabet[(31 - sum % 31) % 31];
}

Result<QString> parseOrganisationCode(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    if (trimmed.size() != 18)
        return failure(FailureCode::IdentifierLength, u"organisation code of %1 characters"_s.arg(trimmed.size()));
    const QString code = asciiUpper(trimmed);
    const QChar check = organisationCheckCharacter(QStringView(code).first(17));
    if (check.isNull() || !alphabet.contains(code.back()) || !allAsciiDigits(QStringView(code).sliced(2, 6)))
        return failure(FailureCode::IdentifierCharacter);
    if (check != code.back() || bodyCheckCharacter(QStringView(code).sliced(8, 8)) != code[16])
        return failure(FailureCode::IdentifierCheckDigit);
    if (!departments.contains(code.front()))
        return failure(FailureCode::IdentifierKind);
    return code;
}

} // namespace yichuang::domain
