// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/desksession.h>

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace yichuang::desk {

DeskSession::DeskSession(const domain::Clock &clock, remote::ExchangeClient &client,
                         sync::SyncEngine::Options syncOptions, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_client(client)
    , m_syncOptions(syncOptions)
{
}

DeskSession::~DeskSession()
{
    // The engine's flows use the store: it stops first, then the store finishes its queue.
    m_engine.reset();
    if (m_store)
        m_store->close();
    m_store.reset();
}

void DeskSession::setStore(std::shared_ptr<store::CaseStore> store)
{
    m_engine.reset();
    m_store = std::move(store);
    m_isOpen = m_store != nullptr;
    if (!m_store)
        return;
    m_engine = std::make_unique<sync::SyncEngine>(*m_store, m_client, m_clock, m_syncOptions);
    connect(m_engine.get(), &sync::SyncEngine::signInNeeded, this, &DeskSession::signInNeeded);
    watchStore();
    reloadCatalogue();
    Q_EMIT storeOpened();
}

void DeskSession::watchStore()
{
    connect(
        m_store.get(), &store::CaseStore::damaged, this,
        [this, damaged = m_store.get()](const domain::Error &error) {
            if (m_isOpen && m_store.get() == damaged)
                Q_EMIT storeDamaged(error);
        },
        Qt::QueuedConnection);
    connect(
        m_store.get(), &store::CaseStore::changed, this,
        [this](const store::StoreChange &change) {
            if (!change.cases.isEmpty())
                Q_EMIT casesChanged(change.cases);
            if (change.outbox) {
                if (m_engine)
                    m_engine->wake();
                Q_EMIT outboxChanged();
            }
            // From the store, not from the engine: who signs out while it is being written leaves it for the next one.
            if (change.catalogue)
                reloadCatalogue();
        },
        Qt::QueuedConnection);
}

QFuture<void> DeskSession::closeStore()
{
    if (!m_isOpen)
        return m_closing;
    Q_EMIT storeClosing();
    m_isOpen = false;
    if (m_engine)
        m_engine->stop();
    m_engine.reset();
    // Null it never becomes: flows that wait for an answer ask it once more, and hear that it is closed.
    m_closing = QtConcurrent::run([store = m_store] { store->close(); });
    return m_closing;
}

QFuture<domain::Result<void>> DeskSession::tryStore()
{
    if (!m_isOpen)
        return QtFuture::makeReadyFuture(domain::Result<void>());
    return m_store->setSetting(QStringLiteral("triedAt"), m_clock.now().toUTC().toString(Qt::ISODateWithMs));
}

void DeskSession::setOperator(const OperatorView &who, const domain::Actor &actor)
{
    m_who = who;
    m_actor = actor;
    if (m_engine)
        m_engine->start(actor.operatorId);
    Q_EMIT operatorChanged();
}

void DeskSession::confirmOperator(const OperatorView &who)
{
    m_who = who;
    if (m_engine)
        m_engine->retryNow();
}

void DeskSession::clearOperator()
{
    if (m_engine)
        m_engine->stop();
    m_who = {};
    m_actor = {};
    Q_EMIT operatorChanged();
}

QString DeskSession::draftsOf() const
{
    // A draft is its maker's work; a supervisor may look at anybody's.
    return m_actor.role == domain::Role::Supervisor ? QString() : m_actor.operatorId;
}

domain::CaseCommand DeskSession::makeCommand(const domain::CaseId &caseId, const domain::PartId &partId,
                                             qint64 baseRevision, domain::CommandBody body) const
{
    domain::CaseCommand command;
    command.id = m_clock.newId();
    command.caseId = caseId;
    command.partId = partId;
    command.baseRevision = baseRevision;
    command.actor = m_actor;
    command.time = {m_clock.now(), m_clock.monotonicMs(), m_clock.bootId(), m_client.offsetMs()};
    command.body = std::move(body);
    return command;
}

domain::Stamp DeskSession::provisionalStamp() const
{
    domain::Stamp stamp;
    stamp.provisional = true;
    stamp.receivedAt = m_clock.now();
    stamp.legalDate = legalDay();
    stamp.ruleVersion = QStringLiteral("desk");
    return stamp;
}

QDate DeskSession::legalDay() const
{
    return domain::legalDate(m_clock.now(), domain::WorkCalendar::bundled());
}

QDate DeskSession::rulesDay() const
{
    return domain::inLegalTime(m_clock.now().addMSecs(m_client.offsetMs().value_or(0))).date();
}

QFuture<domain::Result<void>> DeskSession::audit(const QString &action, const domain::CaseId &caseId, const QString &subject)
{
    if (!m_store)
        return QtFuture::makeReadyFuture(domain::Result<void>(domain::failure(domain::FailureCode::StoreClosed)));
    store::AuditEntry entry;
    entry.id = m_clock.newId();
    entry.at = m_clock.now();
    entry.operatorId = m_actor.operatorId;
    entry.action = action;
    entry.caseId = caseId.isNull() ? QString() : caseId.toString(QUuid::WithoutBraces);
    entry.subject = subject;
    QFuture<domain::Result<void>> written = m_store->addAudit(entry);
    if (m_engine)
        m_engine->wake();
    return written;
}

void DeskSession::reloadCatalogue()
{
    if (!m_store)
        return;
    using Answer = domain::Result<domain::Catalogue>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Answer answer = watcher->result();
        if (!answer)
            return;
        m_catalogue = *answer;
        Q_EMIT catalogueChanged();
    });
    watcher->setFuture(m_store->loadCatalogue());
}

} // namespace yichuang::desk
