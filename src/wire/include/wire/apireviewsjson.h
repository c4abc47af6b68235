// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apireviews.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the reviewers' routes and of attachments. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const ReviewEntry &value);
[[nodiscard]] domain::Result<ReviewEntry> reviewEntryFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ReviewEntry> reviewEntryFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const ReviewPage &value);
[[nodiscard]] domain::Result<ReviewPage> reviewPageFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ReviewPage> reviewPageFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const ReviewAnswer &value);
[[nodiscard]] domain::Result<ReviewAnswer> reviewAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ReviewAnswer> reviewAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const ReviewAction &value);
[[nodiscard]] domain::Result<ReviewAction> reviewActionFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ReviewAction> reviewActionFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const EventAnswer &value);
[[nodiscard]] domain::Result<EventAnswer> eventAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<EventAnswer> eventAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const AttachmentAnswer &value);
[[nodiscard]] domain::Result<AttachmentAnswer> attachmentAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<AttachmentAnswer> attachmentAnswerFromJson(const QJsonObject &object);

} // namespace yichuang::wire
