// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apiaudit.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of audit records and of recorded look-ups. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const AuditBatch &value);
[[nodiscard]] domain::Result<AuditBatch> auditBatchFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<AuditBatch> auditBatchFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const LookupRecord &value);
[[nodiscard]] domain::Result<LookupRecord> lookupRecordFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<LookupRecord> lookupRecordFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const LookupQuery &value);
[[nodiscard]] domain::Result<LookupQuery> lookupQueryFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<LookupQuery> lookupQueryFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const LookupPage &value);
[[nodiscard]] domain::Result<LookupPage> lookupPageFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<LookupPage> lookupPageFromJson(const QJsonObject &object);

} // namespace yichuang::wire
