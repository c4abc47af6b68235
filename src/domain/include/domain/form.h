// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDateTime>
#include <QMap>

namespace yichuang::domain {

/** PersonNumber (身份证件号码) is the number of whatever document proves who a person is; CitizenNumber takes 18 characters only. */
enum class FieldType { Text, MultilineText, Number, Date, Choice, Phone, CitizenNumber, PersonNumber, OrganisationCode, Boolean };

/** Where a field's prefilled value comes from, in order of trust. */
enum class FieldSource { None, Card, Certificate, Answer, Operator, EarlierCase };

/** One field of a spec-driven form; the same id in two items is asked once. */
struct FormField {
    QString id;
    QString label;
    QString section;
    FieldType type = FieldType::Text;
    bool required = false;
    int maxLength = 200;      ///< characters, 1 to 1000
    QList<std::pair<QString, QString>> choices; ///< id, text
    QString pattern;          ///< anchored regular expression, may be empty
    QString help;
    /** Prefill paths tried in order: "card.name", "card.birth", "certificate:<type id>.<face field>", "own-certificate:<type id>.<face field>"
     * for the applicant's own alone, "constant:<text>". */
    QStringList prefill;
    QString showIf;           ///< "" always, or "<field id>=<value>" / "<situation key>=<answer id>"
    friend bool operator==(const FormField &, const FormField &) = default;
};

/** A field's value with where it came from, when, and who changed it last. */
struct FieldValue {
    QString value;
    FieldSource source = FieldSource::None;
    QString sourceRef;        ///< certificate identifier or card kind; never shown raw
    QDateTime changedAt;
    QString changedBy;        ///< operator id
    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/** Checks one value against its field; an empty value of an optional field is fine. Errors FORM-001 … 005. */
[[nodiscard]] Result<void> checkFieldValue(const FormField &field, const QString &value, QDate today);

/** A day as people type it: 2026-01-31, 2026/1/31, 2026.1.31, 20260131 or 2026年1月31日. Null: none of these. */
[[nodiscard]] QDate dayFromText(const QString &text);

/**
 * What was meant by the text typed into a field: without stray blanks, a day as the wire has it, codes in capitals. What cannot
 * be made to fit stays as it was typed.
 */
[[nodiscard]] QString tidiedFieldValue(const FormField &field, const QString &text, QDate today);

} // namespace yichuang::domain
