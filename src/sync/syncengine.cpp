// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

namespace yichuang::sync {

struct SyncEngine::Private {
    store::CaseStore &store;
    remote::ExchangeClient &client;
    const domain::Clock &clock;
    Options options;
    LinkPtr link;
};

SyncEngine::SyncEngine(store::CaseStore &store, remote::ExchangeClient &client, const domain::Clock &clock,
                       Options options, QObject *parent)
    : QObject(parent)
    , d(new Private{store, client, clock, options, {}})
{
}

SyncEngine::~SyncEngine()
{
    stop();
}

void SyncEngine::start(const QString &operatorId)
{
    if (d->link && d->link->operatorId == operatorId)
        return;
    stop();
    d->link = std::make_shared<Link>(d->store, d->client, d->clock, d->options, operatorId);
    d->link->engine = this;
    d->link->status.link = LinkState::Connecting;
    Q_EMIT statusChanged();
    if (!d->link)
        return;
    runFeed(d->link);
    runPump(d->link);
    runRefresh(d->link);
}

void SyncEngine::stop()
{
    if (!d->link)
        return;
    const LinkPtr ending = std::exchange(d->link, {});
    ending->alive = false;
    ending->engine = nullptr;
    ending->openGates();
    Q_EMIT statusChanged();
}

void SyncEngine::wake()
{
    // While its calls fail the pump keeps to its pauses: noting a failure is a change of the outbox too.
    if (!d->link || (d->link->pump.failures > 0 && d->clock.now() < d->link->pump.nextTry))
        return;
    d->link->pumpGate.open();
}

void SyncEngine::retryNow()
{
    if (!d->link)
        return;
    d->link->ignorePauses = true;
    d->link->unfetchable.clear();
    d->link->openGates();
}

SyncStatus SyncEngine::status() const
{
    return d->link ? d->link->status : SyncStatus();
}

} // namespace yichuang::sync
