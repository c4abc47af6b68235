// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

namespace yichuang::sync {

using domain::Catalogue;
using domain::Error;
using domain::FailureCode;
using domain::Result;

namespace {

constexpr qint64 soonMs = 30000;

/** Lays the answer over what is held and checks it; costs tens of milliseconds, so never on the ui thread. */
Result<Catalogue> newCatalogue(Result<Catalogue> held, wire::CatalogueAnswer answer)
{
    if (answer.full && answer.content)
        return Catalogue::make(std::move(*answer.content), answer.version);
    if (!held)
        return held;
    return Catalogue::make(wire::withDelta(held->content(), *answer.delta), answer.version);
}

/** What stands in the way of the catalogue itself; what keeps the exchange away is told by the feed. */
std::optional<Error> catalogueErrorOf(const Result<void> &refreshed)
{
    if (refreshed || isAway(refreshed.error()))
        return std::nullopt;
    // Words or shapes that this version does not know: an exchange that was updated before its desks.
    const bool unreadable = refreshed.error().code == FailureCode::NetworkProtocol;
    return unreadable ? Error{FailureCode::CatalogueBadData, refreshed.error().detail, false} : refreshed.error();
}

/** A newer catalogue goes into the store, which tells. */
QCoro::Task<Result<void>> refreshCatalogue(LinkPtr link)
{
    if (!link->catalogueVersion) {
        const auto first = co_await link->store.loadCatalogue();
        link->catalogueVersion = first ? first->version() : 0;
    }
    if (!link->alive)
        co_return {};
    const qint64 since = *link->catalogueVersion;
    const auto answer = co_await link->client.catalogue(since);
    if (!link->alive)
        co_return {};
    if (!answer) {
        if (!isAway(answer.error()))
            link->catalogueVersion = 0;
        co_return tl::unexpected(answer.error());
    }
    const bool news = (answer->full && answer->content) || (answer->delta && answer->version != since);
    if (!news)
        co_return {};
    const auto held = co_await link->store.loadCatalogue();
    const auto made = co_await QtConcurrent::run(newCatalogue, held, *answer);
    if (!link->alive)
        co_return {};
    if (!made) {
        // A delta that does not fit: the next look asks for the whole.
        link->catalogueVersion = 0;
        co_return tl::unexpected(made.error());
    }
    const auto saved = co_await link->store.saveCatalogue(*made);
    if (!saved)
        co_return tl::unexpected(saved.error());
    link->catalogueVersion = made->version();
    co_return {};
}

} // namespace

QCoro::Task<> runRefresh(LinkPtr link)
{
    while (link->alive) {
        // Health also measures the offset to the exchange's clock, which every command carries.
        const auto health = co_await link->client.health();
        if (!link->alive)
            co_return;
        Result<void> refreshed;
        const bool asksWhole = link->catalogueVersion == qint64(0);
        if (health)
            refreshed = co_await refreshCatalogue(link);
        if (!link->alive)
            co_return;
        if (health)
            link->tellCatalogue(catalogueErrorOf(refreshed));
        const auto purged = co_await link->store.purgeExpired(link->clock.now());
        Q_UNUSED(purged)
        if (!link->alive)
            co_return;
        // A failure shortens the wait, but a whole catalogue that is no good is not fetched again and again.
        const bool soon = !health || !refreshed;
        const bool hopeless = asksWhole && link->catalogueError && !link->catalogueError->retryable;
        const qint64 pause = soon && !hopeless ? soonMs : qint64(link->options.catalogueMinutes) * 60000;
        co_await link->refreshGate.wait(pause);
    }
}

} // namespace yichuang::sync
