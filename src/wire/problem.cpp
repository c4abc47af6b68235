// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/problem.h>

#include "apisessionshape.h"

namespace yichuang::wire {

QJsonObject toJson(const Problem &value)
{
    return write(value);
}

domain::Result<Problem> problemFromJson(QByteArrayView json)
{
    return read<Problem>(json);
}

domain::Result<Problem> problemFromJson(const QJsonObject &object)
{
    return read<Problem>(object);
}

} // namespace yichuang::wire
