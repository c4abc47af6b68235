// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/form.h>
#include <domain/workcalendar.h>

#include <QSet>
#include <optional>

namespace yichuang::domain {

/** Necessity of a material (必要性). Deferrable: may follow later with a promise (容缺后补). */
enum class Necessity { Required, Optional, Deferrable };
/** Kind of a material (材料类型). */
enum class MaterialKind { Certificate, Form, Other };
/** The ways a material can be satisfied at the window (reference 4.5). */
enum class MaterialWay {
    Certificate,    ///< from the e-certificate library (免提交), trust A
    OriginalSeen,   ///< original checked, copy kept (原件核验), trust B
    FileAttached,   ///< file or scan attached and encrypted, trust B after the clerk checked it
    SelfMade,       ///< form or statement made by the applicant, trust D
    Promise,        ///< notification and commitment (告知承诺) in place of proof
    Deferred        ///< follows later (容缺后补), only where the item allows it
};

/** How a material may be handed in (材料形式). */
enum class MaterialForm { Paper, Electronic, Either };
/** Where a material comes from (来源渠道): what an authority issues is never asked of the applicant where it can be shared. */
enum class MaterialOrigin { Applicant, Authority, Intermediary, Other };

/** Whose certificate or paper a material is, seen from the applicant. */
enum class MaterialHolder { Applicant, Spouse, Child, Parent, Deceased, Household, Agent };

/** One material as one item asks for it (申请材料). */
struct MaterialSpec {
    QString key;          ///< same key in two items means the same material: submitted once (for example "household-register")
    QString name;
    MaterialKind kind = MaterialKind::Certificate;
    Necessity necessity = Necessity::Required;
    MaterialHolder holder = MaterialHolder::Applicant;
    QStringList certificateTypes; ///< type ids whose usable certificate satisfies it
    QSet<MaterialWay> ways;       ///< ways accepted; Certificate is implied by certificateTypes
    bool onDemand = false;        ///< asked for only when an answer's effect adds it
    int originals = 1;
    int copies = 0;
    MaterialForm form = MaterialForm::Either;
    MaterialOrigin origin = MaterialOrigin::Applicant;
    QString source;       ///< who issues it, user text
    QString reason;       ///< why this item asks for it, user text
    QString legalBasis;
    QString instructions; ///< 填报须知
    QString acceptanceStandard; ///< 受理标准
    QString commonMistake;///< 常见错误
    friend bool operator==(const MaterialSpec &, const MaterialSpec &) = default;
};

/** What an answer does (reference 4.6). `target` is a material key, item id, situation id or field id. */
struct AnswerEffect {
    enum class Kind { AddMaterial, DropMaterial, AddItem, DropItem, Ask, Stop, SetField } kind = Kind::AddMaterial;
    QString target;
    QString value;        ///< SetField: the value; Stop: the explanation shown to the clerk
    friend bool operator==(const AnswerEffect &, const AnswerEffect &) = default;
};
struct SituationAnswer {
    QString id;
    QString text;
    QList<AnswerEffect> effects;
    friend bool operator==(const SituationAnswer &, const SituationAnswer &) = default;
};
/**
 * One question of the situation guidance (情形引导). Its key in a case is "<owner id>/<id>". A `multiple` question also takes
 * none of its answers (以上都没有), which has no effects; the catalogue does not list that choice.
 */
struct Situation {
    QString id;
    QString question;
    bool multiple = false;
    bool onAsk = false;   ///< shown only when an answer's Ask effect names it
    QList<SituationAnswer> answers;
    friend bool operator==(const Situation &, const Situation &) = default;
};

struct Fee {
    QString name;
    int fen = 0;          ///< amount in fen (1/100 yuan)
    QString basis;
    QString reduction;
    friend bool operator==(const Fee &, const Fee &) = default;
};

struct GuideStep {
    QString name;
    QString who;
    QString duration;
    friend bool operator==(const GuideStep &, const GuideStep &) = default;
};

/** The texts of an item's office guide (办事指南); its coded elements stand in ServiceItem itself. */
struct Guide {
    QString legalBasis;
    QString acceptingUnit;
    QString conditions;
    QList<GuideStep> steps;
    QString resultName;
    QString resultSample;
    QString modelText;      ///< 示范文本: how a well-filled form reads
    QStringList mistakes;   ///< 常见错误示例
    QString place;
    QString hours;
    QString enquiry;
    QString complaint;
    QList<std::pair<QString, QString>> questions; ///< 常见问题
    QString limitNote;
    friend bool operator==(const Guide &, const Guide &) = default;
};

/** State of an item in the catalogue (事项状态). A suspended or draft item is not offered; the suspension is a version of its own, from its first day on. */
enum class ItemState { InUse, Suspended, Cancelled, Draft };
/** Whom an item serves (服务对象). */
enum class ServiceObject { Person, Enterprise, Institution, SocialOrganisation, Unincorporated, GovernmentBody, OtherOrganisation };
/** How an item may be applied for (办理形式). */
enum class HandlingForm { Window, Web, Mobile, Courier, Other };
/** How far an item may be handled away from home (通办范围). */
enum class HandlingArea { Nationwide, AcrossProvinces, AcrossCities, AcrossCounties };
/** What an item yields (结果类型). */
enum class ResultKind { Certificate, Approval, Other };

/** Who carries an item out, at what level and by what power. */
struct Authority {
    enum class Level { National, Provincial, Municipal, County, Township, Village, Graded };        ///< 行使层级
    enum class Nature { Statutory, Authorised, Entrusted, Other };                                  ///< 实施主体性质
    enum class Power { OwnLevel, Devolved, Authorised, Entrusted };                                 ///< 权力来源
    Level level = Level::Municipal;
    Nature nature = Nature::Statutory;
    Power power = Power::OwnLevel;
    friend bool operator==(const Authority &, const Authority &) = default;
};

/** A procedure whose time does not count towards the limit (特别程序, administrative licence law art. 45). */
struct SpecialProcedure {
    enum class Kind { Hearing, ExpertReview, Inspection, SiteCheck, PublicNotice, Appraisal, Enquiry, Other } kind = Kind::Other;
    TimeLimit limit;
    QString reason;       ///< when it is held, user text
    friend bool operator==(const SpecialProcedure &, const SpecialProcedure &) = default;
};

/** Where and how an item can be had. */
struct Channels {
    QSet<HandlingForm> forms;
    std::optional<HandlingArea> area;  ///< nothing: only where the item belongs
    bool inHall = true;                ///< received at the hall's windows (进驻政务大厅)
    bool online = false;               ///< can be done online (是否网办)
    bool onlinePayment = false;        ///< its fee can be paid online (网上支付)
    bool courier = false;              ///< the result can be sent (物流快递)
    friend bool operator==(const Channels &, const Channels &) = default;
};

/** Kind of case (办件类型): finished at the counter, or with a promised date. */
enum class CaseKind { Immediate, Promised };

/**
 * Who accepts (受理) what the window received: the window in the department's name and at once, where it can tell that the
 * materials are complete and in form; or the department, which examines them itself. The department answers within the limit
 * from receipt, and again from what came back corrected: it accepts, does not (不予受理), or tells once everything to correct.
 * A part that nobody answered in time counts as accepted from that day of receipt (administrative licence law art. 32).
 */
struct Acceptance {
    enum class By { Window, Department } by = By::Window;
    TimeLimit limit{5, LimitUnit::WorkingDay};
    friend bool operator==(const Acceptance &, const Acceptance &) = default;
};

/**
 * A service item (政务服务事项) at one version with the mandatory elements of its implementation list (GB/T 39554.2); a case
 * keeps the version in force when it was opened.
 */
struct ServiceItem {
    QString id;                  ///< stable id, for example "birth-registration"
    int version = 1;
    QDate effectiveFrom;
    std::optional<QDate> effectiveTo; ///< last day in force
    QString basicCode;           ///< 12 characters
    QString implementationCode;  ///< 31 characters
    QString handlingCode;        ///< 33 characters
    QString name;
    QStringList synonyms;        ///< other names and colloquial words (俗称)
    QString category;            ///< catalogue category id
    QString departmentId;
    QString itemType;            ///< 2-digit code of table 事项类型
    ItemState state = ItemState::InUse;
    QString stateNote;           ///< why it is suspended, user text
    Authority authority;
    QSet<ServiceObject> serves;
    Channels channels;
    QList<SpecialProcedure> specialProcedures;
    CaseKind kind = CaseKind::Promised;
    Acceptance acceptance;
    TimeLimit statutory;
    TimeLimit promised;
    int visits = 1;              ///< 到办事现场次数
    QList<Fee> fees;
    QList<MaterialSpec> materials;
    QList<Situation> situations;
    QList<FormField> fields;
    ResultKind resultKind = ResultKind::Other;
    QStringList resultTypes;     ///< certificate type ids this item produces: a dependent item need not ask for them
    Guide guide;

    [[nodiscard]] bool isInForceOn(QDate day) const;
    /** In force and open to applicants: neither suspended nor a draft. What was cancelled is open until its last day. */
    [[nodiscard]] bool isOfferedOn(QDate day) const;
    friend bool operator==(const ServiceItem &, const ServiceItem &) = default;
};

} // namespace yichuang::domain
