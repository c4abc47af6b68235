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

void SyncEngine::start()
{
    if (d->link)
        return;
    d->link = std::make_shared<Link>(d->store, d->client, d->clock, d->options);
    d->link->engine = this;
    SyncStatus connecting;
    connecting.link = LinkState::Connecting;
    d->link->setStatus(connecting);
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
    ending->pumpGate.open();
    ending->feedGate.open();
    ending->refreshGate.open();
    Q_EMIT statusChanged();
}

void SyncEngine::wake()
{
    if (d->link)
        d->link->pumpGate.open();
}

void SyncEngine::retryNow()
{
    if (!d->link)
        return;
    d->link->failures = 0;
    d->link->ignorePauses = true;
    d->link->pumpGate.open();
    d->link->feedGate.open();
    d->link->refreshGate.open();
}

SyncStatus SyncEngine::status() const
{
    return d->link ? d->link->status : SyncStatus();
}

} // namespace yichuang::sync
