// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

#include <wire/casejson.h>
#include <wire/commandjson.h>
#include <wire/json.h>

namespace yichuang::store {

/** A domain value as the JSON that stands in a column. */
template<typename T>
[[nodiscard]] QVariant jsonColumn(const T &value)
{
    return wire::toBytes(wire::toJson(value));
}

[[nodiscard]] inline QVariant jsonColumn(const domain::Case &value)
{
    return wire::toBytes(value);
}

/** The value of a JSON column. One that cannot be read fails the connection's statements (STO-001) and gives a default. */
template<typename T>
[[nodiscard]] T fromJsonColumn(Sql &sql, const QVariant &column, domain::Result<T> (*decode)(QByteArrayView))
{
    const QByteArray bytes = column.toByteArray();
    domain::Result<T> value = decode(bytes);
    if (value)
        return std::move(*value);
    sql.fail({domain::FailureCode::StoreFailed, QStringLiteral("a stored value: ") + value.error().detail, false});
    return T();
}

} // namespace yichuang::store
