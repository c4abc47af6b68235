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

/**
 * The number of any identity document. What has the length of a number with a check digit must pass it, and a row of digits
 * longer than any travel document's is somebody's serial number.
 */
bool isPersonNumber(const QString &value, QDate today)
{
    static const QRegularExpression document(u"^(?=(?:.*[0-9]){4})(?![0-9]{11,}$)[0-9A-Z\\x{4e00}-\\x{9fff}()/ -]{5,17}$"_s);
    if (value.size() == 18)
        return value == value.toUpper() && isCitizenNumber(value, today);
    if (value.size() == 15)
        return value == value.toUpper() && (isCitizenNumber(value, today) || parseForeignerNumber15(value, today));
    return document.match(value).hasMatch();
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
            return fails(FailureCode::PhoneInvalid);
        return {};
    case FieldType::CitizenNumber:
        if (!isCitizenNumber(value, today))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::PersonNumber:
        if (!isPersonNumber(value, today))
            return fails(FailureCode::FormPattern);
        return {};
    case FieldType::OrganisationCode:
        if (const auto code = parseOrganisationCode(value); !code)
            return fails(code.error().code);
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

QDate dayFromText(const QString &text)
{
    static const QRegularExpression day(u"^(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?$"_s);
    const QRegularExpressionMatch found = day.match(text.trimmed());
    return found.hasMatch() ? QDate(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt()) : QDate();
}

QString tidiedFieldValue(const FormField &field, const QString &text, QDate today)
{
    if (field.type == FieldType::MultilineText || field.type == FieldType::Choice || field.type == FieldType::Boolean)
        return text;
    const QString trimmed = text.trimmed();
    if (field.type == FieldType::Date) {
        const QDate day = dayFromText(trimmed);
        return day.isValid() ? day.toString(Qt::ISODate) : trimmed;
    }
    const QString joined = QString(trimmed).remove(u' ');
    if (field.type == FieldType::CitizenNumber || field.type == FieldType::OrganisationCode)
        return joined.toUpper();
    for (const QString &meant : {trimmed, joined, joined.toUpper()}) {
        if (checkFieldValue(field, meant, today))
            return meant;
    }
    return trimmed;
}

} // namespace yichuang::domain
