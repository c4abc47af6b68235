// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/identifiers.h>

#include <QDateTime>
#include <QMap>
#include <optional>

namespace yichuang::domain {

/** Opaque id of a person, issued by the exchange; the citizen number is never a key. */
using PersonId = QString;

/** Certificate status (证照状态) with the codes seen in the field. */
enum class CertificateStatus {
    Valid = 1, Suspended = 2, Rescinded = 3, Cancelled = 4, Lapsed = 5, TransferredOut = 6, Revoked = 7, Other = 99
};
/** Trust level (可信等级, 国办函〔2016〕108号). */
enum class TrustLevel { A, B, C, D };
/** Whose certificate it is, seen from the person whose card was read. */
enum class Relation { Self, Spouse, Child, Parent, Deceased, Household, Organisation };

/** What listing tells of one e-certificate (电子证照): type, issuer, dates, status, whose it is. No face data. */
struct CertificateSummary {
    QString identifier;   ///< full identifier, GB/T 36904
    QString typeId;       ///< catalogue's id of the type, for example "marriage-certificate"
    QString typeName;
    QString maskedNumber; ///< printed number, masked
    QString issuerName;
    QString departmentId; ///< catalogue department of the issuer
    QDate issueDate;
    QDate validFrom;
    std::optional<QDate> validTo; ///< nothing: unlimited
    CertificateStatus status = CertificateStatus::Valid;
    QDate statusDate;
    TrustLevel trust = TrustLevel::A;
    PersonId holderId;
    QString holderName;   ///< masked unless the holder is the person present
    Relation relation = Relation::Self;

    /** Usable in a case on a day: status valid and not expired. */
    [[nodiscard]] bool isUsableOn(QDate day) const;
    /** Days until expiry; nothing when unlimited. Negative: expired. */
    [[nodiscard]] std::optional<qint64> daysLeft(QDate day) const;
    friend bool operator==(const CertificateSummary &, const CertificateSummary &) = default;
};

/** A certificate with face data (照面信息), pulled for an item of the open case or on explicit consent. */
struct ECertificate {
    CertificateSummary summary;
    QString number;       ///< printed number in full
    QString holderName;
    QString holderNumber;
    DocumentKind holderNumberKind;
    QMap<QString, QString> face; ///< field id (as in the type's face fields) to value
    QDateTime fetchedAt;  ///< "as of" stamp
    QDateTime usableUntil;///< after it the cached copy must not be used offline
    friend bool operator==(const ECertificate &, const ECertificate &) = default;
};

/** Why certificates are asked for (用证事由): travels with every query and is recorded. */
struct UsePurpose {
    QString category;     ///< catalogue code of the purpose, for example "acceptance"
    QString itemId;       ///< empty for the listing after a card read
    QString caseId;
    QString reason;       ///< at most 200 characters
    enum class Consent { HolderPresent, ItemRequires, ExplicitConsent } consent = Consent::HolderPresent;
    friend bool operator==(const UsePurpose &, const UsePurpose &) = default;
};

} // namespace yichuang::domain
