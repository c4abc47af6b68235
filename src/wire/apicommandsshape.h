// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commandshape.h"

#include <wire/apicommands.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<CommandBatch> auto &x)
{
    v.required("commands"_L1, x.commands);
}

template<typename V>
void describe(V &v, Is<CommandResult> auto &x)
{
    v.required("commandId"_L1, x.commandId);
    v.required("outcome"_L1, x.outcome);
    v.optional("sequence"_L1, x.sequence);
    v.optional("stamp"_L1, x.stamp);
    v.optional("revision"_L1, x.revision);
    v.optional("error"_L1, x.error);
}

template<typename V>
void describe(V &v, Is<CommandAnswer> auto &x)
{
    v.required("results"_L1, x.results);
}

template<typename V>
void describe(V &v, Is<FeedAnswer> auto &x)
{
    v.optional("events"_L1, x.events);
    v.required("next"_L1, x.next);
    v.optional("more"_L1, x.more);
}

template<typename V>
void describe(V &v, Is<CaseAnswer> auto &x)
{
    v.required("case"_L1, x.snapshot);
    v.optional("events"_L1, x.events);
}

} // namespace yichuang::wire
