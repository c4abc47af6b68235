// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/serviceitem.h>

namespace yichuang::domain {

bool ServiceItem::isInForceOn(QDate day) const
{
    return day.isValid() && effectiveFrom <= day && (!effectiveTo || day <= *effectiveTo);
}

bool ServiceItem::isOfferedOn(QDate day) const
{
    return state != ItemState::Suspended && state != ItemState::Draft && isInForceOn(day);
}

} // namespace yichuang::domain
