// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogueshape.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::MaterialUse> auto &x)
{
    v.required("itemId"_L1, x.itemId);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("reason"_L1, x.reason);
    v.optional("legalBasis"_L1, x.legalBasis);
    v.optional("necessity"_L1, x.necessity);
}

template<typename V>
void describe(V &v, Is<domain::PlannedMaterial> auto &x)
{
    v.required("key"_L1, x.key);
    v.optional("name"_L1, x.name);
    v.optional("kind"_L1, x.kind);
    v.optional("holder"_L1, x.holder);
    v.optional("necessity"_L1, x.necessity);
    v.optional("ways"_L1, x.ways);
    v.required("status"_L1, x.status);
    v.optional("trust"_L1, x.trust);
    v.optional("certificateIdentifier"_L1, x.certificateIdentifier);
    v.optional("candidates"_L1, x.candidates);
    v.optional("unusable"_L1, x.unusable);
    v.optional("produces"_L1, x.produces);
    v.optional("uses"_L1, x.uses);
    v.optional("instructions"_L1, x.instructions);
    v.optional("commonMistake"_L1, x.commonMistake);
}

template<typename V>
void describe(V &v, Is<domain::PlannedSituation> auto &x)
{
    v.required("key"_L1, x.key);
    v.optional("ownerId"_L1, x.ownerId);
    v.required("situation"_L1, x.situation);
    v.optional("answers"_L1, x.answers);
    v.optional("answered"_L1, x.answered);
}

template<typename V>
void describe(V &v, Is<domain::PlannedField> auto &x)
{
    v.required("field"_L1, x.field);
    v.optional("itemIds"_L1, x.itemIds);
    v.optional("value"_L1, x.value);
    v.optional("prefilled"_L1, x.prefilled);
    v.optional("problem"_L1, x.problem);
}

template<typename V>
void describe(V &v, Is<domain::Missing> auto &x)
{
    v.required("kind"_L1, x.kind);
    v.optional("target"_L1, x.target);
    v.optional("text"_L1, x.text);
    v.optional("itemId"_L1, x.itemId);
}

template<typename V>
void describe(V &v, Is<domain::CasePlan> auto &x)
{
    v.optional("materials"_L1, x.materials);
    v.optional("situations"_L1, x.situations);
    v.optional("fields"_L1, x.fields);
    v.optional("itemIds"_L1, x.itemIds);
    v.optional("stopped"_L1, x.stopped);
    v.optional("missing"_L1, x.missing);
}

template<typename V>
void describe(V &v, Is<domain::Hint> auto &x)
{
    v.required("kind"_L1, x.kind);
    v.optional("certificateIdentifier"_L1, x.certificateIdentifier);
    v.optional("certificateName"_L1, x.certificateName);
    v.optional("days"_L1, x.days);
    v.optional("itemId"_L1, x.itemId);
    v.optional("lifeEventId"_L1, x.lifeEventId);
    v.optional("missingType"_L1, x.missingType);
    v.optional("holderName"_L1, x.holderName);
}

} // namespace yichuang::wire
