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
/** Which look-ups; what is empty does not matter. */
struct LookupFilter {
    QString operatorId;
    QString caseId;
    domain::PersonId personId;
};
/** The newest, at most `limit`, newest last. */
[[nodiscard]] domain::Result<QList<wire::LookupRecord>> lookups(Session &session, const LookupFilter &filter, int limit);
/** Was this person listed for this case by this operator, with success, since then? */
[[nodiscard]] domain::Result<bool> wasListed(Session &session, const LookupFilter &filter, qint64 sinceMs);
/** A record that is already there stays as it is. */
[[nodiscard]] domain::Result<void> addAudit(Session &session, const wire::AuditRecord &record, const QString &operatorId, qint64 nowMs);

/** True when it was added, false when the same id was there. */
[[nodiscard]] domain::Result<bool> addAttachment(Session &session, const Attachment &attachment);
/** What a case holds already. */
struct AttachmentTotal {
    qint64 count = 0;
    qint64 bytes = 0;
    QString firstOperator; ///< who sent the first one
};
[[nodiscard]] domain::Result<AttachmentTotal> attachmentsOf(Session &session, const QString &caseId);
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
