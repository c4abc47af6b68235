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
    QString source;       ///< who issues it (来源渠道), user text
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
/** One question of the situation guidance (情形引导). Its key in a case is "<owner id>/<id>". */
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

/** The office guide (办事指南) of an item: every element of GB/T 39554.2 a citizen may ask about. */
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

/** Kind of case (办件类型): finished at the counter, or with a promised date. */
enum class CaseKind { Immediate, Promised };

/** A service item (政务服务事项) at one version; a case keeps the version in force when it was opened. */
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
    CaseKind kind = CaseKind::Promised;
    TimeLimit statutory;
    TimeLimit promised;
    int visits = 1;              ///< 到办事现场次数
    QList<Fee> fees;
    QList<MaterialSpec> materials;
    QList<Situation> situations;
    QList<FormField> fields;
    QStringList resultTypes;     ///< certificate type ids this item produces: a dependent item need not ask for them
    Guide guide;

    [[nodiscard]] bool isInForceOn(QDate day) const;
    friend bool operator==(const ServiceItem &, const ServiceItem &) = default;
};

} // namespace yichuang::domain
