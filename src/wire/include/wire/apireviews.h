// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>

/** Values of the reviewers' routes and of attachments. */
namespace yichuang::wire {

/** One row of a department's work list; the applicant's name is masked. */
struct ReviewEntry {
    domain::PartId partId;
    domain::CaseId caseId;
    QString caseNumber;
    QString partNumber;
    QString itemId;
    QString itemName;
    domain::PartState state = domain::PartState::Received;
    qint64 revision = 0;
    QDateTime receivedAt;
    QDate answerDue;         ///< while received: the last day to accept, not to accept or to ask for correction
    QDate promisedDue;
    QString reviewer;        ///< operator id; empty: nobody has taken it
    QString applicantName;
    friend bool operator==(const ReviewEntry &, const ReviewEntry &) = default;
};

struct ReviewPage {
    QList<ReviewEntry> entries;
    QString next;            ///< cursor for the next page; empty: this was the last
    friend bool operator==(const ReviewPage &, const ReviewPage &) = default;
};

/** What a reviewer sees of a case ("case" in JSON) and the id of their part. */
struct ReviewAnswer {
    domain::Case projection;
    domain::CasePart part;
    friend bool operator==(const ReviewAnswer &, const ReviewAnswer &) = default;
};

/** Body of the reviewers' calls; each call reads the members its command has. */
struct ReviewAction {
    domain::CommandId commandId;
    qint64 baseRevision = 0;
    QString opinion;
    QString resultName;
    QString reason;
    QString legalBasis;
    QStringList points;
    QDate returnBy;
    friend bool operator==(const ReviewAction &, const ReviewAction &) = default;
};

struct EventAnswer {
    domain::CaseEvent event;
    friend bool operator==(const EventAnswer &, const EventAnswer &) = default;
};

struct AttachmentAnswer {
    QUuid id;
    qint64 size = 0;         ///< bytes
    QByteArray sha256;
    friend bool operator==(const AttachmentAnswer &, const AttachmentAnswer &) = default;
};

} // namespace yichuang::wire
