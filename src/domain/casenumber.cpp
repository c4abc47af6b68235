// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/casenumber.h>
#include <domain/identifiers.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView leaseLetters = u"ABCDEFGHJKLMNPQRSTUVWXYZ"; // I and O read as digits
constexpr int digitSequences = 1'000'000;
constexpr int leaseSize = 100'000;

/** One step of ISO 7064 MOD 11-10. */
int nextProduct(int product, int digit)
{
    const int sum = (product + digit) % 10;
    return (sum == 0 ? 10 : sum) * 2 % 11;
}

QChar checkDigit(QStringView body)
{
    int product = 10;
    for (const QChar c : body) {
        const int value = qMax(0, alphanumericValue(c));
        if (value >= 10)
            product = nextProduct(product, value / 10);
        product = nextProduct(product, value % 10);
    }
    return QChar(char16_t(u'0' + (11 - product) % 10));
}

} // namespace

Result<CaseNumber> CaseNumber::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    if (trimmed.size() != 21)
        return failure(FailureCode::IdentifierLength, u"case number of %1 characters"_s.arg(trimmed.size()));
    const QString number = asciiUpper(trimmed);
    const QStringView view(number);
    const bool sequenceFits = isAsciiDigit(number[14]) || leaseLetters.contains(number[14]);
    if (!allAsciiDigits(view.first(14)) || !sequenceFits || !allAsciiDigits(view.sliced(15)))
        return failure(FailureCode::IdentifierCharacter);
    if (checkDigit(view.first(20)) != number.back())
        return failure(FailureCode::IdentifierCheckDigit);
    if (!isKnownProvince(view.first(2)))
        return failure(FailureCode::IdentifierDivision);
    const QDate day = dateFromDigits(view.sliced(6, 8));
    if (!day.isValid())
        return failure(FailureCode::IdentifierDate);
    return CaseNumber{number.left(6), day, number.sliced(14, 6)};
}

QString CaseNumber::text() const
{
    const QString body = division + day.toString(u"yyyyMMdd") + sequence;
    return body + checkDigit(body);
}

CaseNumber CaseNumber::make(const QString &division, QDate day, int sequence)
{
    CaseNumber number{division, day, {}};
    if (sequence >= 0 && sequence < digitSequences) {
        number.sequence = u"%1"_s.arg(sequence, 6, 10, QChar(u'0'));
    } else if (sequence >= digitSequences && (sequence - digitSequences) / leaseSize < leaseLetters.size()) {
        const int leased = sequence - digitSequences;
        number.sequence = leaseLetters[leased / leaseSize] + u"%1"_s.arg(leased % leaseSize, 5, 10, QChar(u'0'));
    }
    return number;
}

QString partNumber(const QString &caseNumber, int place)
{
    return u"%1-%2"_s.arg(caseNumber).arg(place, 2, 10, QChar(u'0'));
}

} // namespace yichuang::domain
