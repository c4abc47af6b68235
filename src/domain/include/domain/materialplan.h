// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>
#include <domain/catalogue.h>

namespace yichuang::domain {

/** Why one item asks for a material. */
struct MaterialUse {
    QString itemId;
    QString departmentId;
    QString reason;
    QString legalBasis;
    Necessity necessity = Necessity::Required;
    friend bool operator==(const MaterialUse &, const MaterialUse &) = default;
};

/** NotNeeded: nobody has to hand it in, because it is optional and absent or another item of the case produces it. */
enum class MaterialStatus { FromCertificate, OriginalSeen, Attached, SelfMade, Promised, Deferred, Missing, NotNeeded };

/** One material of the de-duplicated list over all departments. */
struct PlannedMaterial {
    QString key;
    QString name;
    MaterialKind kind = MaterialKind::Certificate;
    MaterialHolder holder = MaterialHolder::Applicant;
    Necessity necessity = Necessity::Required; ///< the strictest of its uses
    QSet<MaterialWay> ways;                    ///< ways that every use accepts
    MaterialStatus status = MaterialStatus::Missing;
    TrustLevel trust = TrustLevel::A;
    QString certificateIdentifier;             ///< used, or proposed while status is FromCertificate
    QStringList candidates;                    ///< identifiers of all usable certificates, best first
    QStringList unusable;                      ///< identifiers that would fit but are expired or revoked
    QString produces;                          ///< item id of this very case that yields it (dependent step), else empty
    QList<MaterialUse> uses;
    QString instructions;
    QString commonMistake;
    friend bool operator==(const PlannedMaterial &, const PlannedMaterial &) = default;
};

/** A question to ask now, in order. */
struct PlannedSituation {
    QString key;       ///< "<owner id>/<situation id>"
    QString ownerId;
    Situation situation;
    QStringList answers;
    bool answered = false; ///< also by an empty list to a `multiple` question: none of its choices fits
    friend bool operator==(const PlannedSituation &, const PlannedSituation &) = default;
};

struct PlannedField {
    FormField field;
    QStringList itemIds; ///< items that use it; empty: the life event itself
    FieldValue value;    ///< current, or prefilled
    bool prefilled = false; ///< value comes from the plan, not yet from the case
    std::optional<Error> problem;
    friend bool operator==(const PlannedField &, const PlannedField &) = default;
};

/** One thing that still stands in the way of F9. */
struct Missing {
    enum class Kind { Applicant, Items, Answer, Field, Material, Stopped, AgentAuthority } kind = Kind::Material;
    QString target;    ///< key of the answer, field or material
    QString text;      ///< label from the catalogue
    QString itemId;
    friend bool operator==(const Missing &, const Missing &) = default;
};

/** At most ten of them by kind and key, as "material:identity-card field:phone", for an error's detail: the catalogue's words alone. */
[[nodiscard]] QString describeMissing(const QList<Missing> &missing);
/** What such a detail names, kind and target alone; words that are none are passed over. */
[[nodiscard]] QList<Missing> readMissing(const QString &detail);

/** Everything the counter shows between choosing items and F9. */
struct CasePlan {
    QList<PlannedMaterial> materials;
    QList<PlannedSituation> situations;
    QList<PlannedField> fields;
    QStringList itemIds;      ///< items that the answers select, in step order
    QString stopped;          ///< explanation when an answer ended the matter
    QList<Missing> missing;   ///< empty: F9 is open
    friend bool operator==(const CasePlan &, const CasePlan &) = default;
};

struct PlanInput {
    QList<const ServiceItem *> items; ///< at their versions
    const LifeEvent *lifeEvent = nullptr;
    QMap<QString, QStringList> answers;
    QMap<QString, FieldValue> fields;
    QMap<QString, MaterialState> materials;
    QList<CertificateSummary> certificates;
    QList<ECertificate> fetched;      ///< face data at hand, for prefilling
    std::optional<Party> applicant;
    std::optional<Agency> agency;
    QDate date;
};

/**
 * One de-duplicated list over all departments: each material once, how it is satisfied or that it is missing, which
 * items use it and why. Pure: the same input gives the same plan; a case accepted last year can be planned again.
 */
[[nodiscard]] CasePlan planMaterials(const PlanInput &input);

/**
 * The plan's input for a case: its parts' items and its life event at the versions the case keeps. The pointers live
 * as long as the catalogue. Errors CAT-002, CAT-003 for a version the catalogue does not hold.
 */
[[nodiscard]] Result<PlanInput> planInputFor(const Catalogue &catalogue, const Case &ofCase,
                                             const QList<CertificateSummary> &certificates,
                                             const QList<ECertificate> &fetched, QDate date);

/**
 * Certificates whose contents would fill fields that are still empty, by the item that asks for them: of each type that the
 * item's prefill paths name the applicant's own best usable one. What the item itself yields cannot fill its form.
 */
[[nodiscard]] QMap<QString, QStringList> certificatesToFill(const PlanInput &input, const CasePlan &plan);

/** Items offered on a day that a life event's answers select, in step order, with dependencies as item ids. */
struct SelectedStep {
    const ServiceItem *item = nullptr;
    QStringList dependsOnItems;
    bool optional = false;
};
[[nodiscard]] QList<SelectedStep> selectSteps(const Catalogue &catalogue, const LifeEvent &event, const QMap<QString, QStringList> &answers, QDate day);

/**
 * The parts a draft has once its answers are `answers`, in step order with what each waits for: steps that the change of
 * answers selects come and those it no longer selects go, what answers add or drop follows, and `wished` items come too.
 * Other parts stay, whether a step or not. With the answers the draft has: the parts it ought to have now.
 */
[[nodiscard]] QList<SelectedStep> selectParts(const Catalogue &catalogue, const Case &ofCase, const QMap<QString, QStringList> &answers,
                                              const QStringList &wished = {});

/** A proactive hint (主动提醒) from the certificates just listed. Missing: one is listed, and the one that goes with it is not. */
struct Hint {
    enum class Kind { ExpiresSoon, Expired, LifeEvent, Missing } kind = Kind::ExpiresSoon;
    QString certificateIdentifier; ///< the listed one that gives the hint
    QString certificateName;
    qint64 days = 0;          ///< until expiry, negative after it
    QString itemId;           ///< proposed item, may be empty
    QString lifeEventId;      ///< proposed life event, may be empty
    QString missingType = {}; ///< Missing: id of the type that is not listed
    QString holderName = {};  ///< Missing: the child's name as listed; empty when it is the person's own
    friend bool operator==(const Hint &, const Hint &) = default;
};
/** At most so many hints are given: more than a person at a window can be told. */
inline constexpr qsizetype mostHints = 12;
/**
 * What the listed certificates give reason to say, the most urgent first: what expired or soon will, life events, then
 * certificates that the catalogue expects and the list does not hold. The person's own and their children's alone can be
 * missing: of others a list shows only what their relation lets it show.
 */
[[nodiscard]] QList<Hint> hintsFor(const Catalogue &catalogue, const QList<CertificateSummary> &certificates, QDate day);

} // namespace yichuang::domain
