// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/identifiers.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {
constexpr QStringView root = u"1.2.156.3005.2.";
// Root, five parts at their longest, four dots.
constexpr qsizetype longestIdentifier = root.size() + 21 + 18 + 32 + 3 + 1 + 4;

bool hasPartLengths(const CertificateIdentifier &id)
{
    return id.typeCode.size() == 21 && (id.issuerCode.size() == 18 || id.issuerCode.size() == 6)
        && id.serial.size() >= 1 && id.serial.size() <= 32 && id.version.size() == 3;
}

bool hasPartCharacters(const CertificateIdentifier &id)
{
    return allDigitsOrCapitals(id.typeCode) && allAsciiDigits(QStringView(id.typeCode).last(3))
        && allDigitsOrCapitals(id.issuerCode) && (id.issuerCode.size() != 6 || allAsciiDigits(id.issuerCode))
        && allDigitsOrCapitals(id.serial) && allAsciiDigits(id.version);
}
} // namespace

QChar CertificateIdentifier::checkCharacter(QStringView parts)
{
    int product = 36;
    for (const QChar c : parts) {
        const int value = alphanumericValue(c);
        if (value < 0)
            return {};
        const int sum = (product + value) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(37 - product) % 36];
}

Result<CertificateIdentifier> CertificateIdentifier::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    if (!trimmed.startsWith(root))
        return failure(FailureCode::IdentifierRoot);
    if (trimmed.size() > longestIdentifier)
        return failure(FailureCode::IdentifierLength, u"identifier of %1 characters"_s.arg(trimmed.size()));
    const QList<QStringView> parts = trimmed.sliced(root.size()).split(u'.');
    if (parts.size() != 5)
        return failure(FailureCode::IdentifierLength, u"identifier of %1 parts"_s.arg(parts.size()));

    const CertificateIdentifier id{parts[0].toString(), parts[1].toString(), parts[2].toString(), parts[3].toString()};
    const QStringView check = parts[4];
    if (!hasPartLengths(id) || check.size() != 1)
        return failure(FailureCode::IdentifierLength, u"a part of the identifier has a wrong length"_s);
    if (!hasPartCharacters(id) || !allDigitsOrCapitals(check))
        return failure(FailureCode::IdentifierCharacter);
    if (check.front() != checkCharacter(id.typeCode + id.issuerCode + id.serial + id.version))
        return failure(FailureCode::IdentifierCheckDigit);
    return id;
}

QString CertificateIdentifier::text() const
{
    return root.toString() + typeCode + u'.' + issuerCode + u'.' + serial + u'.' + version + u'.'
        + checkCharacter(typeCode + issuerCode + serial + version);
}

} // namespace yichuang::domain
