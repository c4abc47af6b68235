// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>

namespace yichuang::domain {

/** Sets of ids that other entries may refer to. */
struct CatalogueIds {
    QSet<QString> departments;
    QSet<QString> categories;
    QSet<QString> types;
    QSet<QString> items;
    QHash<QString, QSet<QString>> materialsOf; ///< item id to keys, all versions
    QHash<QString, QSet<QString>> fieldsOf;    ///< item id to field ids, all versions
};

/** Departments, categories, certificate types, purposes: unique ids and known references; fills the sets. CAT-001. */
[[nodiscard]] Result<CatalogueIds> collectIds(const Catalogue::Content &content);

/** One item at one version. CAT-001, CAT-004 for a circle of Ask effects. */
[[nodiscard]] Result<void> checkItemEntry(const ServiceItem &item, const CatalogueIds &ids);

/** One life event at one version. CAT-001, CAT-004 for a circle of steps or Ask effects. */
[[nodiscard]] Result<void> checkLifeEventEntry(const LifeEvent &event, const CatalogueIds &ids);

/** Whose situations and fields are checked: an item or a life event over its steps' items. */
struct FormOwner {
    QString path;                   ///< for the detail of an error
    QString id;
    QSet<QString> items;            ///< the item itself, or the items of the steps
    bool isEvent = false;
};
/** Situations with their answers and effects. CAT-001, CAT-004. */
[[nodiscard]] Result<void> checkSituations(const QList<Situation> &situations, const QSet<QString> &fieldIds, const FormOwner &owner, const CatalogueIds &ids);
/** Form fields: bounds, patterns, choices, prefill paths, showIf. CAT-001. */
[[nodiscard]] Result<void> checkFields(const QList<FormField> &fields, const QList<Situation> &situations, const FormOwner &owner, const CatalogueIds &ids);

/** Materials that share a key over items must be the same thing: kind, holder and at least one common way. CAT-001. */
[[nodiscard]] Result<void> checkSharedMaterials(const QList<ServiceItem> &items);

/** A catalogue error whose detail names the entry. */
[[nodiscard]] inline tl::unexpected<Error> badEntry(const QString &path, const QString &what)
{
    return failure(FailureCode::CatalogueBadData, path + QStringLiteral(": ") + what);
}

} // namespace yichuang::domain
