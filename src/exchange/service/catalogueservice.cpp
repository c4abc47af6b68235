// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogueservice.h"

#include "../storage/recordstore.h"
#include "../storage/words.h"

#include <wire/apicataloguejson.h>
#include <wire/cataloguejson.h>
#include <wire/json.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lookEveryMs = 1000;

const auto sameId = [](const auto &a, const auto &b) { return a.id == b.id; };
const auto sameVersion = [](const auto &a, const auto &b) { return a.id == b.id && a.version == b.version; };

/** Rows of `now` that `before` has not, or has otherwise. */
template<typename R, typename Same>
QList<R> changed(const QList<R> &before, const QList<R> &now, Same same)
{
    QList<R> rows;
    for (const R &row : now) {
        const auto old = std::find_if(before.cbegin(), before.cend(), [&](const R &other) { return same(other, row); });
        if (old == before.cend() || !(*old == row))
            rows.append(row);
    }
    return rows;
}

template<typename R>
QList<wire::RemovedVersion> removed(const QList<R> &before, const QList<R> &now)
{
    QList<wire::RemovedVersion> gone;
    for (const R &row : before) {
        if (std::none_of(now.cbegin(), now.cend(), [&](const R &other) { return sameVersion(other, row); }))
            gone.append({row.id, row.version});
    }
    return gone;
}

template<typename R>
bool lostRow(const QList<R> &before, const QList<R> &now)
{
    return std::any_of(before.cbegin(), before.cend(), [&](const R &row) {
        return std::none_of(now.cbegin(), now.cend(), [&](const R &other) { return sameId(other, row); });
    });
}

/** A delta names no removed types, departments, categories or purposes, and no other hall: then only the whole will do. */
bool needsWhole(const domain::Catalogue::Content &before, const domain::Catalogue::Content &now)
{
    return before.hallName != now.hallName || before.division != now.division || lostRow(before.departments, now.departments)
        || lostRow(before.certificateTypes, now.certificateTypes) || lostRow(before.categories, now.categories)
        || lostRow(before.purposes, now.purposes);
}

wire::CatalogueDelta deltaBetween(const domain::Catalogue::Content &before, const domain::Catalogue::Content &now)
{
    wire::CatalogueDelta delta;
    delta.items = changed(before.items, now.items, sameVersion);
    delta.lifeEvents = changed(before.lifeEvents, now.lifeEvents, sameVersion);
    delta.certificateTypes = changed(before.certificateTypes, now.certificateTypes, sameId);
    delta.departments = changed(before.departments, now.departments, sameId);
    delta.categories = changed(before.categories, now.categories, sameId);
    delta.purposes = changed(before.purposes, now.purposes, sameId);
    delta.removedItems = removed(before.items, now.items);
    delta.removedLifeEvents = removed(before.lifeEvents, now.lifeEvents);
    return delta;
}

} // namespace

CatalogueService::CatalogueService(Database &database, const domain::Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_current(std::make_shared<const domain::Catalogue>())
{
}

std::shared_ptr<const domain::Catalogue> CatalogueService::held() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

bool CatalogueService::isTimeToLook()
{
    const qint64 now = m_clock.monotonicMs();
    const std::lock_guard lock(m_mutex);
    if (now < m_nextLook)
        return false;
    // Set before the look: whoever comes meanwhile goes on with what is held instead of reading the same again.
    m_nextLook = now + lookEveryMs;
    return true;
}

std::shared_ptr<const domain::Catalogue> CatalogueService::current()
{
    // What cannot be read now is not worth a refusal: the version held stays good, and the next look tries again.
    if (isTimeToLook())
        [[maybe_unused]] const auto looked = load();
    return held();
}

void CatalogueService::use(std::shared_ptr<const domain::Catalogue> catalogue)
{
    const std::lock_guard lock(m_mutex);
    // Two looks may cross: the older one's answer must not bring the older version back.
    if (catalogue->version() > m_current->version()) {
        m_current = std::move(catalogue);
        m_answers.clear();
    }
    m_nextLook = m_clock.monotonicMs() + lookEveryMs;
}

domain::Result<std::shared_ptr<const domain::Catalogue>> CatalogueService::stored(qint64 version)
{
    const auto bytes = m_database.read([&](Session &session) { return recordstore::catalogue(session, version); });
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!*bytes)
        return std::shared_ptr<const domain::Catalogue>();
    const auto content = wire::catalogueContentFromJson(**bytes);
    if (!content)
        return tl::unexpected(content.error());
    auto catalogue = domain::Catalogue::make(*content, version);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return std::make_shared<const domain::Catalogue>(std::move(*catalogue));
}

domain::Result<void> CatalogueService::load()
{
    const auto version = m_database.read([](Session &session) { return recordstore::newestCatalogue(session); });
    if (!version)
        return tl::unexpected(version.error());
    if (*version <= held()->version())
        return {};
    auto catalogue = stored(*version);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (*catalogue)
        use(*catalogue);
    return {};
}

domain::Result<qint64> CatalogueService::import(const domain::Catalogue::Content &content)
{
    if (const auto newest = load(); !newest)
        return tl::unexpected(newest.error());
    const auto before = held();
    const QByteArray bytes = wire::toBytes(wire::toJson(content));
    if (before->version() > 0 && wire::toBytes(wire::toJson(before->content())) == bytes)
        return before->version();
    const qint64 version = before->version() + 1;
    auto catalogue = domain::Catalogue::make(content, version);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (const auto fit = domain::checkForImport(content); !fit)
        return tl::unexpected(fit.error());
    const auto added = m_database.write([&](Session &session) { return recordstore::addCatalogue(session, version, bytes, epochMs(m_clock.now())); });
    if (!added)
        return tl::unexpected(added.error());
    use(std::make_shared<const domain::Catalogue>(std::move(*catalogue)));
    return version;
}

domain::Result<wire::CatalogueAnswer> CatalogueService::since(qint64 version)
{
    const auto now = current();
    wire::CatalogueAnswer answer{now->version(), false, std::nullopt, wire::CatalogueDelta()};
    if (version == now->version() && version > 0)
        return answer;
    auto before = version > 0 && version < now->version() ? stored(version) : domain::Result<std::shared_ptr<const domain::Catalogue>>(nullptr);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before || needsWhole((*before)->content(), now->content()))
        return wire::CatalogueAnswer{now->version(), true, now->content(), std::nullopt};
    answer.delta = deltaBetween((*before)->content(), now->content());
    return answer;
}

domain::Result<QByteArray> CatalogueService::bytesSince(qint64 version)
{
    const qint64 now = current()->version();
    // Whoever has none, or one that there never was, gets everything.
    const qint64 known = version > 0 && version <= now ? version : 0;
    {
        const std::lock_guard lock(m_mutex);
        if (now == m_current->version() && m_answers.contains(known))
            return m_answers.value(known);
    }
    const auto answer = since(known);
    if (!answer)
        return tl::unexpected(answer.error());
    const QByteArray bytes = wire::toBytes(wire::toJson(*answer));
    const std::lock_guard lock(m_mutex);
    // A newer version may have come meanwhile.
    if (answer->version == m_current->version() && m_answers.size() < mostAnswers)
        m_answers.insert(known, bytes);
    return bytes;
}

} // namespace yichuang::exchange
