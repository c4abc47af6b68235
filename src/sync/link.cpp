// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QRandomGenerator>
#include <algorithm>

namespace yichuang::sync {

using domain::Error;
using domain::FailureCode;

bool needsSignIn(const Error &error)
{
    return error.code == FailureCode::TokenExpired || error.code == FailureCode::TokenInvalid;
}

bool isAway(const Error &error)
{
    switch (error.code) {
    case FailureCode::NetworkUnreachable:
    case FailureCode::NetworkTimeout:
    case FailureCode::NetworkTls:
    case FailureCode::NetworkCancelled:
    case FailureCode::ExchangeBusy:
    case FailureCode::RequestRateLimited:
    case FailureCode::ServerStopping:
    case FailureCode::StorageUnavailable:
    case FailureCode::HttpServerBusy:
    case FailureCode::HttpRequestTimedOut:
        return true;
    default:
        return needsSignIn(error);
    }
}

bool isOfStore(const Error &error)
{
    switch (error.code) {
    case FailureCode::VaultDamaged:
    case FailureCode::VaultNotWritable:
    case FailureCode::StoreFailed:
    case FailureCode::StoreDiskFull:
    case FailureCode::StoreClosed:
        return true;
    default:
        return false;
    }
}

void Link::update(const QDateTime &answeredAt)
{
    if (!alive)
        return;
    SyncStatus next = status;
    if (answeredAt.isValid())
        next.lastAnswer = answeredAt;
    const bool signIn = (feed.error && needsSignIn(*feed.error)) || (pump.error && needsSignIn(*pump.error));
    const bool pumpAway = pump.error && isAway(*pump.error);
    const bool feedFails = feed.error && !isOfStore(*feed.error);
    const FlowState &telling = feedFails || !pump.error ? feed : pump;
    next.storeError.reset();
    for (const FlowState *flow : {&feed, &pump}) {
        if (flow->error && isOfStore(*flow->error))
            next.storeError = flow->error;
    }
    if (signIn)
        next.link = LinkState::SignedOut;
    else if (feedFails || pumpAway)
        next.link = LinkState::Offline;
    else
        next.link = seen ? LinkState::Online : LinkState::Connecting;
    next.reason = telling.error && !isOfStore(*telling.error) ? telling.error : std::nullopt;
    next.nextTry = telling.nextTry;
    next.catalogueError = catalogueError;
    if (next == status)
        return;
    status = next;
    Q_EMIT engine->statusChanged();
}

void Link::answered(FlowState &flow)
{
    if (!alive)
        return;
    const bool recovered = flow.failures > 0 || !seen;
    flow = {};
    seen = true;
    update(clock.now());
    // The other flows may still sit out a long pause that has lost its reason.
    if (alive && recovered && &flow == &feed) {
        ignorePauses = true;
        // What could not be had may have been kept back by whatever stood in the exchange's place.
        unfetchable.clear();
        pumpGate.open();
        refreshGate.open();
    }
}

int Link::failed(FlowState &flow, const Error &error)
{
    ++flow.failures;
    const int pause = pauseMs(flow.failures);
    flow.error = error;
    flow.nextTry = clock.now().addMSecs(pause);
    update();
    if (alive && needsSignIn(error))
        Q_EMIT engine->signInNeeded();
    return pause;
}

void Link::waits(FlowState &flow, const Error &why)
{
    const auto first = std::min_element(dueTimes.cbegin(), dueTimes.cend());
    flow = {0, why, first == dueTimes.cend() ? QDateTime() : *first};
    update();
}

void Link::tellCatalogue(const std::optional<Error> &error)
{
    catalogueError = error;
    update();
}

int Link::pauseMs(int failures) const
{
    return options.backOff.pauseMs(failures, QRandomGenerator::global()->generateDouble());
}

QDateTime Link::postpone(int failures)
{
    const QDateTime next = clock.now().addMSecs(pauseMs(failures));
    dueTimes.append(next);
    return next;
}

void Link::openGates()
{
    pumpGate.open();
    feedGate.open();
    refreshGate.open();
}

} // namespace yichuang::sync
