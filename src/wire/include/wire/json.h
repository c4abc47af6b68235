// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArrayView>
#include <QJsonObject>

namespace yichuang::wire {

/** Largest document any decoder looks at, in bytes. A catalogue is the largest thing that travels. */
inline constexpr qsizetype maxJsonBytes = 32 << 20;
/** Deepest nesting of objects and arrays that any decoder follows; our own documents stay below 12. */
inline constexpr int maxJsonDepth = 32;

/** Version of the API that both sides speak; the first path segment is "v" and this. */
inline constexpr char apiVersion[] = "1";

/**
 * The object that a document holds. Total: any bytes give an object or WIRE-001 (syntax), WIRE-002 (not an object) or
 * WIRE-004 (too large, too deep).
 */
[[nodiscard]] domain::Result<QJsonObject> parseObject(QByteArrayView json, qsizetype maxBytes = maxJsonBytes);
/** Compact UTF-8; keys come out sorted, so equal values give equal bytes. */
[[nodiscard]] QByteArray toBytes(const QJsonObject &object);

} // namespace yichuang::wire
