// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/idcardjson.h>

#include "partyshape.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::IdCard &value)
{
    return write(value);
}

domain::Result<domain::IdCard> idCardFromJson(QByteArrayView json)
{
    return read<domain::IdCard>(json);
}

domain::Result<domain::IdCard> idCardFromJson(const QJsonObject &object)
{
    return read<domain::IdCard>(object);
}

} // namespace yichuang::wire
