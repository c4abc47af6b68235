// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArrayView>
#include <QJsonObject>

/** Problem details (RFC 9457) as the exchange sends them. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

/** An application/problem+json document. No member ever holds personal data. */
struct Problem {
    QString type;      ///< "urn:yichuang:failure:SVC-005"
    QString title;     ///< technical English
    int status = 500;
    domain::FailureCode code = domain::FailureCode::InternalFault;
    QString detail;
    QString requestId;
    friend bool operator==(const Problem &, const Problem &) = default;
};

[[nodiscard]] QJsonObject toJson(const Problem &value);
[[nodiscard]] domain::Result<Problem> problemFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<Problem> problemFromJson(const QJsonObject &object);

} // namespace yichuang::wire
