// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/serviceitem.h>

namespace yichuang::domain {

bool ServiceItem::isInForceOn(QDate day) const
{
    return day.isValid() && effectiveFrom <= day && (!effectiveTo || day <= *effectiveTo);
}

} // namespace yichuang::domain
