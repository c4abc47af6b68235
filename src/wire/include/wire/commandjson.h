// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of commands and events; a body is {"type": "set-field", …members}. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::CaseCommand &value);
[[nodiscard]] domain::Result<domain::CaseCommand> caseCommandFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CaseCommand> caseCommandFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Stamp &value);
[[nodiscard]] domain::Result<domain::Stamp> stampFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Stamp> stampFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::CaseEvent &value);
[[nodiscard]] domain::Result<domain::CaseEvent> caseEventFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CaseEvent> caseEventFromJson(const QJsonObject &object);

} // namespace yichuang::wire
