// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/livesyncdesk.h>

#include <QCoroFuture>
#include <domain/uuid7.h>
#include <numeric>

namespace yichuang::desk {

namespace {

constexpr int shownRows = 200;

Connection connectionOf(sync::LinkState link)
{
    switch (link) {
    case sync::LinkState::SignedOut: return Connection::SignedOut;
    case sync::LinkState::Connecting: return Connection::Connecting;
    case sync::LinkState::Online: return Connection::Online;
    case sync::LinkState::Offline: return Connection::Offline;
    }
    return Connection::Offline;
}

OutboxRow rowFrom(const store::StoredCommand &stored, const QHash<QString, QString> &names)
{
    OutboxRow row;
    row.operatorId = stored.command.actor.operatorId;
    row.operatorName = names.value(row.operatorId);
    row.commandId = stored.command.id;
    row.caseId = stored.command.caseId;
    row.caseLabel = stored.caseLabel;
    row.title = stored.caseTitle;
    row.commandName = domain::commandName(stored.command.body);
    row.queuedAt = stored.queuedAt;
    row.attempts = stored.attempts;
    row.lastError = stored.lastError;
    row.nextTry = stored.nextTry;
    switch (stored.state) {
    case store::CommandState::Journal:
    case store::CommandState::Pending: row.state = OutboxRow::State::Waiting; break;
    case store::CommandState::Sent:
    case store::CommandState::Confirmed: row.state = OutboxRow::State::Confirmed; break;
    case store::CommandState::Refused: row.state = OutboxRow::State::Refused; break;
    }
    return row;
}

QHash<QString, int> madeBy(const QList<store::StoredCommand> &rows)
{
    QHash<QString, int> made;
    for (const store::StoredCommand &row : rows)
        ++made[row.command.actor.operatorId];
    return made;
}

/** Why nothing was read: the store's word, or nobody is there to read for. */
template<typename T>
domain::Error whyNot(const domain::Result<T> &read)
{
    return read ? domain::Error{domain::FailureCode::StoreClosed, {}, false} : read.error();
}

/** Nothing of a case overtakes what a colleague made in it before. */
void layWaits(QList<OutboxRow> &rows, const QString &me)
{
    QHash<domain::CaseId, QString> colleague;
    for (OutboxRow &row : rows) {
        if (!colleague.contains(row.caseId) && row.operatorId != me)
            colleague.insert(row.caseId, row.operatorName.isEmpty() ? row.operatorId : row.operatorName);
        row.waitsFor = colleague.value(row.caseId);
    }
}

} // namespace

LiveSyncDesk::LiveSyncDesk(DeskSession &session, QObject *parent)
    : SyncDesk(parent)
    , m_session(session)
    , m_life(std::make_shared<Life>(Life{this, false, false, {}, 0}))
{
    connect(&session, &DeskSession::storeOpened, this, &LiveSyncDesk::onStoreOpened);
    connect(&session, &DeskSession::outboxChanged, this, &LiveSyncDesk::readRows);
    connect(&session, &DeskSession::casesChanged, this, &LiveSyncDesk::readRows);
    connect(&session, &DeskSession::operatorChanged, this, &LiveSyncDesk::readRows);
}

LiveSyncDesk::~LiveSyncDesk()
{
    m_life->desk = nullptr;
}

void LiveSyncDesk::onStoreOpened()
{
    connect(m_session.engine(), &sync::SyncEngine::statusChanged, this, &LiveSyncDesk::onStatus);
    onStatus();
    readRows();
}

void LiveSyncDesk::onStatus()
{
    const sync::SyncStatus status = m_session.engine()->status();
    m_view.connection = connectionOf(status.link);
    m_view.lastSync = status.lastAnswer;
    m_view.nextTry = status.nextTry;
    m_view.reason = status.reason;
    m_view.catalogueError = status.catalogueError;
    layStoreError();
    Q_EMIT viewChanged();
}

void LiveSyncDesk::readRows()
{
    if (!m_session.isStoreOpen())
        return;
    if (m_life->reading)
        m_life->again = true;
    else
        read(m_life);
}

QCoro::Task<> LiveSyncDesk::read(LifePtr life)
{
    life->reading = true;
    life->again = false;
    const auto rows = co_await ask(life);
    if (!life->desk)
        co_return;
    life->reading = false;
    LiveSyncDesk &desk = *life->desk;
    desk.m_readError = rows ? std::nullopt : std::optional(rows.error());
    if (rows)
        desk.show(*rows);
    desk.layStoreError();
    Q_EMIT desk.viewChanged();
    if (life->desk && life->again)
        life->desk->readRows();
}

QCoro::Task<domain::Result<LiveSyncDesk::Rows>> LiveSyncDesk::ask(LifePtr life)
{
    Rows rows;
    const auto waiting = co_await life->desk->m_session.store()->outbox(shownRows);
    if (!life->desk || !waiting)
        co_return tl::unexpected(whyNot(waiting));
    rows.waiting = *waiting;
    const auto recent = co_await life->desk->m_session.store()->recentOutbox(shownRows);
    if (!life->desk || !recent)
        co_return tl::unexpected(whyNot(recent));
    rows.recent = *recent;
    const auto count = co_await life->desk->m_session.store()->waitingCount();
    if (!life->desk || !count)
        co_return tl::unexpected(whyNot(count));
    rows.count = *count;
    // Of a long queue every row would be read for each thing that is saved: there about is enough.
    if (rows.count > shownRows && qAbs(rows.count - life->countedAt) * 20 >= rows.count) {
        const auto counts = co_await life->desk->m_session.store()->waitingByOperator();
        if (!life->desk || !counts)
            co_return tl::unexpected(whyNot(counts));
        life->made = *counts;
        life->countedAt = rows.count;
    }
    const auto known = co_await life->desk->m_session.store()->operatorNames();
    if (!life->desk || !known)
        co_return tl::unexpected(whyNot(known));
    rows.names = *known;
    const auto counters = co_await life->desk->m_session.store()->counters(life->desk->m_session.draftsOf());
    if (!life->desk || !counters)
        co_return tl::unexpected(whyNot(counters));
    rows.counters = *counters;
    co_return rows;
}

void LiveSyncDesk::show(const Rows &rows)
{
    m_view.waitingRows.clear();
    m_view.recentRows.clear();
    m_view.confirmedToday = 0;
    const QString me = m_session.actor().operatorId;
    if (rows.count <= shownRows) {
        m_life->made = madeBy(rows.waiting);
        m_life->countedAt = 0;
    }
    const QHash<QString, int> &made = m_life->made;
    m_view.waiting = rows.count;
    m_view.waitingForOthers = qMin(rows.count, std::accumulate(made.cbegin(), made.cend(), 0) - made.value(me));
    m_view.refusedCases = int(rows.counters.value(int(store::ListFilter::Refused)));
    for (const store::StoredCommand &row : rows.waiting)
        m_view.waitingRows.append(rowFrom(row, rows.names));
    layWaits(m_view.waitingRows, me);
    const QDate today = m_session.clock().today();
    for (const store::StoredCommand &row : rows.recent) {
        m_view.recentRows.append(rowFrom(row, rows.names));
        const bool confirmed = m_view.recentRows.last().state == OutboxRow::State::Confirmed;
        if (confirmed && domain::inLegalTime(row.queuedAt).date() == today)
            ++m_view.confirmedToday;
    }
}

void LiveSyncDesk::layStoreError()
{
    const sync::SyncEngine *engine = m_session.engine();
    m_view.storeError = m_readError ? m_readError : engine ? engine->status().storeError : std::nullopt;
    m_view.unread = m_readError.has_value();
}

void LiveSyncDesk::retryNow()
{
    if (m_session.engine())
        m_session.engine()->retryNow();
    if (m_readError)
        readRows();
}

} // namespace yichuang::desk
