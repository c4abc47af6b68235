// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "certificatestore.h"

#include "words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang::exchange::certificatestore {

using namespace Qt::StringLiterals;

namespace {

const QString certificateColumns =
    u"c.id, c.identifier, c.type_id, c.number, c.issuer, c.issued, c.valid_from, c.valid_to, c.status, c.status_date, c.face, "
    "p.id, p.name, p.number, p.document_kind, p.minor"_s;

domain::Result<void> done(const domain::Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

QDate dateFrom(const QVariant &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

StoredCertificate certificateFrom(const Row &row, domain::Relation relation)
{
    StoredCertificate stored;
    stored.row = row.at(0).toLongLong();
    domain::CertificateSummary &summary = stored.value.summary;
    summary.identifier = row.at(1).toString();
    summary.typeId = row.at(2).toString();
    stored.value.number = row.at(3).toString();
    summary.issuerName = row.at(4).toString();
    summary.issueDate = dateFrom(row.at(5));
    summary.validFrom = dateFrom(row.at(6));
    if (!row.at(7).isNull())
        summary.validTo = dateFrom(row.at(7));
    summary.status = statusFromWord(row.at(8).toString()).value_or(domain::CertificateStatus::Other);
    summary.statusDate = dateFrom(row.at(9));
    const QJsonObject face = QJsonDocument::fromJson(row.at(10).toString().toUtf8()).object();
    for (auto it = face.constBegin(); it != face.constEnd(); ++it)
        stored.value.face.insert(it.key(), it.value().toString());
    summary.holderId = row.at(11).toString();
    summary.holderName = row.at(12).toString();
    stored.value.holderName = summary.holderName;
    stored.value.holderNumber = row.at(13).toString();
    stored.value.holderNumberKind = row.at(14).toString();
    stored.holderIsMinor = row.at(15).toBool();
    summary.relation = relation;
    return stored;
}

domain::Result<QList<StoredCertificate>> linkedFrom(const domain::Result<Rows> &rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<StoredCertificate> found;
    for (const Row &row : *rows)
        found.append(certificateFrom(row, relationFromWord(row.at(16).toString()).value_or(domain::Relation::Self)));
    return found;
}

} // namespace

domain::Result<std::optional<Person>> person(Session &session, const QString &documentKind, const QString &number)
{
    const auto rows = session.select(u"SELECT id, document_kind, number, name, minor FROM persons WHERE document_kind = ? AND number = ?"_s, {documentKind, number});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<Person>();
    const Row &row = rows->first();
    return Person{row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toString(), row.at(4).toBool()};
}

domain::Result<std::optional<Person>> person(Session &session, const domain::Party &party)
{
    auto found = person(session, party.documentKind, party.number);
    if (found && *found && !(*found)->isNamed(party.name))
        found->reset();
    return found;
}

domain::Result<void> addPerson(Session &session, const Person &person)
{
    return done(session.change(u"INSERT INTO persons (id, document_kind, number, name, minor) VALUES (?, ?, ?, ?, ?)"_s,
                               {person.id, person.documentKind, person.number, person.name, person.minor ? 1 : 0}));
}

domain::Result<void> addCertificate(Session &session, const StoredCertificate &certificate)
{
    const domain::CertificateSummary &summary = certificate.value.summary;
    QJsonObject face;
    for (auto it = certificate.value.face.cbegin(); it != certificate.value.face.cend(); ++it)
        face.insert(it.key(), it.value());
    return done(session.change(
        u"INSERT INTO certificates (id, identifier, type_id, holder_id, number, issuer, issued, valid_from, valid_to, status, status_date, face) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {certificate.row, summary.identifier, summary.typeId, summary.holderId, notNull(certificate.value.number), notNull(summary.issuerName),
         summary.issueDate.toString(Qt::ISODate), summary.validFrom.toString(Qt::ISODate),
         summary.validTo ? QVariant(summary.validTo->toString(Qt::ISODate)) : QVariant(QMetaType::fromType<QString>()), word(summary.status),
         summary.statusDate.toString(Qt::ISODate), QString::fromUtf8(QJsonDocument(face).toJson(QJsonDocument::Compact))}));
}

domain::Result<void> addLink(Session &session, const domain::PersonId &personId, qint64 certificateRow, domain::Relation relation)
{
    return done(session.change(u"INSERT INTO certificate_links (person_id, certificate_id, relation) VALUES (?, ?, ?)"_s, {personId, certificateRow, word(relation)}));
}

domain::Result<QList<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId)
{
    return linkedFrom(session.select(u"SELECT "_s + certificateColumns
                                         + u", l.relation FROM certificate_links l JOIN certificates c ON c.id = l.certificate_id "
                                           "JOIN persons p ON p.id = c.holder_id WHERE l.person_id = ? ORDER BY c.id"_s,
                                     {personId}));
}

domain::Result<std::optional<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId, const QString &identifier)
{
    auto found = linkedFrom(session.select(u"SELECT "_s + certificateColumns
                                               + u", l.relation FROM certificates c JOIN certificate_links l ON l.certificate_id = c.id AND l.person_id = ? "
                                                 "JOIN persons p ON p.id = c.holder_id WHERE c.identifier = ?"_s,
                                           {personId, identifier}));
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::optional<StoredCertificate>() : found->takeFirst();
}

domain::Result<qint64> certificateCount(Session &session)
{
    const auto rows = session.select(u"SELECT COALESCE(MAX(id), 0) FROM certificates"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->first().first().toLongLong();
}

} // namespace yichuang::exchange::certificatestore
