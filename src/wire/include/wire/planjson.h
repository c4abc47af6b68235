// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/materialplan.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of a plan, for reports and for comparing two plans. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::CasePlan &value);
[[nodiscard]] domain::Result<domain::CasePlan> casePlanFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CasePlan> casePlanFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Hint &value);
[[nodiscard]] domain::Result<domain::Hint> hintFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Hint> hintFromJson(const QJsonObject &object);

} // namespace yichuang::wire
