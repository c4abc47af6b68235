// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tourvalues.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int newbornDays = 12;

QString valueIn(const desk::CounterView &view, const QString &fieldId)
{
    const QList<domain::PlannedField> &fields = view.plan.fields;
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&fieldId](const domain::PlannedField &one) { return one.field.id == fieldId; });
    return found == fields.cend() ? QString() : found->value.value;
}

/** What cannot be told from the type alone, by the field's id in the demo's catalogue. */
QString wordsFor(const QString &fieldId)
{
    static const QHash<QString, QString> table{
        {u"vaccinationClinic"_s, u"示范市中心区社区卫生服务中心"_s}, {u"allergyHistory"_s, u"无"_s},
        {u"deliveryPlace"_s, u"示范市农商行中心支行"_s},             {u"bankName"_s, u"示范市农商行东街支行"_s},
        {u"agentRelation"_s, u"配偶"_s},                            {u"birthInstitution"_s, u"示范市人民医院"_s},
        {u"hospitalName"_s, u"示范市人民医院"_s},                   {u"childBirthPlace"_s, u"示范市人民医院"_s},
        {u"address"_s, u"示范市中心区示例路1号"_s},                 {u"householdAddress"_s, u"示范市中心区示例路1号"_s},
        {u"enrolYear"_s, u"2026"_s},                                {u"bankAccount"_s, u"6200990099009900"_s}};
    return table.value(fieldId);
}

QString choiceFor(const domain::FormField &field, const desk::CounterView &view)
{
    const auto has = [&field](const QString &id) {
        return std::any_of(field.choices.cbegin(), field.choices.cend(), [&id](const auto &choice) { return choice.first == id; });
    };
    QString wanted;
    if (field.label.endsWith(u"民族"))
        wanted = view.openCase.applicant ? view.openCase.applicant->ethnicCode : QString();
    else if (field.id == "relationToHead"_L1)
        wanted = valueIn(view, u"childSex"_s) == "male"_L1 ? u"son"_s : u"daughter"_s;
    if (has(wanted))
        return wanted;
    return field.choices.isEmpty() ? QString() : field.choices.first().first;
}

QString nameFor(const domain::FormField &field, const desk::CounterView &view)
{
    const QString own = view.openCase.applicant ? view.openCase.applicant->name : u"王示例"_s;
    if (!field.id.startsWith("child"_L1))
        return own;
    const QString father = valueIn(view, u"fatherName"_s);
    const QString mother = valueIn(view, u"motherName"_s);
    return (father.isEmpty() ? mother.isEmpty() ? own : mother : father).left(1) + u"小示例"_s;
}

} // namespace

QString tourValue(const domain::FormField &field, const desk::CounterView &view, QDate today)
{
    const domain::Party person = view.openCase.applicant.value_or(domain::Party());
    const bool isName = field.label.endsWith(u"姓名");
    switch (field.type) {
    case domain::FieldType::Choice: return choiceFor(field, view);
    case domain::FieldType::Boolean: return u"true"_s;
    case domain::FieldType::Date: return today.addDays(-newbornDays).toString(Qt::ISODate);
    case domain::FieldType::Phone: return u"13900000000"_s;
    case domain::FieldType::CitizenNumber:
    case domain::FieldType::PersonNumber: return person.number;
    case domain::FieldType::OrganisationCode: return u"91990100MA00000073"_s;
    default: break;
    }
    const std::array<QString, 4> candidates{wordsFor(field.id), isName ? nameFor(field, view) : QString(), u"示例"_s, u"2"_s};
    const auto fits = std::find_if(candidates.cbegin(), candidates.cend(), [&](const QString &value) {
        return !value.isEmpty() && domain::checkFieldValue(field, value, today);
    });
    return fits == candidates.cend() ? QString() : *fits;
}

} // namespace yichuang::app
