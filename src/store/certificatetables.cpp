// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "sidetables.h"

#include <wire/certificatejson.h>
#include <wire/json.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;
using domain::Result;

namespace {

QByteArray summariesJson(const QList<domain::CertificateSummary> &summaries)
{
    QJsonArray array;
    for (const domain::CertificateSummary &summary : summaries)
        array.append(wire::toJson(summary));
    return wire::toBytes({{u"certificates"_s, array}});
}

Result<QList<domain::CertificateSummary>> summariesFrom(const QByteArray &json)
{
    const auto object = wire::parseObject(json);
    if (!object)
        return tl::unexpected(object.error());
    QList<domain::CertificateSummary> summaries;
    const QJsonArray array = object->value(u"certificates"_s).toArray();
    for (const QJsonValue &value : array) {
        auto summary = wire::certificateSummaryFromJson(value.toObject());
        if (!summary)
            return tl::unexpected(summary.error());
        summaries.append(std::move(*summary));
    }
    return summaries;
}

Result<QList<domain::ECertificate>> facesOf(Sql &sql, const domain::PersonId &person, const QDateTime &now)
{
    QList<domain::ECertificate> faces;
    const QList<Row> rows = sql.rows(u"SELECT json FROM faces WHERE person=? AND usable_until>? ORDER BY identifier"_s,
                                     {person, columnOf(now)});
    for (const Row &row : rows) {
        auto face = wire::eCertificateFromJson(row.at(0).toByteArray());
        if (!face)
            return tl::unexpected(face.error());
        faces.append(std::move(*face));
    }
    return faces;
}

} // namespace

Result<void> saveListing(Writing &writing, const CachedListing &listing, const QString &kind, const QString &number)
{
    // Without an expiry of its own nobody could say until when it may be used.
    if (!listing.usableUntil.isValid())
        return {};
    writing.sql.run(u"INSERT OR REPLACE INTO listings(kind, number, person, as_of, usable_until, json) VALUES(?, ?, ?, ?, ?, ?)"_s,
                    {kind, number, listing.personId, columnOf(listing.asOf), columnOf(listing.usableUntil),
                     summariesJson(listing.certificates)});
    return listing.faces.isEmpty() ? Result<void>() : saveFaces(writing, listing.personId, listing.faces);
}

Result<CachedListing> listingFor(Writing &writing, const QString &kind, const QString &number)
{
    const QDateTime now = writing.clock.now();
    const Row row = writing.sql.row(u"SELECT person, as_of, usable_until, json FROM listings WHERE kind=? AND number=?"
                                    " AND usable_until>?"_s, {kind, number, columnOf(now)});
    if (row.isEmpty())
        return domain::failure(FailureCode::StoreNotFound, u"listing"_s);
    auto summaries = summariesFrom(row.at(3).toByteArray());
    if (!summaries)
        return domain::failure(FailureCode::StoreFailed, summaries.error().detail);
    auto faces = facesOf(writing.sql, row.at(0).toString(), now);
    if (!faces)
        return domain::failure(FailureCode::StoreFailed, faces.error().detail);
    return CachedListing{row.at(0).toString(), momentFrom(row.at(1)), momentFrom(row.at(2)), std::move(*summaries),
                         std::move(*faces)};
}

Result<void> saveFaces(Writing &writing, const domain::PersonId &person, const QList<domain::ECertificate> &faces)
{
    for (const domain::ECertificate &face : faces) {
        if (!face.usableUntil.isValid())
            continue;
        writing.sql.run(u"INSERT OR REPLACE INTO faces(person, identifier, usable_until, json) VALUES(?, ?, ?, ?)"_s,
                        {person, face.summary.identifier, columnOf(face.usableUntil), wire::toBytes(wire::toJson(face))});
    }
    return {};
}

Result<int> purgeExpired(Writing &writing, const QDateTime &now)
{
    writing.sql.run(u"DELETE FROM listings WHERE usable_until<=?"_s, {columnOf(now)});
    const int listings = writing.sql.changedRows();
    writing.sql.run(u"DELETE FROM faces WHERE usable_until<=?"_s, {columnOf(now)});
    return listings + writing.sql.changedRows();
}

} // namespace yichuang::store
