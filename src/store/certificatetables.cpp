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

QByteArray listingJson(const QList<domain::CertificateSummary> &summaries, const QString &holderName)
{
    QJsonArray array;
    for (const domain::CertificateSummary &summary : summaries)
        array.append(wire::toJson(summary));
    return wire::toBytes({{u"certificates"_s, array}, {u"holderName"_s, holderName.trimmed()}});
}

/** One that was kept before names were kept with it is nobody's. */
bool isNamed(const QJsonObject &listing, const QString &holderName)
{
    return listing.contains("holderName"_L1) && listing.value("holderName"_L1).toString() == holderName.trimmed();
}

Result<QList<domain::CertificateSummary>> summariesFrom(const QJsonObject &listing)
{
    QList<domain::CertificateSummary> summaries;
    const QJsonArray array = listing.value(u"certificates"_s).toArray();
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

Result<void> saveListing(Writing &writing, const CachedListing &listing, const ListingHolder &holder)
{
    // Without an expiry of its own nobody could say until when it may be used.
    if (!listing.usableUntil.isValid())
        return {};
    writing.sql.run(u"INSERT OR REPLACE INTO listings(kind, number, person, as_of, usable_until, json) VALUES(?, ?, ?, ?, ?, ?)"_s,
                    {holder.documentKind, holder.number, listing.personId, columnOf(listing.asOf), columnOf(listing.usableUntil),
                     listingJson(listing.certificates, holder.name)});
    return listing.faces.isEmpty() ? Result<void>() : saveFaces(writing, listing.personId, listing.faces);
}

Result<CachedListing> listingFor(Writing &writing, const ListingHolder &holder)
{
    const QDateTime now = writing.clock.now();
    const Row row = writing.sql.row(u"SELECT person, as_of, usable_until, json FROM listings WHERE kind=? AND number=?"
                                    " AND usable_until>?"_s, {holder.documentKind, holder.number, columnOf(now)});
    const auto listing = row.isEmpty() ? Result<QJsonObject>() : wire::parseObject(row.at(3).toByteArray());
    if (!listing)
        return domain::failure(FailureCode::StoreFailed, listing.error().detail);
    // A number with another name opens nothing here either.
    if (row.isEmpty() || !isNamed(*listing, holder.name))
        return domain::failure(FailureCode::StoreNotFound, u"listing"_s);
    auto summaries = summariesFrom(*listing);
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

Result<void> saveCertificateFile(Writing &writing, const domain::CaseId &caseId, const CertificateFile &file)
{
    if (!file.usableUntil.isValid())
        return {};
    const Row before = writing.sql.row(u"SELECT attachment FROM certificate_files WHERE case_id=? AND identifier=?"_s,
                                       {columnOf(caseId), file.identifier});
    if (!before.isEmpty())
        removeAttachment(writing, before.at(0).toString());
    // Its name would only repeat whose it is.
    const auto kept = saveAttachment(writing, caseId, {}, file.content);
    if (!kept)
        return tl::unexpected(kept.error());
    writing.sql.run(u"INSERT OR REPLACE INTO certificate_files(case_id, identifier, attachment, fetched_at, usable_until)"
                    " VALUES(?, ?, ?, ?, ?)"_s,
                    {columnOf(caseId), file.identifier, kept->id, columnOf(file.fetchedAt), columnOf(file.usableUntil)});
    return {};
}

Result<CertificateFile> certificateFile(Writing &writing, const domain::CaseId &caseId, const QString &identifier)
{
    const Row row = writing.sql.row(u"SELECT attachment, fetched_at, usable_until FROM certificate_files WHERE case_id=?"
                                    " AND identifier=? AND usable_until>?"_s,
                                    {columnOf(caseId), identifier, columnOf(writing.clock.now())});
    if (row.isEmpty())
        return domain::failure(FailureCode::StoreNotFound, u"certificate file"_s);
    auto content = loadAttachment(writing.sql, row.at(0).toString());
    if (!content)
        return tl::unexpected(content.error());
    return CertificateFile{identifier, momentFrom(row.at(1)), momentFrom(row.at(2)), std::move(*content)};
}

Result<void> saveConsent(Writing &writing, const domain::CaseId &caseId, const QString &identifier)
{
    writing.sql.run(u"INSERT OR IGNORE INTO consents(case_id, identifier) VALUES(?, ?)"_s, {columnOf(caseId), identifier});
    return {};
}

Result<QStringList> consents(Writing &writing, const domain::CaseId &caseId)
{
    QStringList identifiers;
    const QList<Row> rows = writing.sql.rows(u"SELECT identifier FROM consents WHERE case_id=?"_s, {columnOf(caseId)});
    for (const Row &row : rows)
        identifiers.append(row.at(0).toString());
    return identifiers;
}

namespace {

int purgeFiles(Writing &writing, const QDateTime &now)
{
    const QList<Row> over = writing.sql.rows(u"SELECT attachment FROM certificate_files WHERE usable_until<=?"_s, {columnOf(now)});
    for (const Row &row : over)
        removeAttachment(writing, row.at(0).toString());
    writing.sql.run(u"DELETE FROM certificate_files WHERE usable_until<=?"_s, {columnOf(now)});
    return int(over.size());
}

} // namespace

Result<int> purgeExpired(Writing &writing, const QDateTime &now)
{
    const int files = purgeFiles(writing, now) + removeForgottenAttachments(writing, now);
    // Whoever agreed did so for a case that was being filled.
    writing.sql.run(u"DELETE FROM consents WHERE case_id NOT IN (SELECT id FROM case_list WHERE stage=0)"_s);
    writing.sql.run(u"DELETE FROM places WHERE case_id NOT IN (SELECT id FROM case_list WHERE stage=0)"_s);
    writing.sql.run(u"DELETE FROM listings WHERE usable_until<=?"_s, {columnOf(now)});
    const int listings = writing.sql.changedRows();
    writing.sql.run(u"DELETE FROM faces WHERE usable_until<=?"_s, {columnOf(now)});
    return files + listings + writing.sql.changedRows();
}

} // namespace yichuang::store
