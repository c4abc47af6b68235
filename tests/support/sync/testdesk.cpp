// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "testdesk.h"

#include "await.h"
#include "world.h"

#include <store/storeopener.h>
#include <vault/ephemeralkeyprovider.h>

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

domain::Stamp provisional(const domain::Clock &clock)
{
    domain::Stamp stamp;
    stamp.receivedAt = clock.now();
    stamp.legalDate = clock.today();
    stamp.ruleVersion = u"desk"_s;
    return stamp;
}

} // namespace

TestDesk::TestDesk(remote::Endpoint endpoint, const domain::Clock &clock)
    : m_endpoint(std::move(endpoint))
    , m_clock(clock)
{
    options.backOff = sync::BackOff(20, 200);
    options.feedWaitSeconds = 2;
    const QString profile = m_folder.filePath(u"profile"_s);
    m_keys = std::make_shared<vault::EphemeralKeyProvider>(profile);
    open();
}

TestDesk::~TestDesk()
{
    quit();
}

void TestDesk::open()
{
    store::OpenOptions opening;
    opening.profileFolder = m_folder.filePath(u"profile"_s);
    opening.keys = m_keys;
    opening.throwAway = true;
    auto opened = await(store::openStore(opening, m_clock));
    if (!opened)
        qFatal("store: %s %s", qPrintable(domain::failureText(opened.error().code)), qPrintable(opened.error().detail));
    m_store = *opened;
    m_client = std::make_unique<remote::ExchangeClient>(m_endpoint, m_clock);
    m_engine = std::make_unique<sync::SyncEngine>(*m_store, *m_client, m_clock, options);
    sync::SyncEngine *engine = m_engine.get();
    QObject::connect(engine, &sync::SyncEngine::signInNeeded, engine, [this] { ++signInsNeeded; });
    QObject::connect(m_store.get(), &store::CaseStore::changed, engine, [engine](const store::StoreChange &change) {
        if (change.outbox)
            engine->wake();
    }, Qt::QueuedConnection);
}

void TestDesk::quit()
{
    m_engine.reset();
    m_client.reset();
    m_store.reset();
}

void TestDesk::reopen()
{
    quit();
    open();
}

bool TestDesk::signIn(const QString &login)
{
    const auto session = await(m_client->signIn(login, QString::fromUtf8(World::secret)));
    if (!session)
        return false;
    m_operator = login;
    m_engine->start(login);
    return true;
}

void TestDesk::signOut()
{
    m_engine->stop();
    m_client->forgetToken();
}

domain::Result<store::StoredCase> TestDesk::submit(const wire::CommandBatch &batch)
{
    return await(m_store->submitAll(batch.commands, provisional(m_clock)));
}

domain::Result<store::StoredCase> TestDesk::give(const domain::CaseId &id, const QString &clerk, domain::CommandBody body, const domain::PartId &part)
{
    const domain::Case now = current(id);
    const domain::CasePart *on = now.part(part);
    const domain::CaseCommand command{m_clock.newId(), id, part, on ? on->revision : now.revision, actorOf(World::clerk(clerk)),
                                      {m_clock.now(), m_clock.monotonicMs(), m_clock.bootId(), {}}, std::move(body)};
    return await(m_store->submit(command, provisional(m_clock)));
}

domain::Case TestDesk::current(const domain::CaseId &id)
{
    const auto stored = await(m_store->loadCase(id));
    return stored ? stored->current : domain::Case();
}

QList<store::StoredCommand> TestDesk::waiting()
{
    return await(m_store->outbox(10000)).value_or(QList<store::StoredCommand>());
}

QList<store::StoredCommand> TestDesk::recent()
{
    return await(m_store->recentOutbox(10000)).value_or(QList<store::StoredCommand>());
}

QList<store::TimelineRow> TestDesk::timeline(const domain::CaseId &id)
{
    return await(m_store->timeline(id)).value_or(QList<store::TimelineRow>());
}

bool TestDesk::isSettled()
{
    const QList<store::StoredCommand> rows = recent();
    const bool open = std::any_of(rows.cbegin(), rows.cend(), [](const store::StoredCommand &row) { return row.state == store::CommandState::Sent; });
    return !open && waiting().isEmpty();
}

} // namespace yichuang::test
