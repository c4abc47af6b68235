// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/identifiers.h>

#include <array>

namespace yichuang::domain {

namespace {
// GB/T 2260; 99 is nobody's and carries the demonstration data.
constexpr std::array provinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43,
                               44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 99};
} // namespace

bool isKnownProvince(QStringView twoDigits)
{
    return twoDigits.size() == 2 && allAsciiDigits(twoDigits)
        && std::find(provinces.begin(), provinces.end(), twoDigits.toInt()) != provinces.end();
}

QDate dateFromDigits(QStringView eight)
{
    if (eight.size() != 8 || !allAsciiDigits(eight))
        return {};
    return QDate(eight.first(4).toInt(), eight.sliced(4, 2).toInt(), eight.sliced(6, 2).toInt());
}

Result<QString> parseDivisionCode(QStringView text)
{
    const QStringView code = text.trimmed();
    if (code.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    constexpr std::array<qsizetype, 5> lengths{2, 4, 6, 9, 12};
    if (std::find(lengths.begin(), lengths.end(), code.size()) == lengths.end())
        return failure(FailureCode::IdentifierLength, QStringLiteral("division code of %1 characters").arg(code.size()));
    if (!allAsciiDigits(code))
        return failure(FailureCode::IdentifierCharacter);
    if (!isKnownProvince(code.first(2)))
        return failure(FailureCode::IdentifierDivision);
    return code.toString();
}

} // namespace yichuang::domain
