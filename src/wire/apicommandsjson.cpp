// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apicommandsjson.h>

#include "apicommandsshape.h"

namespace yichuang::wire {

QJsonObject toJson(const CommandBatch &value)
{
    return write(value);
}

domain::Result<CommandBatch> commandBatchFromJson(QByteArrayView json)
{
    return read<CommandBatch>(json);
}

domain::Result<CommandBatch> commandBatchFromJson(const QJsonObject &object)
{
    return read<CommandBatch>(object);
}

QJsonObject toJson(const CommandResult &value)
{
    return write(value);
}

domain::Result<CommandResult> commandResultFromJson(QByteArrayView json)
{
    return read<CommandResult>(json);
}

domain::Result<CommandResult> commandResultFromJson(const QJsonObject &object)
{
    return read<CommandResult>(object);
}

QJsonObject toJson(const CommandAnswer &value)
{
    return write(value);
}

domain::Result<CommandAnswer> commandAnswerFromJson(QByteArrayView json)
{
    return read<CommandAnswer>(json);
}

domain::Result<CommandAnswer> commandAnswerFromJson(const QJsonObject &object)
{
    return read<CommandAnswer>(object);
}

QJsonObject toJson(const FeedAnswer &value)
{
    return write(value);
}

domain::Result<FeedAnswer> feedAnswerFromJson(QByteArrayView json)
{
    return read<FeedAnswer>(json);
}

domain::Result<FeedAnswer> feedAnswerFromJson(const QJsonObject &object)
{
    return read<FeedAnswer>(object);
}

QJsonObject toJson(const CaseAnswer &value)
{
    return write(value);
}

domain::Result<CaseAnswer> caseAnswerFromJson(QByteArrayView json)
{
    return read<CaseAnswer>(json);
}

domain::Result<CaseAnswer> caseAnswerFromJson(const QJsonObject &object)
{
    return read<CaseAnswer>(object);
}

} // namespace yichuang::wire
