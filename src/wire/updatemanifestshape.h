// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

#include <wire/updatemanifest.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<UpdateFile> auto &x)
{
    requiredUpTo(v, longestId, "kind"_L1, x.kind);
    requiredUpTo(v, longestId, "architecture"_L1, x.architecture);
    requiredUpTo(v, longestName, "name"_L1, x.name);
    v.required("size"_L1, x.size);
    requiredUpTo(v, longestId, "sha256"_L1, x.sha256);
}

template<typename V>
void describe(V &v, Is<UpdateRelease> auto &x)
{
    requiredUpTo(v, longestId, "version"_L1, x.version);
    optionalUpTo(v, longestId, "minimumVersion"_L1, x.minimumVersion);
    v.required("storeSchema"_L1, x.storeSchema);
    v.required("percent"_L1, x.percent);
    v.optional("notes"_L1, x.notes);
    v.required("files"_L1, x.files);
}

template<typename V>
void describe(V &v, Is<UpdateManifest> auto &x)
{
    v.required("format"_L1, x.format);
    requiredUpTo(v, longestId, "product"_L1, x.product);
    requiredUpTo(v, longestId, "channel"_L1, x.channel);
    v.required("sequence"_L1, x.sequence);
    v.required("issued"_L1, x.issued);
    v.required("expires"_L1, x.expires);
    v.required("releases"_L1, x.releases);
}

} // namespace yichuang::wire
