// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/updatemanifestjson.h>

#include "updatemanifestshape.h"

namespace yichuang::wire {

QJsonObject toJson(const UpdateManifest &value)
{
    return write(value);
}

domain::Result<UpdateManifest> updateManifestFromJson(QByteArrayView json)
{
    const auto object = parseObject(json, maxUpdateManifestBytes);
    if (!object)
        return tl::unexpected<domain::Error>(object.error());
    return updateManifestFromJson(*object);
}

domain::Result<UpdateManifest> updateManifestFromJson(const QJsonObject &object)
{
    // Before anything else: a newer form may have other members, and must not be called damaged for it.
    const QJsonValue format = object.value("format"_L1);
    if (format.isDouble() && format.toDouble() > updateManifestFormat)
        return domain::failure(domain::FailureCode::UpdateManifestNewer, u"a newer form of the list"_s);
    return read<UpdateManifest>(object);
}

} // namespace yichuang::wire
