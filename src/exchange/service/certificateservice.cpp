// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "certificateservice.h"

#include "../storage/recordstore.h"
#include "certificateaccess.h"

#include <domain/masking.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostIdentifiers = 50;
constexpr qsizetype longestReason = 200;
constexpr int mostLookups = 500;

domain::Result<void> checkCaller(const wire::Operator &who)
{
    if (who.role != domain::Role::Clerk && who.role != domain::Role::Supervisor)
        return domain::failure(FailureCode::RoleForbidden);
    return {};
}

/** A purpose is one of the catalogue's, of a case, names the item that asks, and is short enough to be read. */
domain::Result<void> checkPurpose(const domain::Catalogue &catalogue, const std::optional<domain::UsePurpose> &purpose)
{
    if (!purpose || purpose->category.isEmpty())
        return domain::failure(FailureCode::PurposeRequired);
    if (purpose->reason.size() > longestReason)
        return domain::failure(FailureCode::PurposeRequired, u"reason above 200 characters"_s);
    if (QUuid::fromString(purpose->caseId).isNull())
        return domain::failure(FailureCode::PurposeRequired, u"case"_s);
    if (purpose->consent == domain::UsePurpose::Consent::ItemRequires && purpose->itemId.isEmpty())
        return domain::failure(FailureCode::PurposeRequired, u"item"_s);
    const auto &known = catalogue.content().purposes;
    if (std::none_of(known.cbegin(), known.cend(), [&](const domain::PurposeCategory &row) { return row.id == purpose->category; }))
        return domain::failure(FailureCode::PurposeRequired, u"unknown category"_s);
    return {};
}

QList<wire::FoundType> countTypes(const QList<domain::CertificateSummary> &certificates)
{
    QMap<QString, int> counts;
    for (const domain::CertificateSummary &certificate : certificates)
        ++counts[certificate.typeId];
    QList<wire::FoundType> found;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        found.append({it.key(), it.value()});
    return found;
}

} // namespace

CertificateService::CertificateService(Database &database, CatalogueService &catalogues, const domain::Clock &clock)
    : m_database(database)
    , m_catalogues(catalogues)
    , m_clock(clock)
{
}

wire::LookupRecord CertificateService::newRecord(const wire::Operator &who, wire::LookupKind kind, const domain::UsePurpose &purpose) const
{
    wire::LookupRecord record;
    record.id = m_clock.newId();
    record.at = m_clock.now();
    record.kind = kind;
    record.operatorId = who.id;
    record.operatorName = who.name;
    record.windowId = who.windowId;
    record.purpose = purpose;
    return record;
}

domain::Result<wire::ListingAnswer> CertificateService::list(const wire::Operator &who, const wire::ListingRequest &request)
{
    const auto catalogue = m_catalogues.current();
    if (const auto caller = checkCaller(who); !caller)
        return tl::unexpected(caller.error());
    if (const auto purpose = checkPurpose(*catalogue, request.purpose); !purpose)
        return tl::unexpected(purpose.error());
    wire::LookupRecord record = newRecord(who, wire::LookupKind::Listing, *request.purpose);
    wire::ListingAnswer answer{record.id, {}, record.at, record.at.addSecs(usableHours * 3600), {}};
    const auto recorded = m_database.write([&](Session &session) -> domain::Result<void> {
        const auto person = certificatestore::person(session, request.holder.documentKind, request.holder.number);
        if (!person)
            return tl::unexpected(person.error());
        if (*person && (*person)->isNamed(request.holder.name)) {
            const auto linked = certificatestore::linkedTo(session, (*person)->id);
            if (!linked)
                return tl::unexpected(linked.error());
            for (const StoredCertificate &stored : *linked)
                answer.certificates.append(listedView(stored, *catalogue));
            answer.personId = (*person)->id;
        } else {
            // Whose number it was must be told later; a number that nobody has is kept masked.
            record.outcome = *person ? wire::LookupOutcome::NameDiffers : wire::LookupOutcome::HolderUnknown;
            record.askedFor = domain::maskNumber(request.holder.number);
        }
        record.personId = *person ? (*person)->id : domain::PersonId();
        record.found = countTypes(answer.certificates);
        return recordstore::addLookup(session, record);
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (answer.personId.isEmpty())
        return domain::failure(FailureCode::HolderUnknown);
    return answer;
}

domain::Result<wire::PullAnswer> CertificateService::pull(const wire::Operator &who, const wire::PullRequest &request)
{
    const auto catalogue = m_catalogues.current();
    if (const auto caller = checkCaller(who); !caller)
        return tl::unexpected(caller.error());
    if (request.identifiers.isEmpty() || request.identifiers.size() > mostIdentifiers)
        return domain::failure(FailureCode::RequestMalformed, u"1 to 50 identifiers"_s);
    if (const auto purpose = checkPurpose(*catalogue, request.purpose); !purpose)
        return tl::unexpected(purpose.error());
    wire::LookupRecord record = newRecord(who, wire::LookupKind::Pull, *request.purpose);
    record.personId = request.personId;
    wire::PullAnswer answer{record.id, {}, {}};
    const auto recorded = m_database.write([&](Session &session) -> domain::Result<void> {
        const auto access = CertificateAccess::find(session, *catalogue, who, request.personId, *request.purpose, record.at);
        if (!access)
            return tl::unexpected(access.error());
        QList<domain::CertificateSummary> given;
        for (const QString &identifier : request.identifiers) {
            const auto stored = certificatestore::linkedTo(session, request.personId, identifier);
            if (!stored)
                return tl::unexpected(stored.error());
            if (access->isOpen() && !*stored) {
                answer.refused.append({identifier, FailureCode::CertificateUnknown});
            } else if (!*stored || !access->gives((*stored)->value.summary.typeId)) {
                answer.refused.append({identifier, FailureCode::ConsentRequired});
            } else {
                answer.certificates.append(pulledView(**stored, *catalogue, record.at));
                given.append((*stored)->value.summary);
            }
        }
        record.found = countTypes(given);
        record.refused = static_cast<int>(answer.refused.size());
        record.outcome = given.isEmpty() ? wire::LookupOutcome::Refused : wire::LookupOutcome::Answered;
        return recordstore::addLookup(session, record);
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    const bool forbidden = std::any_of(answer.refused.cbegin(), answer.refused.cend(), [](const wire::RefusedPull &row) { return row.code == FailureCode::ConsentRequired; });
    if (answer.certificates.isEmpty() && forbidden)
        return domain::failure(FailureCode::ConsentRequired);
    return answer;
}

domain::Result<QByteArray> CertificateService::file(const wire::Operator &who, const wire::FileRequest &request)
{
    const auto catalogue = m_catalogues.current();
    if (const auto caller = checkCaller(who); !caller)
        return tl::unexpected(caller.error());
    if (const auto purpose = checkPurpose(*catalogue, request.purpose); !purpose)
        return tl::unexpected(purpose.error());
    wire::LookupRecord record = newRecord(who, wire::LookupKind::File, *request.purpose);
    record.personId = request.personId;
    std::optional<StoredCertificate> found;
    bool open = false;
    bool given = false;
    const auto recorded = m_database.write([&](Session &session) -> domain::Result<void> {
        const auto access = CertificateAccess::find(session, *catalogue, who, request.personId, *request.purpose, record.at);
        if (!access)
            return tl::unexpected(access.error());
        const auto stored = certificatestore::linkedTo(session, request.personId, request.identifier);
        if (!stored)
            return tl::unexpected(stored.error());
        found = *stored;
        open = access->isOpen();
        given = found && access->gives(found->value.summary.typeId);
        if (given)
            record.found = {{found->value.summary.typeId, 1}};
        record.refused = given ? 0 : 1;
        record.outcome = given ? wire::LookupOutcome::Answered : wire::LookupOutcome::Refused;
        return recordstore::addLookup(session, record);
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (open && !found)
        return domain::failure(FailureCode::CertificateUnknown);
    if (!given)
        return domain::failure(FailureCode::ConsentRequired);
    const domain::ECertificate view = pulledView(*found, *catalogue, record.at);
    return annotatedCopy(view, catalogue->certificateType(view.summary.typeId), {who.id, request.purpose->reason, record.at, record.id});
}

domain::Result<wire::LookupPage> CertificateService::lookups(const wire::Operator &who, const wire::LookupQuery &query)
{
    const bool all = who.role == domain::Role::Supervisor || who.role == domain::Role::Auditor;
    if (!all && (who.role != domain::Role::Clerk || (query.caseId.isEmpty() && query.personId.isEmpty())))
        return domain::failure(FailureCode::RoleForbidden);
    const recordstore::LookupFilter filter{all ? QString() : who.id, query.caseId, query.personId};
    auto rows = m_database.read([&](Session &session) { return recordstore::lookups(session, filter, mostLookups); });
    if (!rows)
        return tl::unexpected(rows.error());
    // A number with another name opened nothing: neither does the record of having tried.
    for (wire::LookupRecord &row : *rows) {
        if (!all && row.outcome == wire::LookupOutcome::NameDiffers)
            row.personId.clear();
    }
    return wire::LookupPage{std::move(*rows)};
}

} // namespace yichuang::exchange
