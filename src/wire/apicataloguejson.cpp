// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apicataloguejson.h>

#include "apicatalogueshape.h"

namespace yichuang::wire {

namespace {

template<typename Row, typename Same>
void lay(QList<Row> &rows, const QList<Row> &changes, Same same)
{
    for (const Row &change : changes) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return same(row, change); });
        if (found == rows.end())
            rows.append(change);
        else
            *found = change;
    }
}

const auto sameId = [](const auto &a, const auto &b) { return a.id == b.id; };
const auto sameVersion = [](const auto &a, const auto &b) { return a.id == b.id && a.version == b.version; };

template<typename Row>
void removeVersions(QList<Row> &rows, const QList<RemovedVersion> &removed)
{
    for (const RemovedVersion &gone : removed)
        rows.removeIf([&](const Row &row) { return sameVersion(row, gone); });
}

} // namespace

domain::Catalogue::Content withDelta(domain::Catalogue::Content content, const CatalogueDelta &delta)
{
    removeVersions(content.items, delta.removedItems);
    removeVersions(content.lifeEvents, delta.removedLifeEvents);
    lay(content.items, delta.items, sameVersion);
    lay(content.lifeEvents, delta.lifeEvents, sameVersion);
    lay(content.certificateTypes, delta.certificateTypes, sameId);
    lay(content.departments, delta.departments, sameId);
    lay(content.categories, delta.categories, sameId);
    lay(content.purposes, delta.purposes, sameId);
    return content;
}

QJsonObject toJson(const CatalogueAnswer &value)
{
    return write(value);
}

domain::Result<CatalogueAnswer> catalogueAnswerFromJson(QByteArrayView json)
{
    return read<CatalogueAnswer>(json);
}

domain::Result<CatalogueAnswer> catalogueAnswerFromJson(const QJsonObject &object)
{
    return read<CatalogueAnswer>(object);
}

} // namespace yichuang::wire
