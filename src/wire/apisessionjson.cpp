// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apisessionjson.h>

#include "apisessionshape.h"

namespace yichuang::wire {

QJsonObject toJson(const Health &value)
{
    return write(value);
}

domain::Result<Health> healthFromJson(QByteArrayView json)
{
    return read<Health>(json);
}

domain::Result<Health> healthFromJson(const QJsonObject &object)
{
    return read<Health>(object);
}

QJsonObject toJson(const SignInRequest &value)
{
    return write(value);
}

domain::Result<SignInRequest> signInRequestFromJson(QByteArrayView json)
{
    return read<SignInRequest>(json);
}

domain::Result<SignInRequest> signInRequestFromJson(const QJsonObject &object)
{
    return read<SignInRequest>(object);
}

QJsonObject toJson(const Operator &value)
{
    return write(value);
}

domain::Result<Operator> operatorFromJson(QByteArrayView json)
{
    return read<Operator>(json);
}

domain::Result<Operator> operatorFromJson(const QJsonObject &object)
{
    return read<Operator>(object);
}

QJsonObject toJson(const Session &value)
{
    return write(value);
}

domain::Result<Session> sessionFromJson(QByteArrayView json)
{
    return read<Session>(json);
}

domain::Result<Session> sessionFromJson(const QJsonObject &object)
{
    return read<Session>(object);
}

} // namespace yichuang::wire
