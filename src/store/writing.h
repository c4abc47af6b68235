// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql.h"

#include <domain/catalogue.h>
#include <domain/uuid7.h>
#include <mutex>
#include <store/storevalues.h>

namespace yichuang::store {

/** What the store knows of one case while it is being changed. */
struct CaseRecord {
    domain::CaseId id;
    std::optional<domain::Case> confirmed;
    domain::Case current;        ///< null id: the case does not exist yet
};

/** The catalogue in use, decoded once and shared by both threads. */
class CatalogueCache
{
public:
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> get() const;
    void set(std::shared_ptr<const domain::Catalogue> catalogue);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const domain::Catalogue> m_catalogue;
};

/** Everything a write needs; lives on the writer thread, one transaction at a time. */
struct Writing {
    Sql &sql;
    const domain::Clock &clock;
    CatalogueCache &catalogues;
    StoreChange change;                      ///< told after the commit
    std::function<void()> afterCommit;       ///< what in memory follows the tables; dropped when the transaction fails
    int recentWords = 0;                     ///< rows added to search_recent since it was folded
    domain::CaseId lastCase;                 ///< of the latest use of `cases`
    QHash<domain::CaseId, CaseRecord> cases; ///< read or changed lately; forgotten when a transaction fails
};

} // namespace yichuang::store
