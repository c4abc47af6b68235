// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>

namespace yichuang::sync {

using domain::FailureCode;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int fetchedAtOnce = 20;

/** Cases that began before this desk listened come whole; one that is not shown to us is asked for once in a run. */
QCoro::Task<Result<void>> fetchWanted(LinkPtr link)
{
    const auto wanted = co_await link->store.casesToFetch(fetchedAtOnce + int(link->unfetchable.size()));
    if (!wanted)
        co_return tl::unexpected(wanted.error());
    for (const domain::CaseId &id : *wanted) {
        if (!link->alive)
            co_return Result<void>();
        if (link->unfetchable.contains(id))
            continue;
        const auto taken = co_await takeOver(link, id);
        if (taken || !link->alive)
            continue;
        if (isAway(taken.error()))
            co_return taken;
        link->unfetchable.insert(id);
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> take(LinkPtr link, wire::FeedAnswer answer, qint64 before)
{
    if (!answer.events.isEmpty() || answer.next != before) {
        const auto applied = co_await link->store.applyEvents(answer.events, link->operatorId, answer.next);
        if (!applied || !link->alive)
            co_return applied;
    }
    const auto fetched = co_await fetchWanted(link);
    co_return fetched;
}

/** One call; the answer to "may the next one wait". */
QCoro::Task<Result<void>> feedOnce(LinkPtr link)
{
    const auto cursor = co_await link->store.feedCursor(link->operatorId);
    if (!link->alive)
        co_return Result<void>();
    if (!cursor)
        co_return tl::unexpected(cursor.error());
    // The first call does not wait: it tells at once whether the exchange is there.
    const bool known = link->seen && link->feed.failures == 0;
    const int wait = known ? link->options.feedWaitSeconds : 0;
    const qint64 asked = link->clock.monotonicMs();
    const auto answer = co_await link->client.feed(*cursor, 200, wait);
    if (!link->alive)
        co_return Result<void>();
    if (!answer && answer.error().code == FailureCode::CursorInvalid && *cursor > 0) {
        // The exchange was set back to an older copy: everything is read again.
        const auto reset = co_await link->store.restartFeed(link->operatorId);
        co_return reset;
    }
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto taken = co_await take(link, *answer, *cursor);
    if (!taken || !link->alive)
        co_return taken;
    link->answered(link->feed);
    // An exchange that does not hold the answer must not be asked in a tight circle.
    if (wait > 0 && answer->events.isEmpty() && link->clock.monotonicMs() - asked < 500)
        co_await link->feedGate.wait(1000);
    co_return Result<void>();
}

} // namespace

QCoro::Task<Result<void>> takeOver(LinkPtr link, domain::CaseId caseId)
{
    const auto answer = co_await link->client.caseById(caseId);
    if (!link->alive)
        co_return Result<void>();
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto replaced = co_await link->store.replaceConfirmed(answer->snapshot, answer->events);
    co_return replaced;
}

QCoro::Task<> runFeed(LinkPtr link)
{
    while (link->alive) {
        const auto done = co_await feedOnce(link);
        if (!link->alive)
            co_return;
        if (!done)
            co_await link->feedGate.wait(link->failed(link->feed, done.error()));
    }
}

} // namespace yichuang::sync
