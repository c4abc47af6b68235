// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/identifiers.h>

#include <QRegularExpression>

#include <array>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPersonNumber = 30;
constexpr qsizetype longestPhone = 40;

/** Two-digit years hide the century: either one may hold, if the day exists and has come. */
bool isPastDay(QStringView sixDigits, QDate today)
{
    for (const QString &century : {u"19"_s, u"20"_s}) {
        const QDate day = dateFromDigits(century + sixDigits.toString());
        if (day.isValid() && day <= today)
            return true;
    }
    return false;
}

/** What foreign and military documents print: ASCII letters, digits, a few signs, Chinese characters ("军字第…号"). */
bool isDocumentNumberCharacter(QChar c)
{
    return alphanumericValue(c) >= 0 || c == u'-' || c == u'/' || c == u'(' || c == u')' || c == u' '
        || (c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff);
}

} // namespace

Result<QString> parseForeignerNumber15(QStringView text, QDate today)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    if (trimmed.size() != 15)
        return failure(FailureCode::IdentifierLength, u"permit number of %1 characters"_s.arg(trimmed.size()));
    const QString number = asciiUpper(trimmed);
    if (!allDigitsOrCapitals(number) || !allAsciiDigits(QStringView(number).sliced(3)))
        return failure(FailureCode::IdentifierCharacter);
    if (!std::all_of(number.cbegin(), number.cbegin() + 3, isAsciiCapital))
        return failure(FailureCode::NationalityInvalid);

    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < 14; ++i)
        sum += weights[std::size_t(i % 3)] * alphanumericValue(number[i]);
    if (sum % 10 != alphanumericValue(number[14]))
        return failure(FailureCode::IdentifierCheckDigit);
    if (!isPastDay(QStringView(number).sliced(7, 6), today))
        return failure(FailureCode::IdentifierBirthDate);
    return number;
}

Result<QString> parsePhone(QStringView text)
{
    if (text.size() > longestPhone)
        return failure(FailureCode::PhoneInvalid, u"phone of %1 characters"_s.arg(text.size()));
    const QString phone = text.toString().remove(u' ');
    static const QRegularExpression shape(
        u"^(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,6})?|12[0-9]{3})\\z"_s);
    if (!shape.match(phone).hasMatch())
        return failure(FailureCode::PhoneInvalid);
    return phone;
}

Result<QString> parsePersonNumber(const DocumentKind &kind, QStringView text, QDate today)
{
    if (kind.size() != 3 || !allAsciiDigits(kind))
        return failure(FailureCode::IdentifierKind, u"document kind is not three digits"_s);
    const QStringView trimmed = text.trimmed();
    if (kind == u"111")
        return CitizenNumber::parse(trimmed, today).map([](const CitizenNumber &number) { return number.text(); });
    if (kind == u"553") {
        if (trimmed.size() == 15)
            return parseForeignerNumber15(trimmed, today);
        return CitizenNumber::parse(trimmed, today, NumberForm::ForeignResident)
            .map([](const CitizenNumber &number) { return number.text(); });
    }
    // A travel permit has 8 to 10 characters; 18 are a residence permit's, typed from its face.
    if ((kind == u"511" || kind == u"516") && trimmed.size() == 18) {
        return CitizenNumber::parse(trimmed, today, NumberForm::HkMoTwResident)
            .map([](const CitizenNumber &number) { return number.text(); });
    }
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    if (trimmed.size() > longestPersonNumber)
        return failure(FailureCode::IdentifierLength, u"document number of %1 characters"_s.arg(trimmed.size()));
    const QString number = asciiUpper(trimmed);
    if (!std::all_of(number.cbegin(), number.cend(), isDocumentNumberCharacter))
        return failure(FailureCode::IdentifierCharacter);
    return number;
}

} // namespace yichuang::domain
