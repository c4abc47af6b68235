// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"

#include <domain/idcard.h>

namespace yichuang::domain {

DocumentKind IdCard::documentKind() const
{
    switch (kind) {
    case CardKind::Citizen:
        return QStringLiteral("111");
    case CardKind::HkMoTwPermit:
        // The permit has no kind of its own in GA/T 517; its holder is known by the travel permit printed on it.
        return number.startsWith(u"830000") ? QStringLiteral("511") : QStringLiteral("516");
    case CardKind::Foreigner2017:
    case CardKind::Foreigner2023:
        break;
    }
    return QStringLiteral("553");
}

NumberForm IdCard::numberForm() const
{
    switch (kind) {
    case CardKind::Citizen:
        return NumberForm::Citizen;
    case CardKind::HkMoTwPermit:
        return NumberForm::HkMoTwResident;
    case CardKind::Foreigner2017:
    case CardKind::Foreigner2023:
        break;
    }
    return NumberForm::ForeignResident;
}

int ageOn(QDate birth, QDate day)
{
    if (!birth.isValid() || !day.isValid() || birth > day)
        return -1;
    const bool birthdayAhead =
        day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day());
    return day.year() - birth.year() - (birthdayAhead ? 1 : 0);
}

} // namespace yichuang::domain
