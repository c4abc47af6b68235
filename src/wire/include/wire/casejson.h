// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of a case and its parts. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::Case &value);
/** The same bytes as toBytes(toJson(value)), without the object in between: a case is written on every save. */
[[nodiscard]] QByteArray toBytes(const domain::Case &value);
[[nodiscard]] domain::Result<domain::Case> caseFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Case> caseFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::CasePart &value);
[[nodiscard]] domain::Result<domain::CasePart> casePartFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CasePart> casePartFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::MaterialState &value);
[[nodiscard]] domain::Result<domain::MaterialState> materialStateFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::MaterialState> materialStateFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::FieldValue &value);
[[nodiscard]] domain::Result<domain::FieldValue> fieldValueFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::FieldValue> fieldValueFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Actor &value);
[[nodiscard]] domain::Result<domain::Actor> actorFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Actor> actorFromJson(const QJsonObject &object);

} // namespace yichuang::wire
