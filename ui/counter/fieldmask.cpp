// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/fieldmask.h"

#include <domain/masking.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

QString fieldMask(const domain::FormField &field, const QString &value)
{
    using domain::FieldType;
    if (field.type == FieldType::Phone)
        return domain::maskPhone(value);
    if (field.type == FieldType::CitizenNumber || field.type == FieldType::PersonNumber)
        return domain::maskNumber(value);
    if (field.type != FieldType::Text && field.type != FieldType::MultilineText)
        return {};
    for (const QString &name : QStringList{field.id} + field.prefill) {
        const auto means = [&name](QLatin1String word) { return name.endsWith(word, Qt::CaseInsensitive) && !name.startsWith("constant:"_L1); };
        if (means("number"_L1) || means("account"_L1))
            return domain::maskNumber(value);
        if (means("phone"_L1))
            return domain::maskPhone(value);
        if (means("address"_L1))
            return domain::maskAddress(value);
    }
    return {};
}

} // namespace yichuang::ui
