// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>
#include <wire/updatemanifest.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the list of releases. Decoders are total: any bytes give a value, WIRE-001 … 004, or UPD-005 for a newer form. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const UpdateManifest &value);
[[nodiscard]] domain::Result<UpdateManifest> updateManifestFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<UpdateManifest> updateManifestFromJson(const QJsonObject &object);

} // namespace yichuang::wire
