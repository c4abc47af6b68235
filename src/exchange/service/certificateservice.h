// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotatedcopy.h"
#include "catalogueservice.h"
#include "certificateview.h"

#include <wire/apiaudit.h>
#include <wire/apisession.h>

namespace yichuang::exchange {

/**
 * E-certificates in two steps: listing with the holder present, then face data and files for what an item asks for or the
 * holder explicitly agrees to, each for a case the same operator listed the holder for. Every look-up is on record before its
 * answer leaves, also one that found nothing or was refused.
 */
class CertificateService
{
public:
    CertificateService(Database &database, CatalogueService &catalogues, const domain::Clock &clock);

    /** Errors AUTH-005, SVC-008, SVC-010, SVC-013. */
    [[nodiscard]] domain::Result<wire::ListingAnswer> list(const wire::Operator &who, const wire::ListingRequest &request);
    /** Errors AUTH-005, SVC-001 (too many), SVC-008, SVC-009 (nothing of it may be given), SVC-013. */
    [[nodiscard]] domain::Result<wire::PullAnswer> pull(const wire::Operator &who, const wire::PullRequest &request);
    /** The annotated copy (加注件) as PDF. Errors as pull, and SVC-011. */
    [[nodiscard]] domain::Result<QByteArray> file(const wire::Operator &who, const wire::FileRequest &request);
    /**
     * Own look-ups for clerks, who name a case or a person; all for supervisors and auditors. The newest 500. Error AUTH-005.
     */
    [[nodiscard]] domain::Result<wire::LookupPage> lookups(const wire::Operator &who, const wire::LookupQuery &query);

private:
    [[nodiscard]] wire::LookupRecord newRecord(const wire::Operator &who, wire::LookupKind kind, const domain::UsePurpose &purpose) const;

    Database &m_database;
    CatalogueService &m_catalogues;
    const domain::Clock &m_clock;
};

} // namespace yichuang::exchange
