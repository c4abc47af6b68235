// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apicertificates.h>

/** Values of the audit routes. */
namespace yichuang::wire {

/** Something an operator did on the desk that must be on record, for example the reveal of a masked number. */
struct AuditRecord {
    QUuid id;
    QDateTime at;
    QString action;          ///< kebab-case word, for example "reveal"
    QString caseId;
    QString subject;         ///< opaque person id or name of a field, never the value
    friend bool operator==(const AuditRecord &, const AuditRecord &) = default;
};

struct AuditBatch {
    QList<AuditRecord> records;
    friend bool operator==(const AuditBatch &, const AuditBatch &) = default;
};

struct FoundType {
    QString typeId;
    int count = 0;
    friend bool operator==(const FoundType &, const FoundType &) = default;
};

/** One recorded look-up: who, why, what came back (types and counts only), when. */
struct LookupRecord {
    QUuid id;
    QDateTime at;
    LookupKind kind = LookupKind::Listing;
    QString operatorId;
    QString operatorName;
    QString windowId;
    domain::PersonId personId; ///< empty: nobody has the number that was asked for
    QString askedFor;          ///< the number of a listing that found nobody or another name, masked
    std::optional<domain::UsePurpose> purpose;
    LookupOutcome outcome = LookupOutcome::Answered;
    QList<FoundType> found;
    int refused = 0;         ///< identifiers that were asked for and not given
    friend bool operator==(const LookupRecord &, const LookupRecord &) = default;
};

/** Which recorded look-ups; what is empty does not matter. */
struct LookupQuery {
    domain::PersonId personId; ///< look-ups of this citizen, by whomever
    QString caseId;
    friend bool operator==(const LookupQuery &, const LookupQuery &) = default;
};

struct LookupPage {
    QList<LookupRecord> lookups;
    friend bool operator==(const LookupPage &, const LookupPage &) = default;
};

} // namespace yichuang::wire
