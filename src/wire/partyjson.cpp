// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/partyjson.h>

#include "partyshape.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::Party &value)
{
    return write(value);
}

domain::Result<domain::Party> partyFromJson(QByteArrayView json)
{
    return read<domain::Party>(json);
}

domain::Result<domain::Party> partyFromJson(const QJsonObject &object)
{
    return read<domain::Party>(object);
}

QJsonObject toJson(const domain::Agency &value)
{
    return write(value);
}

domain::Result<domain::Agency> agencyFromJson(QByteArrayView json)
{
    return read<domain::Agency>(json);
}

domain::Result<domain::Agency> agencyFromJson(const QJsonObject &object)
{
    return read<domain::Agency>(object);
}

} // namespace yichuang::wire
