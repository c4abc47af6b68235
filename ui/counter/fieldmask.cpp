// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/fieldmask.h"

#include <QRegularExpression>
#include <domain/masking.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

static QString maskByName(const QStringList &names, const QString &value)
{
    for (const QString &name : names) {
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

QString faceMask(const QString &fieldId, const QString &value)
{
    if (value.isEmpty())
        return {};
    if (fieldId.endsWith("location"_L1, Qt::CaseInsensitive))
        return domain::maskAddress(value);
    const QString known = maskByName({fieldId}, value);
    if (!known.isEmpty())
        return known;
    // A number within other words, or of a field that this program has no name for.
    static const QRegularExpression digits(u"[0-9]{11,}[Xx]?"_s);
    QString masked = value;
    qsizetype from = 0;
    for (QRegularExpressionMatch run = digits.match(masked); run.hasMatch(); run = digits.match(masked, from)) {
        const QString hidden = run.capturedLength() == 11 ? domain::maskPhone(run.captured()) : domain::maskNumber(run.captured());
        masked.replace(run.capturedStart(), run.capturedLength(), hidden);
        from = run.capturedStart() + hidden.size();
    }
    return masked == value ? QString() : masked;
}

QString fieldMask(const domain::FormField &field, const QString &value)
{
    using domain::FieldType;
    if (field.type == FieldType::Phone)
        return domain::maskPhone(value);
    if (field.type == FieldType::CitizenNumber || field.type == FieldType::PersonNumber)
        return domain::maskNumber(value);
    if (field.type != FieldType::Text && field.type != FieldType::MultilineText)
        return {};
    return maskByName(QStringList{field.id} + field.prefill, value);
}

} // namespace yichuang::ui
