// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::TimeLimit> auto &x)
{
    v.required("value"_L1, x.value);
    v.required("unit"_L1, x.unit);
}

template<typename V>
void describe(V &v, Is<domain::PauseSpan> auto &x)
{
    v.required("from"_L1, x.from);
    v.optional("to"_L1, x.to);
    v.optional("reason"_L1, x.reason);
}

template<typename V>
void describe(V &v, Is<domain::FieldValue> auto &x)
{
    v.optional("value"_L1, x.value);
    v.optional("source"_L1, x.source);
    v.optional("sourceRef"_L1, x.sourceRef);
    v.optional("changedAt"_L1, x.changedAt);
    optionalUpTo(v, longestId, "changedBy"_L1, x.changedBy);
}

template<typename V>
void describe(V &v, Is<domain::FormField> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("label"_L1, x.label);
    v.optional("section"_L1, x.section);
    v.optional("type"_L1, x.type);
    v.optional("required"_L1, x.required);
    v.optional("maxLength"_L1, x.maxLength);
    v.optional("choices"_L1, x.choices);
    v.optional("pattern"_L1, x.pattern);
    v.optional("help"_L1, x.help);
    v.optional("prefill"_L1, x.prefill);
    v.optional("showIf"_L1, x.showIf);
}

} // namespace yichuang::wire
