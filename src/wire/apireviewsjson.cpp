// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apireviewsjson.h>

#include "apireviewsshape.h"

namespace yichuang::wire {

QJsonObject toJson(const ReviewEntry &value)
{
    return write(value);
}

domain::Result<ReviewEntry> reviewEntryFromJson(QByteArrayView json)
{
    return read<ReviewEntry>(json);
}

domain::Result<ReviewEntry> reviewEntryFromJson(const QJsonObject &object)
{
    return read<ReviewEntry>(object);
}

QJsonObject toJson(const ReviewPage &value)
{
    return write(value);
}

domain::Result<ReviewPage> reviewPageFromJson(QByteArrayView json)
{
    return read<ReviewPage>(json);
}

domain::Result<ReviewPage> reviewPageFromJson(const QJsonObject &object)
{
    return read<ReviewPage>(object);
}

QJsonObject toJson(const ReviewAnswer &value)
{
    return write(value);
}

domain::Result<ReviewAnswer> reviewAnswerFromJson(QByteArrayView json)
{
    return read<ReviewAnswer>(json);
}

domain::Result<ReviewAnswer> reviewAnswerFromJson(const QJsonObject &object)
{
    return read<ReviewAnswer>(object);
}

QJsonObject toJson(const ReviewAction &value)
{
    return write(value);
}

domain::Result<ReviewAction> reviewActionFromJson(QByteArrayView json)
{
    return read<ReviewAction>(json);
}

domain::Result<ReviewAction> reviewActionFromJson(const QJsonObject &object)
{
    return read<ReviewAction>(object);
}

QJsonObject toJson(const EventAnswer &value)
{
    return write(value);
}

domain::Result<EventAnswer> eventAnswerFromJson(QByteArrayView json)
{
    return read<EventAnswer>(json);
}

domain::Result<EventAnswer> eventAnswerFromJson(const QJsonObject &object)
{
    return read<EventAnswer>(object);
}

QJsonObject toJson(const AttachmentAnswer &value)
{
    return write(value);
}

domain::Result<AttachmentAnswer> attachmentAnswerFromJson(QByteArrayView json)
{
    return read<AttachmentAnswer>(json);
}

domain::Result<AttachmentAnswer> attachmentAnswerFromJson(const QJsonObject &object)
{
    return read<AttachmentAnswer>(object);
}

} // namespace yichuang::wire
