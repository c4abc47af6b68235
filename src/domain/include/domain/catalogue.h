// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/ecertificate.h>
#include <domain/serviceitem.h>

#include <QHash>

namespace yichuang::domain {

/** A department that takes part at the window (部门). */
struct Department {
    QString id;
    QString name;
    QString shortName;
    QString organisationCode; ///< unified social credit code
    friend bool operator==(const Department &, const Department &) = default;
};

/** A type of e-certificate (证照类型) with its usual face fields. */
struct CertificateType {
    QString id;
    QString code;             ///< 21 characters
    QString name;
    QString departmentId;
    QString holder;           ///< kind of holder, user text
    QList<std::pair<QString, QString>> faceFields; ///< field id, label
    int expiryNoticeDays = 30;///< proactive notice when fewer days are left
    QString renewalItem;      ///< item id proposed on expiry, may be empty
    /** Proactive notice: who holds a usable certificate of one of these types is expected to hold this one too. */
    QStringList expectedWith;
    QString issueItem;        ///< item id proposed when this one is missing, may be empty
    friend bool operator==(const CertificateType &, const CertificateType &) = default;
};

struct LifeEventStep {
    QString id;
    QString itemId;
    QStringList dependsOn;    ///< step ids whose part must be approved before this one can be decided
    bool optional = false;    ///< chosen by an answer or by the clerk
    friend bool operator==(const LifeEventStep &, const LifeEventStep &) = default;
};

/** A life event (一件事): items of several departments handled as one case. */
struct LifeEvent {
    QString id;
    int version = 1;
    QDate effectiveFrom;
    std::optional<QDate> effectiveTo;
    QString name;
    QString description;
    QStringList synonyms;
    QString leadDepartmentId;
    QList<LifeEventStep> steps;
    QList<Situation> situations;
    QList<FormField> fields;
    TimeLimit promised;
    /** Proactive hint: proposed when a usable certificate of one of these types is found that is whose hintRelation says. */
    QStringList hintCertificates;
    Relation hintRelation = Relation::Self; ///< whose it is, seen from the person whose card was read
    int hintDays = 0;         ///< issued at most so many days ago; 0: however long ago
    friend bool operator==(const LifeEvent &, const LifeEvent &) = default;
};

struct Category {
    QString id;
    QString name;
    friend bool operator==(const Category &, const Category &) = default;
};

/** Purpose category (用证事由类别) a look-up must name. */
struct PurposeCategory {
    QString id;
    QString name;
    friend bool operator==(const PurposeCategory &, const PurposeCategory &) = default;
};

/** All versions of items, life events, departments and certificate types known to a desk or an exchange. Immutable value. */
class Catalogue
{
public:
    struct Content {
        QString hallName;
        QString division;     ///< 6 digits
        QList<Department> departments;
        QList<Category> categories;
        QList<CertificateType> certificateTypes;
        QList<PurposeCategory> purposes;
        QList<ServiceItem> items;
        QList<LifeEvent> lifeEvents;
    };
    Catalogue() = default;
    /** Checks references, dates, cycles between steps and duplicate versions. Errors CAT-001, CAT-004. */
    [[nodiscard]] static Result<Catalogue> make(Content content, qint64 version);

    [[nodiscard]] qint64 version() const { return m_version; }
    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] const Department *department(const QString &id) const;
    [[nodiscard]] const CertificateType *certificateType(const QString &id) const;
    /** The version of an item in force on a day; null when none is. */
    [[nodiscard]] const ServiceItem *item(const QString &id, QDate day) const;
    /** The same, as long as applicants may have it: null for a suspended or draft version too. */
    [[nodiscard]] const ServiceItem *offeredItem(const QString &id, QDate day) const;
    [[nodiscard]] const ServiceItem *itemVersion(const QString &id, int version) const;
    [[nodiscard]] const LifeEvent *lifeEvent(const QString &id, QDate day) const;
    [[nodiscard]] const LifeEvent *lifeEventVersion(const QString &id, int version) const;
    /** Items that are offered on a day. */
    [[nodiscard]] QList<const ServiceItem *> itemsOn(QDate day) const;
    /** Items that are known on a day, but suspended. */
    [[nodiscard]] QList<const ServiceItem *> suspendedOn(QDate day) const;
    /** Life events in force on a day. */
    [[nodiscard]] QList<const LifeEvent *> lifeEventsOn(QDate day) const;

private:
    Content m_content;
    qint64 m_version = 0;
    QHash<QString, qsizetype> m_departments;
    QHash<QString, qsizetype> m_types;
    QHash<QString, QList<qsizetype>> m_items;
    QHash<QString, QList<qsizetype>> m_events;
};

/**
 * What a catalogue must fulfil, besides Catalogue::make(), before an exchange brings it into force; desks take what is in
 * force. The detail names every finding, a line each: codes that their standards refuse or that two items share (CAT-006),
 * materials asked of the applicant that a public body could answer by sharing (CAT-007), mandatory guide elements left out
 * (CAT-008). The error's code is the first line's.
 */
[[nodiscard]] Result<void> checkForImport(const Catalogue::Content &content);

} // namespace yichuang::domain
