// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the people in a case. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::Party &value);
[[nodiscard]] domain::Result<domain::Party> partyFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Party> partyFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Agency &value);
[[nodiscard]] domain::Result<domain::Agency> agencyFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Agency> agencyFromJson(const QJsonObject &object);

} // namespace yichuang::wire
