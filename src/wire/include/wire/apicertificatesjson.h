// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apicertificates.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the certificate routes. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const ListingRequest &value);
[[nodiscard]] domain::Result<ListingRequest> listingRequestFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ListingRequest> listingRequestFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const ListingAnswer &value);
[[nodiscard]] domain::Result<ListingAnswer> listingAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<ListingAnswer> listingAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const PullRequest &value);
[[nodiscard]] domain::Result<PullRequest> pullRequestFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<PullRequest> pullRequestFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const PullAnswer &value);
[[nodiscard]] domain::Result<PullAnswer> pullAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<PullAnswer> pullAnswerFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const FileRequest &value);
[[nodiscard]] domain::Result<FileRequest> fileRequestFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<FileRequest> fileRequestFromJson(const QJsonObject &object);

} // namespace yichuang::wire
