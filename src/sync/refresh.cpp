// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>

namespace yichuang::sync {

namespace {

QCoro::Task<domain::Result<bool>> refreshCatalogue(LinkPtr link)
{
    const auto held = co_await link->store.loadCatalogue();
    const qint64 since = held ? held->version() : 0;
    const auto answer = co_await link->client.catalogue(since);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!link->alive)
        co_return false;
    domain::Catalogue::Content content;
    if (answer->full && answer->content)
        content = *answer->content;
    else if (held && answer->delta && answer->version != since)
        content = wire::withDelta(held->content(), *answer->delta);
    else
        co_return false;
    auto made = domain::Catalogue::make(std::move(content), answer->version);
    if (!made)
        co_return tl::unexpected(made.error());
    const auto saved = co_await link->store.saveCatalogue(*made);
    if (!saved)
        co_return tl::unexpected(saved.error());
    co_return true;
}

} // namespace

QCoro::Task<> runRefresh(LinkPtr link)
{
    while (link->alive) {
        const auto health = co_await link->client.health();
        if (!link->alive)
            co_return;
        const auto changed = co_await refreshCatalogue(link);
        if (!link->alive)
            co_return;
        const auto purged = co_await link->store.purgeExpired(link->clock.now());
        Q_UNUSED(purged)
        if (!link->alive)
            co_return;
        if (changed && *changed)
            Q_EMIT link->engine->catalogueChanged();
        // A failure is told by the feed; here it only shortens the wait.
        const qint64 pause = health && changed ? qint64(link->options.catalogueMinutes) * 60000 : 30000;
        co_await link->refreshGate.wait(pause);
    }
}

} // namespace yichuang::sync
