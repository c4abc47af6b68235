// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apicommands.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of commands, feed and case routes. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const CommandBatch &value);
[[nodiscard]] domain::Result<CommandBatch> commandBatchFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<CommandBatch> commandBatchFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const CommandResult &value);
[[nodiscard]] domain::Result<CommandResult> commandResultFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<CommandResult> commandResultFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const CommandAnswer &value);
[[nodiscard]] domain::Result<CommandAnswer> commandAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<CommandAnswer> commandAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const FeedAnswer &value);
[[nodiscard]] domain::Result<FeedAnswer> feedAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<FeedAnswer> feedAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const CaseAnswer &value);
[[nodiscard]] domain::Result<CaseAnswer> caseAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<CaseAnswer> caseAnswerFromJson(const QJsonObject &object);

} // namespace yichuang::wire
