// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "certificateservice.h"

#include "../storage/recordstore.h"
#include "../storage/words.h"

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

/** A purpose must be one of the catalogue's and short enough to be read. */
domain::Result<void> checkPurpose(const domain::Catalogue &catalogue, const std::optional<domain::UsePurpose> &purpose)
{
    if (!purpose || purpose->category.isEmpty())
        return domain::failure(FailureCode::PurposeRequired);
    if (purpose->reason.size() > longestReason)
        return domain::failure(FailureCode::PurposeRequired, u"reason above 200 characters"_s);
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

/** Does any version of the item ask for this type, as a material or to fill a field? */
bool itemAsksFor(const domain::ServiceItem &item, const QString &typeId)
{
    for (const domain::MaterialSpec &material : item.materials) {
        if (material.certificateTypes.contains(typeId))
            return true;
    }
    const QString path = u"certificate:"_s + typeId + u'.';
    for (const domain::FormField &field : item.fields) {
        if (std::any_of(field.prefill.cbegin(), field.prefill.cend(), [&](const QString &source) { return source.startsWith(path); }))
            return true;
    }
    return false;
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

bool CertificateService::mayGive(const domain::Catalogue &catalogue, const domain::UsePurpose &purpose, const QString &typeId) const
{
    if (purpose.consent == domain::UsePurpose::Consent::ExplicitConsent)
        return true;
    if (purpose.consent != domain::UsePurpose::Consent::ItemRequires || purpose.caseId.isEmpty())
        return false;
    const domain::ServiceItem *item = catalogue.item(purpose.itemId, m_clock.today());
    return item && itemAsksFor(*item, typeId);
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
        // A number alone must not open anything: the card's name has to fit too.
        if (*person && (*person)->name == request.holder.name.trimmed()) {
            const auto linked = certificatestore::linkedTo(session, (*person)->id);
            if (!linked)
                return tl::unexpected(linked.error());
            for (const StoredCertificate &stored : *linked)
                answer.certificates.append(listedView(stored, *catalogue));
            answer.personId = (*person)->id;
        }
        record.personId = answer.personId;
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
        QList<domain::CertificateSummary> given;
        for (const QString &identifier : request.identifiers) {
            const auto stored = certificatestore::linkedTo(session, request.personId, identifier);
            if (!stored)
                return tl::unexpected(stored.error());
            if (!*stored) {
                answer.refused.append({identifier, FailureCode::CertificateUnknown});
            } else if (!mayGive(*catalogue, *request.purpose, (*stored)->value.summary.typeId)) {
                answer.refused.append({identifier, FailureCode::ConsentRequired});
            } else {
                answer.certificates.append(pulledView(**stored, *catalogue, record.at));
                given.append((*stored)->value.summary);
            }
        }
        record.found = countTypes(given);
        record.refused = static_cast<int>(answer.refused.size());
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
    std::optional<StoredCertificate> found;
    bool given = false;
    const auto recorded = m_database.write([&](Session &session) -> domain::Result<void> {
        const auto stored = certificatestore::byIdentifier(session, request.identifier);
        if (!stored)
            return tl::unexpected(stored.error());
        found = *stored;
        given = found && mayGive(*catalogue, *request.purpose, found->value.summary.typeId);
        if (found)
            record.personId = found->value.summary.holderId;
        if (given)
            record.found = {{found->value.summary.typeId, 1}};
        record.refused = given ? 0 : 1;
        return recordstore::addLookup(session, record);
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (!found)
        return domain::failure(FailureCode::CertificateUnknown);
    if (!given)
        return domain::failure(FailureCode::ConsentRequired);
    const domain::ECertificate view = pulledView(*found, *catalogue, record.at);
    return annotatedCopy(view, catalogue->certificateType(view.summary.typeId), {who.id, request.purpose->reason, record.at, record.id});
}

domain::Result<wire::LookupPage> CertificateService::lookups(const wire::Operator &who, const QString &caseId)
{
    const bool all = who.role == domain::Role::Supervisor || who.role == domain::Role::Auditor;
    if (!all && (who.role != domain::Role::Clerk || caseId.isEmpty()))
        return domain::failure(FailureCode::RoleForbidden);
    auto rows = m_database.read([&](Session &session) { return recordstore::lookups(session, caseId, all ? QString() : who.id, mostLookups); });
    if (!rows)
        return tl::unexpected(rows.error());
    return wire::LookupPage{std::move(*rows)};
}

} // namespace yichuang::exchange
