// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/codetables.h>
#include <domain/form.h>
#include <domain/identifiers.h>

#include <QRegularExpression>
#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

bool isCitizenNumber(const QString &value, QDate today)
{
    // A form cannot tell which card the number came from, so every form of 18 characters passes.
    return CitizenNumber::parse(value, today, NumberForm::Citizen).has_value()
        || CitizenNumber::parse(value, today, NumberForm::HkMoTwResident).has_value()
        || CitizenNumber::parse(value, today, NumberForm::ForeignResident).has_value();
}

bool hasControlCharacter(const QString &value, bool linesAllowed)
{
    return std::any_of(value.cbegin(), value.cend(), [linesAllowed](QChar c) {
        const bool line = c == u'\n' || c == u'\t';
        return c.category() == QChar::Other_Control && !(line && linesAllowed);
    });
}

Result<void> checkType(const FormField &field, const QString &value, QDate today)
{
    static const QRegularExpression number(u"^-?\\d{1,15}(\\.\\d{1,6})?$"_s);
    const auto fails = [&](FailureCode code) { return failure(code, field.id); };
    switch (field.type) {
    case FieldType::Text:
        if (hasControlCharacter(value, false))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::MultilineText:
        if (hasControlCharacter(value, true))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::Number:
        if (!number.match(value).hasMatch())
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::Date:
        if (value.size() != 10 || !QDate::fromString(value, Qt::ISODate).isValid())
            return fails(FailureCode::FormDate);
        return {};
    case FieldType::Choice:
        if (std::none_of(field.choices.cbegin(), field.choices.cend(), [&](const auto &choice) { return choice.first == value; }))
            return fails(FailureCode::FormChoice);
        return {};
    case FieldType::Phone:
        if (!parsePhone(value))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::CitizenNumber:
        if (!isCitizenNumber(value, today))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::OrganisationCode:
        if (!parseOrganisationCode(value))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::Boolean:
        if (value != "true"_L1 && value != "false"_L1)
            return fails(FailureCode::FormChoice);
        return {};
    }
    return {};
}

} // namespace

Result<void> checkFieldValue(const FormField &field, const QString &value, QDate today)
{
    if (value.trimmed().isEmpty()) {
        if (field.required)
            return failure(FailureCode::FormRequired, field.id);
        return {};
    }
    // The bound counts characters as people do: a rare name character outside the basic plane is one.
    if (value.toUcs4().size() > field.maxLength)
        return failure(FailureCode::FormTooLong, field.id);
    if (const auto typed = checkType(field, value, today); !typed)
        return typed;
    if (field.pattern.isEmpty())
        return {};
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.pattern));
    if (!pattern.match(value).hasMatch())
        return failure(FailureCode::FormPattern, field.id);
    return {};
}

} // namespace yichuang::domain
