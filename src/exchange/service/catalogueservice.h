// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/database.h"

#include <domain/catalogue.h>
#include <domain/uuid7.h>
#include <wire/apicatalogue.h>

namespace yichuang::exchange {

/**
 * The catalogue in force, its versions and the deltas between them. Another process may import a version at any time: whoever
 * asks for the current one looks for a newer one first, once a second at most. Thread-safe.
 */
class CatalogueService
{
public:
    CatalogueService(Database &database, const domain::Clock &clock);

    /** Loads the newest stored version; an exchange without one serves an empty catalogue. */
    [[nodiscard]] domain::Result<void> load();
    /** Stores a new version when the content differs from the newest; returns the version in force. What it wants of it: domain::checkForImport(). Errors CAT, SVC-013. */
    [[nodiscard]] domain::Result<qint64> import(const domain::Catalogue::Content &content);

    /** Never null; stays as it is while the caller holds it. Asks the database, so not inside a transaction of the caller. */
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> current();
    [[nodiscard]] domain::Result<wire::CatalogueAnswer> since(qint64 version);
    /** since() as the bytes of its JSON. A hall's desks ask for the same in the same minute: what they need is put together once. */
    [[nodiscard]] domain::Result<QByteArray> bytesSince(qint64 version);

private:
    static constexpr int mostAnswers = 8; ///< for desks of so many different versions

    [[nodiscard]] bool isTimeToLook();
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> held() const;
    [[nodiscard]] domain::Result<std::shared_ptr<const domain::Catalogue>> stored(qint64 version);
    void use(std::shared_ptr<const domain::Catalogue> catalogue);

    Database &m_database;
    const domain::Clock &m_clock;
    mutable std::mutex m_mutex;
    std::shared_ptr<const domain::Catalogue> m_current;
    qint64 m_nextLook = 0;   ///< monotonic ms
    QHash<qint64, QByteArray> m_answers; ///< of the version in force, by the version of who asks
};

} // namespace yichuang::exchange
