// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apicertificatesjson.h>

#include "apicertificatesshape.h"

namespace yichuang::wire {

QJsonObject toJson(const ListingRequest &value)
{
    return write(value);
}

domain::Result<ListingRequest> listingRequestFromJson(QByteArrayView json)
{
    return read<ListingRequest>(json);
}

domain::Result<ListingRequest> listingRequestFromJson(const QJsonObject &object)
{
    return read<ListingRequest>(object);
}

QJsonObject toJson(const ListingAnswer &value)
{
    return write(value);
}

domain::Result<ListingAnswer> listingAnswerFromJson(QByteArrayView json)
{
    return read<ListingAnswer>(json);
}

domain::Result<ListingAnswer> listingAnswerFromJson(const QJsonObject &object)
{
    return read<ListingAnswer>(object);
}

QJsonObject toJson(const PullRequest &value)
{
    return write(value);
}

domain::Result<PullRequest> pullRequestFromJson(QByteArrayView json)
{
    return read<PullRequest>(json);
}

domain::Result<PullRequest> pullRequestFromJson(const QJsonObject &object)
{
    return read<PullRequest>(object);
}

QJsonObject toJson(const PullAnswer &value)
{
    return write(value);
}

domain::Result<PullAnswer> pullAnswerFromJson(QByteArrayView json)
{
    return read<PullAnswer>(json);
}

domain::Result<PullAnswer> pullAnswerFromJson(const QJsonObject &object)
{
    return read<PullAnswer>(object);
}

QJsonObject toJson(const FileRequest &value)
{
    return write(value);
}

domain::Result<FileRequest> fileRequestFromJson(QByteArrayView json)
{
    return read<FileRequest>(json);
}

domain::Result<FileRequest> fileRequestFromJson(const QJsonObject &object)
{
    return read<FileRequest>(object);
}

} // namespace yichuang::wire
