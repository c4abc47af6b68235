// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/recordstore.h"
#include "commandengine.h"

#include <wire/apiaudit.h>
#include <wire/apireviews.h>

namespace yichuang::exchange {

/** What a reviewer does with their part; the last segment of the route. */
enum class ReviewVerb { Accept, Take, Approve, Refuse, AskCorrection, Reject, Pause, Resume, Finish };

/**
 * Reading cases and deciding on parts. A reviewer sees projections of parts of their own department only; what somebody
 * may not see is answered like what does not exist (SVC-005).
 */
class CaseService
{
public:
    CaseService(Database &database, CatalogueService &catalogues, CommandEngine &engine, const domain::Clock &clock);

    /** Errors SVC-005, SVC-013. */
    [[nodiscard]] domain::Result<wire::CaseAnswer> caseById(const wire::Operator &who, const domain::CaseId &id);
    /** @param state a wire word or empty; @param after a cursor of an earlier page. Errors AUTH-005, SVC-001, SVC-012, SVC-013. */
    [[nodiscard]] domain::Result<wire::ReviewPage> reviews(const wire::Operator &who, const QString &state, const QString &after, int limit);
    /** Errors AUTH-005, SVC-005, SVC-013. */
    [[nodiscard]] domain::Result<wire::ReviewAnswer> review(const wire::Operator &who, const domain::PartId &id);
    /** Errors AUTH-005, SVC-005, SVC-007, SVC-013 and the CASE codes of apply(). */
    [[nodiscard]] domain::Result<wire::EventAnswer> act(const wire::Operator &who, const domain::PartId &id, ReviewVerb verb, const wire::ReviewAction &action);

    /**
     * For clerks, into a case of their own or one the exchange does not know yet, and for supervisors, into any. True: new. False: the same file
     * was there. Errors AUTH-005, SVC-002 (more than a case may hold), SVC-005, SVC-007 (other content under that id), SVC-013, SVC-015,
     * SVC-017 (neither a scan nor a document by its first bytes).
     */
    [[nodiscard]] domain::Result<bool> putAttachment(const wire::Operator &who, const QUuid &id, const domain::CaseId &caseId, const QByteArray &sha256, const QByteArray &content);
    /** Errors SVC-005, SVC-013. */
    [[nodiscard]] domain::Result<QByteArray> attachment(const wire::Operator &who, const QUuid &id);
    [[nodiscard]] domain::Result<void> audit(const wire::Operator &who, const wire::AuditBatch &batch);

private:
    [[nodiscard]] domain::Case projection(const domain::Case &whole, const QList<domain::CasePart> &parts) const;
    [[nodiscard]] static domain::Result<void> mayHold(Session &session, const wire::Operator &who, const Attachment &attachment);
    [[nodiscard]] bool maySeeFile(const wire::Operator &who, const domain::Case &whole, const QString &attachmentId) const;

    Database &m_database;
    CatalogueService &m_catalogues;
    CommandEngine &m_engine;
    const domain::Clock &m_clock;
};

} // namespace yichuang::exchange
