// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/database.h"

#include <domain/catalogue.h>
#include <wire/apisession.h>

namespace yichuang::exchange {

/**
 * May this operator be given contents of this person's certificates for this purpose? Only after the same operator listed
 * them for the same case, and while that list may be used. A case that the exchange knows already must be the operator's
 * own, open, and the person its applicant; before its receipt a draft is known to the desk alone.
 */
class CertificateAccess
{
public:
    /** Reads inside the transaction that records the query. Error SVC-013. */
    [[nodiscard]] static domain::Result<CertificateAccess> find(Session &session, const domain::Catalogue &catalogue, const wire::Operator &who,
                                                                const domain::PersonId &personId, const domain::UsePurpose &purpose, const QDateTime &now);
    /** False: nothing of this person may be given, whatever its type. */
    [[nodiscard]] bool isOpen() const { return m_open; }
    /** On explicit consent every type; else those that a version of the item asks for, the case's own where it is known. */
    [[nodiscard]] bool gives(const QString &typeId) const;

private:
    bool m_open = false;
    bool m_everyType = false;
    QList<domain::ServiceItem> m_items;
};

} // namespace yichuang::exchange
