// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/idcard.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of an identity card, for card files of the simulator. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::IdCard &value);
[[nodiscard]] domain::Result<domain::IdCard> idCardFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::IdCard> idCardFromJson(const QJsonObject &object);

} // namespace yichuang::wire
