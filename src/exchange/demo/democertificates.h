// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/certificatestore.h"
#include "demoface.h"

namespace yichuang::exchange {

struct DemoLink {
    domain::PersonId personId;
    qint64 row = 0;
    domain::Relation relation = domain::Relation::Self;
};

/** The certificates of one family and who may find them. */
struct DemoPapers {
    QList<StoredCertificate> certificates;
    QList<DemoLink> links;
};

/**
 * The card of everybody alive finds 8 to 25 certificates, an adult's at least 8 of their own, a child's with those of its
 * parents and household; the dead leave a few. Some are expired, revoked or about to expire. Family members find what the
 * rules of their relation allow. @param firstRow of the first certificate.
 */
[[nodiscard]] DemoPapers demoPapers(const DemoFamily &family, const domain::Catalogue &catalogue, quint64 seed, qint64 firstRow, QDate today);

} // namespace yichuang::exchange
