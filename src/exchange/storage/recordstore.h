// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <wire/apiaudit.h>

namespace yichuang::exchange {

struct Attachment {
    QUuid id;
    QString caseId;
    QString operatorId;
    qint64 at = 0;           ///< epoch milliseconds
    QByteArray sha256;
    QByteArray content;
};

/** Rows of look-ups, audit records, attachments and catalogues. */
namespace recordstore {

[[nodiscard]] domain::Result<void> addLookup(Session &session, const wire::LookupRecord &record);
/** Newest last. @param operatorId empty: of everyone; @param caseId empty: of every case. */
[[nodiscard]] domain::Result<QList<wire::LookupRecord>> lookups(Session &session, const QString &caseId, const QString &operatorId, int limit);
/** A record that is already there stays as it is. */
[[nodiscard]] domain::Result<void> addAudit(Session &session, const wire::AuditRecord &record, const QString &operatorId, qint64 nowMs);

/** True when it was added, false when the same id was there. */
[[nodiscard]] domain::Result<bool> addAttachment(Session &session, const Attachment &attachment);
[[nodiscard]] domain::Result<std::optional<Attachment>> attachment(Session &session, const QUuid &id);
/** What is known of a stored file without reading it. */
struct AttachmentFacts {
    QString caseId;
    qint64 size = 0;         ///< bytes
    QByteArray sha256;
};
[[nodiscard]] domain::Result<std::optional<AttachmentFacts>> attachmentFacts(Session &session, const QUuid &id);

[[nodiscard]] domain::Result<qint64> newestCatalogue(Session &session);
/** The stored JSON; nothing when that version is not kept. */
[[nodiscard]] domain::Result<std::optional<QByteArray>> catalogue(Session &session, qint64 version);
[[nodiscard]] domain::Result<void> addCatalogue(Session &session, qint64 version, const QByteArray &content, qint64 nowMs);

} // namespace recordstore
} // namespace yichuang::exchange
