// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "testcatalogue.h"

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

MaterialSpec materialSpec(const QString &key, const QString &certificateType)
{
    MaterialSpec spec;
    spec.key = key;
    spec.name = key;
    if (!certificateType.isEmpty())
        spec.certificateTypes = {certificateType};
    spec.ways = {MaterialWay::OriginalSeen};
    spec.reason = u"proves "_s + key;
    return spec;
}

FormField textField(const QString &id, bool required)
{
    FormField field;
    field.id = id;
    field.label = id;
    field.required = required;
    return field;
}

ServiceItem serviceItem(const QString &id, const QString &departmentId)
{
    ServiceItem item;
    item.id = id;
    item.name = id;
    item.departmentId = departmentId;
    item.effectiveFrom = QDate(2026, 1, 1);
    item.promised = {5, LimitUnit::WorkingDay};
    item.statutory = {20, LimitUnit::WorkingDay};
    return item;
}

Situation yesNo(const QString &id, const QList<AnswerEffect> &onYes)
{
    Situation situation;
    situation.id = id;
    situation.question = id + u"?"_s;
    situation.answers = {{u"yes"_s, u"yes"_s, onYes}, {u"no"_s, u"no"_s, {}}};
    return situation;
}

CertificateSummary certificate(const QString &identifier, const QString &typeId, Relation relation)
{
    CertificateSummary summary;
    summary.identifier = identifier;
    summary.typeId = typeId;
    summary.typeName = typeId;
    summary.issueDate = QDate(2020, 1, 1);
    summary.validFrom = QDate(2020, 1, 1);
    summary.relation = relation;
    summary.holderId = u"p%1"_s.arg(static_cast<int>(relation));
    return summary;
}

namespace {

LifeEvent newborn()
{
    LifeEvent event;
    event.id = u"newborn"_s;
    event.name = u"newborn"_s;
    event.effectiveFrom = QDate(2026, 1, 1);
    event.leadDepartmentId = u"health"_s;
    event.steps = {{u"1"_s, u"medical-certificate"_s, {}, false},
                   {u"2"_s, u"birth-registration"_s, {u"1"_s}, false},
                   {u"3"_s, u"insurance"_s, {u"2"_s}, false},
                   {u"4"_s, u"allowance"_s, {u"1"_s}, true}};
    event.situations = {yesNo(u"wants-allowance"_s, {{AnswerEffect::Kind::AddItem, u"allowance"_s, {}}})};
    event.fields = {textField(u"child-name"_s, true)};
    event.hintCertificates = {u"birth-certificate"_s};
    return event;
}

} // namespace

Catalogue::Content newbornContent()
{
    Catalogue::Content content;
    content.hallName = u"示例市政务服务中心"_s;
    content.division = u"990100"_s;
    content.departments = {{u"health"_s, u"卫健"_s, {}, {}}, {u"police"_s, u"公安"_s, {}, {}}, {u"insurance"_s, u"医保"_s, {}, {}}};
    content.categories = {{u"family"_s, u"family"_s}};
    content.purposes = {{u"acceptance"_s, u"acceptance"_s}};
    for (const QString &id : {u"id-card"_s, u"household-register"_s, u"marriage-certificate"_s, u"birth-certificate"_s, u"passport"_s}) {
        CertificateType type;
        type.id = id;
        type.name = id;
        type.departmentId = u"police"_s;
        content.certificateTypes.append(type);
    }
    content.certificateTypes.last().renewalItem = u"passport"_s;

    ServiceItem medical = serviceItem(u"medical-certificate"_s, u"health"_s);
    medical.resultTypes = {u"birth-certificate"_s};
    medical.materials = {materialSpec(u"id-card"_s, u"id-card"_s)};
    ServiceItem registration = serviceItem(u"birth-registration"_s);
    MaterialSpec birth = materialSpec(u"birth-certificate"_s, u"birth-certificate"_s);
    birth.holder = MaterialHolder::Child;
    registration.materials = {materialSpec(u"id-card"_s, u"id-card"_s), materialSpec(u"household-register"_s, u"household-register"_s), birth};
    ServiceItem insurance = serviceItem(u"insurance"_s, u"insurance"_s);
    insurance.materials = {materialSpec(u"household-register"_s, u"household-register"_s)};
    insurance.fields = {textField(u"child-name"_s, true), textField(u"bank-account"_s, true)};
    ServiceItem allowance = serviceItem(u"allowance"_s, u"insurance"_s);
    allowance.materials = {materialSpec(u"marriage-certificate"_s, u"marriage-certificate"_s)};
    content.items = {medical, registration, insurance, allowance, serviceItem(u"passport"_s)};
    content.lifeEvents = {newborn()};
    return content;
}

} // namespace yichuang::test
