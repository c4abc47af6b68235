// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>

/** Values of the catalogue route. */
namespace yichuang::wire {

/** One version of an item or a life event that the exchange took back. */
struct RemovedVersion {
    QString id;
    int version = 0;
    friend bool operator==(const RemovedVersion &, const RemovedVersion &) = default;
};

/** What changed since the version a desk holds: rows to put in place of those with the same id (and version). */
struct CatalogueDelta {
    QList<domain::ServiceItem> items;
    QList<domain::LifeEvent> lifeEvents;
    QList<domain::CertificateType> certificateTypes;
    QList<domain::Department> departments;
    QList<domain::Category> categories;
    QList<domain::PurposeCategory> purposes;
    QList<RemovedVersion> removedItems;
    QList<RemovedVersion> removedLifeEvents;
    friend bool operator==(const CatalogueDelta &, const CatalogueDelta &) = default;
};

/** Either the whole content (`full`) or a delta; neither content nor rows when the desk is current. */
struct CatalogueAnswer {
    qint64 version = 0;
    bool full = false;
    std::optional<domain::Catalogue::Content> content;
    std::optional<CatalogueDelta> delta;
};

/** The content that results when a delta is laid over an older one. Order: old rows keep theirs, new rows follow. */
[[nodiscard]] domain::Catalogue::Content withDelta(domain::Catalogue::Content content, const CatalogueDelta &delta);

} // namespace yichuang::wire
