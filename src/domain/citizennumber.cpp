// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/identifiers.h>
#include <domain/masking.h>

#include <array>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int earliestBirthYear = 1840;

/** Errors in the address part; which part is looked at depends on the form. */
std::optional<FailureCode> addressFailure(QStringView number, NumberForm form)
{
    switch (form) {
    case NumberForm::Citizen:
        if (!isKnownProvince(number.first(2)))
            return FailureCode::IdentifierDivision;
        break;
    case NumberForm::HkMoTwResident:
        if (!number.startsWith(u"810000") && !number.startsWith(u"820000") && !number.startsWith(u"830000"))
            return FailureCode::IdentifierKind;
        break;
    case NumberForm::ForeignResident:
        if (!number.startsWith(u'9'))
            return FailureCode::IdentifierKind;
        if (!isKnownProvince(number.sliced(1, 2)))
            return FailureCode::IdentifierDivision;
        if (number.sliced(3, 3) == u"000")
            return FailureCode::NationalityInvalid;
        break;
    }
    return std::nullopt;
}

} // namespace

QChar CitizenNumber::checkCharacter(QStringView first17)
{
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (first17.size() != qsizetype(weights.size()) || !allAsciiDigits(first17))
        return {};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * alphanumericValue(first17[qsizetype(i)]);
    return u"10X98765432"[sum % 11];
}

Result<CitizenNumber> CitizenNumber::parse(QStringView text, QDate today, NumberForm form)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(FailureCode::IdentifierEmpty);
    const bool old = trimmed.size() == 15 && form == NumberForm::Citizen;
    if (trimmed.size() != 18 && !old)
        return failure(FailureCode::IdentifierLength, u"person number of %1 characters"_s.arg(trimmed.size()));

    QString number = asciiUpper(trimmed);
    if (!allAsciiDigits(QStringView(number).first(old ? 15 : 17)))
        return failure(FailureCode::IdentifierCharacter);
    if (old) {
        number.insert(6, u"19"_s);
        number.append(checkCharacter(number));
    } else if (!isAsciiDigit(number.back()) && number.back() != u'X') {
        return failure(FailureCode::IdentifierCharacter);
    } else if (number.back() != checkCharacter(QStringView(number).first(17))) {
        return failure(FailureCode::IdentifierCheckDigit);
    }

    if (const auto code = addressFailure(number, form))
        return failure(*code);
    const QDate birth = dateFromDigits(QStringView(number).sliced(6, 8));
    if (!birth.isValid() || birth.year() < earliestBirthYear || birth > today)
        return failure(FailureCode::IdentifierBirthDate);

    CitizenNumber result;
    result.m_text = number;
    result.m_form = form;
    return result;
}

QDate CitizenNumber::birthDate() const
{
    return isValid() ? dateFromDigits(QStringView(m_text).sliced(6, 8)) : QDate();
}

Sex CitizenNumber::sex() const
{
    if (!isValid())
        return Sex::Unknown;
    return alphanumericValue(m_text[16]) % 2 == 1 ? Sex::Male : Sex::Female;
}

QString CitizenNumber::masked() const
{
    return maskNumber(m_text);
}

} // namespace yichuang::domain
