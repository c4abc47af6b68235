// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/ecertificate.h>
#include <domain/idcard.h>
#include <domain/form.h>
#include <domain/serviceitem.h>

#include <QUuid>

namespace yichuang::domain {

using CaseId = QUuid;    ///< version 7, made at the edge
using PartId = QUuid;    ///< version 7; null names the shared data of a case
using CommandId = QUuid; ///< version 7; also the idempotency key

enum class Role { Clerk, Reviewer, Supervisor, Auditor, Administrator, System };

/** Who acts: an operator with a role, and for reviewers their department. */
struct Actor {
    QString operatorId;
    Role role = Role::Clerk;
    QString departmentId;
    QString windowId;
    friend bool operator==(const Actor &, const Actor &) = default;
};

/** How a person's data came to the case. */
enum class IdentityMethod { ChipRead, Typed };

/** A person in a case: applicant (申请人) or agent (代办人). */
struct Party {
    PersonId personId;       ///< empty until the exchange knows the person
    QString name;            ///< the Chinese name where the card has one
    QString englishName;     ///< foreigner cards
    DocumentKind documentKind;
    QString number;
    Sex sex = Sex::Unknown;
    QDate birth;
    QString ethnicCode;
    QString nationality;     ///< ISO 3166 alpha-3
    QString passNumber;      ///< permits of HK/Macao/Taiwan residents: 通行证号码
    QString issueCount;      ///< those permits: 签发次数; 2023 foreigner cards: 换证次数
    QString formerNumberLink; ///< 2023 foreigner cards: 既往号码关联项
    QString address;
    QString phone;
    QString issuer;
    QDate validFrom;
    std::optional<QDate> validTo;
    CardKind cardKind = CardKind::Citizen;
    IdentityMethod method = IdentityMethod::ChipRead;
    QString typedReason;     ///< required when typed (row 12)
    QDateTime readAt;
    friend bool operator==(const Party &, const Party &) = default;
};

/** The same document: blanks around a number and a small x in it make no difference. */
[[nodiscard]] bool isSamePerson(const Party &one, const Party &other);

/** By what right somebody acts who is not the applicant: 委托代理人, 监护人 or 法定代表人. */
enum class AgentCapacity { EntrustedAgent, Guardian, LegalRepresentative };

/** Somebody who acts for the applicant, and by what right. */
struct Agency {
    Party agent;
    QString relation;        ///< user text or code
    QString authority;       ///< material key of the proof, for example "power-of-attorney"; the plan asks for it
    QDate validUntil;        ///< end of the term; always there for an entrusted agent
    bool authorityChecked = false; ///< the clerk compared persons, matter and term with the proof
    AgentCapacity capacity = AgentCapacity::EntrustedAgent;
    friend bool operator==(const Agency &, const Agency &) = default;
};

/** A file that stands for a paper or for a page of one, as the case names it; the content is stored and travels apart. */
struct AttachedFile {
    QString id;              ///< of the encrypted file in the store, and of the attachment at the exchange
    QString name;            ///< as shown; never a path
    qint64 size = 0;         ///< bytes
    QByteArray sha256;       ///< may be empty
    friend bool operator==(const AttachedFile &, const AttachedFile &) = default;
};

/** So many files one material takes: the pages of a document, the two sides of a card. */
constexpr qsizetype mostFilesOfMaterial = 20;
/** So many files, and so many bytes of them, one case takes over all its materials. */
constexpr qsizetype mostFilesOfCase = 100;
constexpr qint64 mostFileBytesOfCase = 400LL << 20;

/** How a material of the case is satisfied. */
struct MaterialState {
    MaterialWay way = MaterialWay::Certificate;
    TrustLevel trust = TrustLevel::A;
    QString certificateIdentifier; ///< way Certificate
    QList<AttachedFile> files; ///< way FileAttached: at least one, each id once, in the order in which they were attached; else none
    int originals = 0;
    int copies = 0;
    QDate due;               ///< Deferred: by when it follows
    QString note;
    QDateTime at;
    QString by;              ///< operator id
    friend bool operator==(const MaterialState &, const MaterialState &) = default;
};

/** What the files of several materials come to together. */
struct FileTotal {
    qsizetype count = 0;
    qint64 bytes = 0;
};
[[nodiscard]] FileTotal totalOf(const QMap<QString, MaterialState> &materials);
[[nodiscard]] bool fitsCase(const FileTotal &total);

/** State of one part (reference 5.1). */
enum class PartState {
    Draft, Received, Accepted, InReview, CorrectionAsked, Paused, Approved, Refused, NotAccepted, Withdrawn, Finished
};

/** A correction notice (补正告知): asked once, with every point. */
struct Correction {
    QStringList points;
    QDate returnBy;
    QDateTime askedAt;
    QDateTime answeredAt;
    QString opinion = {};    ///< what the department says beside the points; at most 1000 characters
    friend bool operator==(const Correction &, const Correction &) = default;
};

/** The decision of a department on its part. */
struct Decision {
    bool approved = false;
    QString opinion;         ///< at most 1000 characters
    QString legalBasis;
    QString resultName;
    QDateTime at;
    QString by;
    friend bool operator==(const Decision &, const Decision &) = default;
};

/** One item of a case at one department: own number, state, clocks and revision (办件的部门环节). */
struct CasePart {
    PartId id;
    int place = 1;           ///< 1-based in order of parts; fixed once materials are received
    QString itemId;
    int itemVersion = 1;
    QString itemName;
    QString departmentId;
    QList<PartId> dependsOn;
    TimeLimit promised;
    TimeLimit statutory;
    CaseKind kind = CaseKind::Promised;
    PartState state = PartState::Draft;
    qint64 revision = 0;
    QString number;          ///< official, given at acceptance
    QDate receivedOn;
    QDate acceptedOn;        ///< legal date
    QDate clockFrom;         ///< legal date of the last decision it waited for; null: it waits yet, or waited for nobody
    QDate promisedDue;       ///< null while it waits for other parts
    QDate statutoryDue;
    QList<PauseSpan> pauses;
    QString reviewer;        ///< operator id, empty: nobody has looked
    std::optional<Correction> correction;
    std::optional<Decision> decision;
    friend bool operator==(const CasePart &, const CasePart &) = default;
};

/** True for states no part ever leaves: Refused, NotAccepted, Withdrawn, Finished. */
[[nodiscard]] bool isFinal(PartState state);
/** True while the part's limits do not run: the applicant is to act, or an examination that does not count (reference 5.3). */
[[nodiscard]] bool doesClockStand(PartState state);

enum class CaseStage { Draft, Received, InProgress, Finished, Withdrawn, Discarded };

/** A case (办件): shared data plus one part per service item. */
struct Case {
    CaseId id;
    qint64 revision = 0;     ///< of the shared data
    CaseStage stage = CaseStage::Draft;
    QString number;          ///< official; empty until the exchange gave it
    QString provisionalReceipt; ///< receipt (收件) given by the desk before sync
    Actor openedBy;
    QDateTime openedAt;
    QDate rulesDay;          ///< day whose item versions the case keeps
    std::optional<Party> applicant;
    std::optional<Agency> agency;
    QString lifeEventId;
    int lifeEventVersion = 0;
    QMap<QString, QStringList> answers;      ///< "<owner>/<situation>" to answer ids; an empty list: answered, none fits
    QMap<QString, FieldValue> fields;        ///< by field id
    QMap<QString, MaterialState> materials;  ///< by material key
    QList<CasePart> parts;
    QDateTime receivedAt;
    QSet<CommandId> applied; ///< commands already in: makes repetition harmless

    [[nodiscard]] const CasePart *part(const PartId &partId) const;
    [[nodiscard]] CasePart *part(const PartId &partId);
    friend bool operator==(const Case &, const Case &) = default;
};

} // namespace yichuang::domain
