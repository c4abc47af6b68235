// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apiauditjson.h>

#include "apiauditshape.h"

namespace yichuang::wire {

QJsonObject toJson(const AuditBatch &value)
{
    return write(value);
}

domain::Result<AuditBatch> auditBatchFromJson(QByteArrayView json)
{
    return read<AuditBatch>(json);
}

domain::Result<AuditBatch> auditBatchFromJson(const QJsonObject &object)
{
    return read<AuditBatch>(object);
}

QJsonObject toJson(const LookupRecord &value)
{
    return write(value);
}

domain::Result<LookupRecord> lookupRecordFromJson(QByteArrayView json)
{
    return read<LookupRecord>(json);
}

domain::Result<LookupRecord> lookupRecordFromJson(const QJsonObject &object)
{
    return read<LookupRecord>(object);
}

QJsonObject toJson(const LookupQuery &value)
{
    return write(value);
}

domain::Result<LookupQuery> lookupQueryFromJson(QByteArrayView json)
{
    return read<LookupQuery>(json);
}

domain::Result<LookupQuery> lookupQueryFromJson(const QJsonObject &object)
{
    return read<LookupQuery>(object);
}

QJsonObject toJson(const LookupPage &value)
{
    return write(value);
}

domain::Result<LookupPage> lookupPageFromJson(QByteArrayView json)
{
    return read<LookupPage>(json);
}

domain::Result<LookupPage> lookupPageFromJson(const QJsonObject &object)
{
    return read<LookupPage>(object);
}

} // namespace yichuang::wire
