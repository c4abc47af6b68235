// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "certificateaccess.h"

#include "../storage/casestore.h"
#include "../storage/certificatestore.h"
#include "../storage/recordstore.h"
#include "../storage/words.h"
#include "certificateview.h"

namespace yichuang::exchange {

using namespace Qt::StringLiterals;
using Consent = domain::UsePurpose::Consent;

namespace {

/** As a material or to fill a field. */
bool asksFor(const domain::ServiceItem &item, const QString &typeId)
{
    for (const domain::MaterialSpec &material : item.materials) {
        if (material.certificateTypes.contains(typeId))
            return true;
    }
    const QString path = u"certificate:"_s + typeId + u'.';
    return std::any_of(item.fields.cbegin(), item.fields.cend(), [&](const domain::FormField &field) {
        return std::any_of(field.prefill.cbegin(), field.prefill.cend(), [&](const QString &source) {
            return source.startsWith(path) || source.startsWith(u"own-"_s + path);
        });
    });
}

bool isOver(domain::CaseStage stage)
{
    return stage == domain::CaseStage::Finished || stage == domain::CaseStage::Withdrawn || stage == domain::CaseStage::Discarded;
}

domain::Result<bool> isApplicant(Session &session, const domain::Case &known, const domain::PersonId &personId)
{
    if (!known.applicant)
        return false;
    const auto applicant = certificatestore::person(session, *known.applicant);
    if (!applicant)
        return tl::unexpected(applicant.error());
    return *applicant && (*applicant)->id == personId;
}

} // namespace

domain::Result<CertificateAccess> CertificateAccess::find(Session &session, const domain::Catalogue &catalogue, const wire::Operator &who,
                                                          const domain::PersonId &personId, const domain::UsePurpose &purpose, const QDateTime &now)
{
    CertificateAccess access;
    const QUuid caseId = QUuid::fromString(purpose.caseId);
    if (purpose.consent == Consent::HolderPresent || caseId.isNull())
        return access;
    const auto listed = recordstore::wasListed(session, {who.id, purpose.caseId, personId}, epochMs(now.addSecs(-usableHours * 3600)));
    if (!listed)
        return tl::unexpected(listed.error());
    if (!*listed)
        return access;
    const auto known = casestore::load(session, caseId);
    if (!known)
        return tl::unexpected(known.error());
    if (*known) {
        if ((*known)->openedBy.operatorId != who.id || isOver((*known)->stage))
            return access;
        const auto applicant = isApplicant(session, **known, personId);
        if (!applicant)
            return tl::unexpected(applicant.error());
        if (!*applicant)
            return access;
    }
    access.m_open = true;
    access.m_everyType = purpose.consent == Consent::ExplicitConsent;
    if (*known) {
        for (const domain::CasePart &part : (*known)->parts) {
            const domain::ServiceItem *item = part.itemId == purpose.itemId ? catalogue.itemVersion(part.itemId, part.itemVersion) : nullptr;
            if (item)
                access.m_items.append(*item);
        }
        return access;
    }
    for (const domain::ServiceItem &item : catalogue.content().items) {
        if (item.id == purpose.itemId)
            access.m_items.append(item);
    }
    return access;
}

bool CertificateAccess::gives(const QString &typeId) const
{
    return m_open && (m_everyType || std::any_of(m_items.cbegin(), m_items.cend(), [&](const domain::ServiceItem &item) { return asksFor(item, typeId); }));
}

} // namespace yichuang::exchange
