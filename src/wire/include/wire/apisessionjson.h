// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apisession.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of sign-in. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const Health &value);
[[nodiscard]] domain::Result<Health> healthFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<Health> healthFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const SignInRequest &value);
[[nodiscard]] domain::Result<SignInRequest> signInRequestFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<SignInRequest> signInRequestFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Operator &value);
[[nodiscard]] domain::Result<Operator> operatorFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<Operator> operatorFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Session &value);
[[nodiscard]] domain::Result<Session> sessionFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<Session> sessionFromJson(const QJsonObject &object);

} // namespace yichuang::wire
