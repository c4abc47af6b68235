// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "certificateshape.h"

#include <wire/apicertificates.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<HolderKey> auto &x)
{
    requiredUpTo(v, longestId, "documentKind"_L1, x.documentKind);
    requiredUpTo(v, longestId, "number"_L1, x.number);
    optionalUpTo(v, longestName, "name"_L1, x.name);
}

template<typename V>
void describe(V &v, Is<ListingRequest> auto &x)
{
    v.required("holder"_L1, x.holder);
    v.optional("purpose"_L1, x.purpose);
}

template<typename V>
void describe(V &v, Is<ListingAnswer> auto &x)
{
    v.required("lookupId"_L1, x.lookupId);
    v.required("personId"_L1, x.personId);
    v.required("asOf"_L1, x.asOf);
    v.required("usableUntil"_L1, x.usableUntil);
    v.optional("certificates"_L1, x.certificates);
}

template<typename V>
void describe(V &v, Is<PullRequest> auto &x)
{
    requiredUpTo(v, longestId, "personId"_L1, x.personId);
    requiredUpTo(v, longestName, "identifiers"_L1, x.identifiers);
    v.optional("purpose"_L1, x.purpose);
}

template<typename V>
void describe(V &v, Is<RefusedPull> auto &x)
{
    v.required("identifier"_L1, x.identifier);
    v.required("code"_L1, x.code);
}

template<typename V>
void describe(V &v, Is<PullAnswer> auto &x)
{
    v.required("lookupId"_L1, x.lookupId);
    v.optional("certificates"_L1, x.certificates);
    v.optional("refused"_L1, x.refused);
}

template<typename V>
void describe(V &v, Is<FileRequest> auto &x)
{
    requiredUpTo(v, longestId, "personId"_L1, x.personId);
    requiredUpTo(v, longestName, "identifier"_L1, x.identifier);
    v.optional("purpose"_L1, x.purpose);
}

} // namespace yichuang::wire
