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
    if (check != code.back())
        return failure(FailureCode::IdentifierCheckDigit);
    if (!departments.contains(code.front()))
        return failure(FailureCode::IdentifierKind);
    return code;
}

} // namespace yichuang::domain
