// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogueshape.h"

#include <wire/apicatalogue.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<RemovedVersion> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("version"_L1, x.version);
}

template<typename V>
void describe(V &v, Is<CatalogueDelta> auto &x)
{
    v.optional("items"_L1, x.items);
    v.optional("lifeEvents"_L1, x.lifeEvents);
    v.optional("certificateTypes"_L1, x.certificateTypes);
    v.optional("departments"_L1, x.departments);
    v.optional("categories"_L1, x.categories);
    v.optional("purposes"_L1, x.purposes);
    v.optional("removedItems"_L1, x.removedItems);
    v.optional("removedLifeEvents"_L1, x.removedLifeEvents);
}

template<typename V>
void describe(V &v, Is<CatalogueAnswer> auto &x)
{
    v.required("version"_L1, x.version);
    v.required("full"_L1, x.full);
    v.optional("content"_L1, x.content);
    v.optional("delta"_L1, x.delta);
}

} // namespace yichuang::wire
