// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/planjson.h>

#include "planshape.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::CasePlan &value)
{
    return write(value);
}

domain::Result<domain::CasePlan> casePlanFromJson(QByteArrayView json)
{
    return read<domain::CasePlan>(json);
}

domain::Result<domain::CasePlan> casePlanFromJson(const QJsonObject &object)
{
    return read<domain::CasePlan>(object);
}

QJsonObject toJson(const domain::Hint &value)
{
    return write(value);
}

domain::Result<domain::Hint> hintFromJson(QByteArrayView json)
{
    return read<domain::Hint>(json);
}

domain::Result<domain::Hint> hintFromJson(const QJsonObject &object)
{
    return read<domain::Hint>(object);
}

} // namespace yichuang::wire
