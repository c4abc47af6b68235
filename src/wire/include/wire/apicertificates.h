// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/ecertificate.h>

#include <QUuid>

/** Values of the two-step certificate routes: listing with the holder present, then pulls for a case. */
namespace yichuang::wire {

/** The person as their card says. Travels in bodies only, never in a URL. */
struct HolderKey {
    domain::DocumentKind documentKind;
    QString number;
    QString name;
    friend bool operator==(const HolderKey &, const HolderKey &) = default;
};

struct ListingRequest {
    HolderKey holder;
    std::optional<domain::UsePurpose> purpose; ///< without it SVC-008
    friend bool operator==(const ListingRequest &, const ListingRequest &) = default;
};

struct ListingAnswer {
    QUuid lookupId;          ///< id of the record that this look-up left
    domain::PersonId personId;
    QDateTime asOf;
    QDateTime usableUntil;   ///< after it a cached list must be asked for again
    QList<domain::CertificateSummary> certificates;
    friend bool operator==(const ListingAnswer &, const ListingAnswer &) = default;
};

struct PullRequest {
    domain::PersonId personId;
    QStringList identifiers; ///< at most 50
    std::optional<domain::UsePurpose> purpose;
    friend bool operator==(const PullRequest &, const PullRequest &) = default;
};

struct RefusedPull {
    QString identifier;
    domain::FailureCode code = domain::FailureCode::CertificateUnknown;
    friend bool operator==(const RefusedPull &, const RefusedPull &) = default;
};

struct PullAnswer {
    QUuid lookupId;
    QList<domain::ECertificate> certificates;
    QList<RefusedPull> refused;
    friend bool operator==(const PullAnswer &, const PullAnswer &) = default;
};

/** Asks for the annotated copy (加注件) of one certificate. */
struct FileRequest {
    domain::PersonId personId; ///< the holder the certificate was listed for
    QString identifier;
    std::optional<domain::UsePurpose> purpose;
    friend bool operator==(const FileRequest &, const FileRequest &) = default;
};

enum class LookupKind { Listing, Pull, File };
/** What came of a look-up: NameDiffers is a known number with another name, HolderUnknown a number nobody has. */
enum class LookupOutcome { Answered, NameDiffers, HolderUnknown, Refused };

} // namespace yichuang::wire
