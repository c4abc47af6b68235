// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/database.h"

#include <domain/catalogue.h>
#include <domain/uuid7.h>
#include <wire/apicatalogue.h>

namespace yichuang::exchange {

/** The catalogue in force, its versions and the deltas between them. Thread-safe. */
class CatalogueService
{
public:
    CatalogueService(Database &database, const domain::Clock &clock);

    /** Loads the newest stored version; an exchange without one serves an empty catalogue. */
    [[nodiscard]] domain::Result<void> load();
    /** Stores a new version when the content differs from the newest; returns the version in force. Errors CAT, SVC-013. */
    [[nodiscard]] domain::Result<qint64> import(const domain::Catalogue::Content &content);

    /** Never null; stays as it is while the caller holds it. */
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> current() const;
    [[nodiscard]] domain::Result<wire::CatalogueAnswer> since(qint64 version);

private:
    [[nodiscard]] domain::Result<std::shared_ptr<const domain::Catalogue>> stored(qint64 version);
    void use(std::shared_ptr<const domain::Catalogue> catalogue);

    Database &m_database;
    const domain::Clock &m_clock;
    mutable std::mutex m_mutex;
    std::shared_ptr<const domain::Catalogue> m_current;
};

} // namespace yichuang::exchange
