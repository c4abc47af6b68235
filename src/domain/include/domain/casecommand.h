// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <variant>

namespace yichuang::domain {

/** The clocks of the machine a command was made on; the legal date is never taken from them. */
struct CommandTime {
    QDateTime wall;
    qint64 monotonicMs = 0;
    QString bootId;
    std::optional<qint64> exchangeOffsetMs; ///< exchange minus wall when last known
    friend bool operator==(const CommandTime &, const CommandTime &) = default;
};

namespace command {
// On shared data, by the clerk who opened the case (a supervisor may act in their place).
struct OpenCase { QDate rulesDay; friend bool operator==(const OpenCase &, const OpenCase &) = default; };
struct SetApplicant { Party applicant; friend bool operator==(const SetApplicant &, const SetApplicant &) = default; };
struct SetAgency { std::optional<Agency> agency; friend bool operator==(const SetAgency &, const SetAgency &) = default; };
/** Adds a part; dependsOn names parts already present or added by the same life event. */
struct AddItem {
    PartId partId;
    QString itemId;
    int itemVersion = 1;
    QString itemName;
    QString departmentId;
    QList<PartId> dependsOn;
    TimeLimit promised;
    TimeLimit statutory;
    CaseKind kind = CaseKind::Promised;
    friend bool operator==(const AddItem &, const AddItem &) = default;
};
struct RemoveItem { PartId partId; friend bool operator==(const RemoveItem &, const RemoveItem &) = default; };
/** Sets the life event and replaces all draft parts by its items. An empty id goes back to single items. */
struct ChooseLifeEvent {
    QString lifeEventId;
    int version = 0;
    QList<AddItem> items;
    friend bool operator==(const ChooseLifeEvent &, const ChooseLifeEvent &) = default;
};
/** An empty list is an answer too: none of a `multiple` question's choices fits. No list: the answer is taken back. */
struct AnswerSituation { QString key; std::optional<QStringList> answers; friend bool operator==(const AnswerSituation &, const AnswerSituation &) = default; };
/** An empty value of source None takes the field back. */
struct SetField { QString fieldId; FieldValue value; friend bool operator==(const SetField &, const SetField &) = default; };
/** No state: the material is taken back. */
struct SetMaterial { QString key; std::optional<MaterialState> state; friend bool operator==(const SetMaterial &, const SetMaterial &) = default; };
/** F9: materials are taken (收件); every draft part becomes Received. `planComplete` is the maker's word that planMaterials found nothing missing; the exchange plans again. */
struct ReceiveMaterials { QString provisionalReceipt; bool planComplete = false; friend bool operator==(const ReceiveMaterials &, const ReceiveMaterials &) = default; };
struct DiscardDraft { QString reason; friend bool operator==(const DiscardDraft &, const DiscardDraft &) = default; };
struct WithdrawCase { QString reason; friend bool operator==(const WithdrawCase &, const WithdrawCase &) = default; };
// On one part.
/** 受理, by the exchange for the window or by the department; deemed (视为受理): nobody answered in time, so it counts from receipt. */
struct AcceptPart { bool deemed = false; friend bool operator==(const AcceptPart &, const AcceptPart &) = default; };
struct RejectPart { QString reason; QString legalBasis; friend bool operator==(const RejectPart &, const RejectPart &) = default; }; ///< 不予受理
struct TakePart { friend bool operator==(const TakePart &, const TakePart &) = default; };            ///< a reviewer takes it
struct AskCorrection { QStringList points; QDate returnBy; QString opinion = {}; friend bool operator==(const AskCorrection &, const AskCorrection &) = default; };
struct AnswerCorrection { QString note; friend bool operator==(const AnswerCorrection &, const AnswerCorrection &) = default; };
struct PausePart { QString reason; friend bool operator==(const PausePart &, const PausePart &) = default; };
struct ResumePart { friend bool operator==(const ResumePart &, const ResumePart &) = default; };
struct ApprovePart { QString opinion; QString resultName; friend bool operator==(const ApprovePart &, const ApprovePart &) = default; };
struct RefusePart { QString reason; QString legalBasis; friend bool operator==(const RefusePart &, const RefusePart &) = default; };
struct FinishPart { friend bool operator==(const FinishPart &, const FinishPart &) = default; };      ///< 办结
} // namespace command

using CommandBody = std::variant<
    command::OpenCase, command::SetApplicant, command::SetAgency, command::AddItem, command::RemoveItem,
    command::ChooseLifeEvent, command::AnswerSituation, command::SetField, command::SetMaterial,
    command::ReceiveMaterials, command::DiscardDraft, command::WithdrawCase, command::AcceptPart,
    command::RejectPart, command::TakePart, command::AskCorrection, command::AnswerCorrection, command::PausePart,
    command::ResumePart, command::ApprovePart, command::RefusePart, command::FinishPart>;

/** Every change to a case. Names case, part and the revision it was made against, so parts never conflict. */
struct CaseCommand {
    CommandId id;
    CaseId caseId;
    PartId partId;           ///< null: shared data
    qint64 baseRevision = 0; ///< of the part, or of the shared data
    Actor actor;
    CommandTime time;
    CommandBody body;
    friend bool operator==(const CaseCommand &, const CaseCommand &) = default;
};

/** Due dates of an accepted part whose clock the decision of another one starts. */
struct PartClock {
    PartId partId;
    QDate promisedDue;
    QDate statutoryDue;
    friend bool operator==(const PartClock &, const PartClock &) = default;
};

/** What the one who applies adds to a command: provisional on the desk, real on the exchange. */
struct Stamp {
    bool provisional = true;
    QDateTime receivedAt;
    QDate legalDate;         ///< Asia/Shanghai, after office hours already moved to the next working day
    QString ruleVersion;
    QString caseNumber;      ///< given with ReceiveMaterials by the exchange
    QString partNumber;      ///< given with AcceptPart
    QDate promisedDue;       ///< given with AcceptPart, ResumePart and the AnswerCorrection of an accepted part that waits for nobody
    QDate statutoryDue;
    QString operatorName = {}; ///< staff: the actor's display name; empty while provisional, for the exchange itself and of old
    QString operatorPlace = {}; ///< where they sat: the window's name, else the department's
    QList<PartClock> clocks = {}; ///< given with the decision of a part: the accepted ones that waited for nobody else
    friend bool operator==(const Stamp &, const Stamp &) = default;
};

/** An accepted command plus its stamp. `sequence` is the exchange's feed cursor, 0 while provisional. */
struct CaseEvent {
    qint64 sequence = 0;
    CaseCommand command;
    Stamp stamp;
    friend bool operator==(const CaseEvent &, const CaseEvent &) = default;
};

/** Stable wire name of a command body, for example "set-field". */
[[nodiscard]] QString commandName(const CommandBody &body);

/**
 * The one pure function both sides share. Returns the case after the command, or why it is not allowed:
 * CASE-001 illegal, CASE-002 stale base revision, CASE-003 duplicate id, CASE-004 wrong role, and the other CASE codes.
 * On success exactly one revision (of the part, or of the shared data) grew by one. A part keeps revision 0 until its
 * first own command: ReceiveMaterials and WithdrawCase move parts, but only the shared revision counts them; a decision starts
 * the clocks of the parts that waited for it, but only the decided part's revision counts it.
 */
[[nodiscard]] Result<Case> apply(const Case &before, const CaseCommand &command, const Stamp &stamp);

/**
 * True when `later` may take the place of `earlier` in the journal of a draft, by the same person on the same case: both set
 * the same field, from the same source or taking it back, so that a field edited many times is one command; or both set the
 * same material, `earlier` with files, so that a file that was taken off again never leaves this desk.
 */
[[nodiscard]] bool maySupersede(const CaseCommand &later, const CaseCommand &earlier);

/**
 * The draft when `later` takes the place of `earlier`, an applied command that only this desk knows: `earlier` goes, what was
 * applied after it stays and moves up by one revision, `later` comes last. So `later` is made on the revision before the
 * current one, and the case's revision stays. Errors: CASE-001 when there is nothing to take the place of; those of apply.
 */
[[nodiscard]] Result<Case> applyInPlaceOf(const CaseCommand &earlier, const Case &before, const CaseCommand &later, const Stamp &stamp);

/**
 * May this actor give this command on this case or part at all (role, department, opener, taker)? Part of apply; with
 * stateAllows (caserules.h) it also greys out buttons. Errors CASE-004, CASE-005, CASE-017, CASE-021.
 */
[[nodiscard]] Result<void> mayCommand(const Actor &actor, const Case &onCase, const PartId &partId, const CommandBody &body);

/** The command that takes an edit back (undo), given the case before it; nothing for commands that cannot be undone. */
[[nodiscard]] std::optional<CommandBody> inverseOf(const Case &before, const CommandBody &body);

/** What a reviewer sees: their parts, the shared data these use and the materials of `materialKeys`; nothing of other parts. */
[[nodiscard]] Case projectionFor(const Case &whole, const QSet<PartId> &partIds, const QSet<QString> &materialKeys, const QSet<QString> &fieldIds);

} // namespace yichuang::domain
