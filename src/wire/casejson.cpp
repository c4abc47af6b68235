// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/casejson.h>

#include "caseshape.h"
#include "textwriter.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::Case &value)
{
    return write(value);
}

QByteArray toBytes(const domain::Case &value)
{
    QByteArray text;
    text.reserve(32 << 10);
    appendText(text, value);
    return text;
}

domain::Result<domain::Case> caseFromJson(QByteArrayView json)
{
    return read<domain::Case>(json);
}

domain::Result<domain::Case> caseFromJson(const QJsonObject &object)
{
    return read<domain::Case>(object);
}

QJsonObject toJson(const domain::CasePart &value)
{
    return write(value);
}

domain::Result<domain::CasePart> casePartFromJson(QByteArrayView json)
{
    return read<domain::CasePart>(json);
}

domain::Result<domain::CasePart> casePartFromJson(const QJsonObject &object)
{
    return read<domain::CasePart>(object);
}

QJsonObject toJson(const domain::MaterialState &value)
{
    return write(value);
}

domain::Result<domain::MaterialState> materialStateFromJson(QByteArrayView json)
{
    return read<domain::MaterialState>(json);
}

domain::Result<domain::MaterialState> materialStateFromJson(const QJsonObject &object)
{
    return read<domain::MaterialState>(object);
}

QJsonObject toJson(const domain::FieldValue &value)
{
    return write(value);
}

domain::Result<domain::FieldValue> fieldValueFromJson(QByteArrayView json)
{
    return read<domain::FieldValue>(json);
}

domain::Result<domain::FieldValue> fieldValueFromJson(const QJsonObject &object)
{
    return read<domain::FieldValue>(object);
}

QJsonObject toJson(const domain::Actor &value)
{
    return write(value);
}

domain::Result<domain::Actor> actorFromJson(QByteArrayView json)
{
    return read<domain::Actor>(json);
}

domain::Result<domain::Actor> actorFromJson(const QJsonObject &object)
{
    return read<domain::Actor>(object);
}

} // namespace yichuang::wire
