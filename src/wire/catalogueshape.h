// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formshape.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::MaterialSpec> auto &x)
{
    v.required("key"_L1, x.key);
    v.required("name"_L1, x.name);
    v.optional("kind"_L1, x.kind);
    v.optional("necessity"_L1, x.necessity);
    v.optional("holder"_L1, x.holder);
    v.optional("certificateTypes"_L1, x.certificateTypes);
    v.optional("ways"_L1, x.ways);
    v.optional("onDemand"_L1, x.onDemand);
    v.optional("originals"_L1, x.originals);
    v.optional("copies"_L1, x.copies);
    v.optional("form"_L1, x.form);
    v.optional("origin"_L1, x.origin);
    v.optional("source"_L1, x.source);
    v.optional("reason"_L1, x.reason);
    v.optional("legalBasis"_L1, x.legalBasis);
    v.optional("instructions"_L1, x.instructions);
    v.optional("acceptanceStandard"_L1, x.acceptanceStandard);
    v.optional("commonMistake"_L1, x.commonMistake);
}

template<typename V>
void describe(V &v, Is<domain::AnswerEffect> auto &x)
{
    v.required("kind"_L1, x.kind);
    v.optional("target"_L1, x.target);
    v.optional("value"_L1, x.value);
}

template<typename V>
void describe(V &v, Is<domain::SituationAnswer> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("text"_L1, x.text);
    v.optional("effects"_L1, x.effects);
}

template<typename V>
void describe(V &v, Is<domain::Situation> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("question"_L1, x.question);
    v.optional("multiple"_L1, x.multiple);
    v.optional("onAsk"_L1, x.onAsk);
    v.optional("answers"_L1, x.answers);
}

template<typename V>
void describe(V &v, Is<domain::Fee> auto &x)
{
    v.required("name"_L1, x.name);
    v.optional("fen"_L1, x.fen);
    v.optional("basis"_L1, x.basis);
    v.optional("reduction"_L1, x.reduction);
}

template<typename V>
void describe(V &v, Is<domain::GuideStep> auto &x)
{
    v.required("name"_L1, x.name);
    v.optional("who"_L1, x.who);
    v.optional("duration"_L1, x.duration);
}

template<typename V>
void describe(V &v, Is<domain::Guide> auto &x)
{
    v.optional("legalBasis"_L1, x.legalBasis);
    v.optional("acceptingUnit"_L1, x.acceptingUnit);
    v.optional("conditions"_L1, x.conditions);
    v.optional("steps"_L1, x.steps);
    v.optional("resultName"_L1, x.resultName);
    v.optional("resultSample"_L1, x.resultSample);
    v.optional("modelText"_L1, x.modelText);
    v.optional("mistakes"_L1, x.mistakes);
    v.optional("place"_L1, x.place);
    v.optional("hours"_L1, x.hours);
    v.optional("enquiry"_L1, x.enquiry);
    v.optional("complaint"_L1, x.complaint);
    v.optional("questions"_L1, x.questions);
    v.optional("limitNote"_L1, x.limitNote);
}

template<typename V>
void describe(V &v, Is<domain::Authority> auto &x)
{
    v.optional("level"_L1, x.level);
    v.optional("nature"_L1, x.nature);
    v.optional("power"_L1, x.power);
}

template<typename V>
void describe(V &v, Is<domain::SpecialProcedure> auto &x)
{
    v.required("kind"_L1, x.kind);
    v.optional("limit"_L1, x.limit);
    v.optional("reason"_L1, x.reason);
}

template<typename V>
void describe(V &v, Is<domain::Channels> auto &x)
{
    v.optional("forms"_L1, x.forms);
    v.optional("area"_L1, x.area);
    v.optional("inHall"_L1, x.inHall);
    v.optional("online"_L1, x.online);
    v.optional("onlinePayment"_L1, x.onlinePayment);
    v.optional("courier"_L1, x.courier);
}

template<typename V>
void describe(V &v, Is<domain::Acceptance> auto &x)
{
    v.required("by"_L1, x.by);
    v.optional("limit"_L1, x.limit);
}

template<typename V>
void describe(V &v, Is<domain::ServiceItem> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("version"_L1, x.version);
    v.optional("effectiveFrom"_L1, x.effectiveFrom);
    v.optional("effectiveTo"_L1, x.effectiveTo);
    v.optional("basicCode"_L1, x.basicCode);
    v.optional("implementationCode"_L1, x.implementationCode);
    v.optional("handlingCode"_L1, x.handlingCode);
    v.required("name"_L1, x.name);
    v.optional("synonyms"_L1, x.synonyms);
    v.optional("category"_L1, x.category);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("itemType"_L1, x.itemType);
    v.optional("state"_L1, x.state);
    v.optional("stateNote"_L1, x.stateNote);
    v.optional("authority"_L1, x.authority);
    v.optional("serves"_L1, x.serves);
    v.optional("channels"_L1, x.channels);
    v.optional("specialProcedures"_L1, x.specialProcedures);
    v.optional("kind"_L1, x.kind);
    v.optional("acceptance"_L1, x.acceptance);
    v.optional("statutory"_L1, x.statutory);
    v.optional("promised"_L1, x.promised);
    v.optional("visits"_L1, x.visits);
    v.optional("fees"_L1, x.fees);
    v.optional("materials"_L1, x.materials);
    v.optional("situations"_L1, x.situations);
    v.optional("fields"_L1, x.fields);
    v.optional("resultKind"_L1, x.resultKind);
    v.optional("resultTypes"_L1, x.resultTypes);
    v.optional("guide"_L1, x.guide);
}

template<typename V>
void describe(V &v, Is<domain::Department> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("name"_L1, x.name);
    v.optional("shortName"_L1, x.shortName);
    v.optional("organisationCode"_L1, x.organisationCode);
}

template<typename V>
void describe(V &v, Is<domain::CertificateType> auto &x)
{
    v.required("id"_L1, x.id);
    v.optional("code"_L1, x.code);
    v.required("name"_L1, x.name);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("holder"_L1, x.holder);
    v.optional("faceFields"_L1, x.faceFields);
    v.optional("expiryNoticeDays"_L1, x.expiryNoticeDays);
    v.optional("renewalItem"_L1, x.renewalItem);
    v.optional("expectedWith"_L1, x.expectedWith);
    v.optional("issueItem"_L1, x.issueItem);
}

template<typename V>
void describe(V &v, Is<domain::LifeEventStep> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("itemId"_L1, x.itemId);
    v.optional("dependsOn"_L1, x.dependsOn);
    v.optional("optional"_L1, x.optional);
}

template<typename V>
void describe(V &v, Is<domain::LifeEvent> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("version"_L1, x.version);
    v.optional("effectiveFrom"_L1, x.effectiveFrom);
    v.optional("effectiveTo"_L1, x.effectiveTo);
    v.required("name"_L1, x.name);
    v.optional("description"_L1, x.description);
    v.optional("synonyms"_L1, x.synonyms);
    v.optional("leadDepartmentId"_L1, x.leadDepartmentId);
    v.optional("steps"_L1, x.steps);
    v.optional("situations"_L1, x.situations);
    v.optional("fields"_L1, x.fields);
    v.optional("promised"_L1, x.promised);
    v.optional("hintCertificates"_L1, x.hintCertificates);
    v.optional("hintRelation"_L1, x.hintRelation);
    v.optional("hintDays"_L1, x.hintDays);
}

template<typename V>
void describe(V &v, Is<domain::Category> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("name"_L1, x.name);
}

template<typename V>
void describe(V &v, Is<domain::PurposeCategory> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("name"_L1, x.name);
}

template<typename V>
void describe(V &v, Is<domain::Catalogue::Content> auto &x)
{
    v.optional("hallName"_L1, x.hallName);
    v.optional("division"_L1, x.division);
    v.optional("departments"_L1, x.departments);
    v.optional("categories"_L1, x.categories);
    v.optional("certificateTypes"_L1, x.certificateTypes);
    v.optional("purposes"_L1, x.purposes);
    v.optional("items"_L1, x.items);
    v.optional("lifeEvents"_L1, x.lifeEvents);
}

} // namespace yichuang::wire
