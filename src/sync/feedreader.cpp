// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>

namespace yichuang::sync {

QCoro::Task<> runFeed(LinkPtr link)
{
    bool first = true;
    while (link->alive) {
        const auto cursor = co_await link->store.feedCursor();
        if (!link->alive)
            co_return;
        if (!cursor) {
            co_await link->feedGate.wait(link->failed(cursor.error()));
            continue;
        }
        // The first call does not wait: it tells at once whether the exchange is there.
        const int wait = first || link->status.link != LinkState::Online ? 0 : link->options.feedWaitSeconds;
        const qint64 asked = link->clock.monotonicMs();
        const auto answer = co_await link->client.feed(*cursor, 200, wait);
        if (!link->alive)
            co_return;
        if (!answer) {
            co_await link->feedGate.wait(link->failed(answer.error()));
            continue;
        }
        first = false;
        if (!answer->events.isEmpty() || answer->next != *cursor) {
            const auto applied = co_await link->store.applyEvents(answer->events, answer->next);
            if (!link->alive)
                co_return;
            if (!applied) {
                co_await link->feedGate.wait(link->failed(applied.error()));
                continue;
            }
        }
        link->answered();
        // An exchange that does not hold the answer must not be asked in a tight circle.
        if (wait > 0 && answer->events.isEmpty() && link->clock.monotonicMs() - asked < 500)
            co_await link->feedGate.wait(1000);
    }
}

} // namespace yichuang::sync
