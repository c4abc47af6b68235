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
    Q_EMIT viewChanged();
}

void LiveSyncDesk::readRows()
{
    if (!m_session.store())
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
    const auto waiting = co_await life->desk->m_session.store()->outbox(shownRows);
    if (!life->desk)
        co_return;
    const auto recent = co_await life->desk->m_session.store()->recentOutbox(shownRows);
    if (!life->desk)
        co_return;
    const auto count = co_await life->desk->m_session.store()->waitingCount();
    if (!life->desk)
        co_return;
    const int all = count.value_or(0);
    // Of a long queue every row would be read for each thing that is saved: there about is enough.
    const bool recount = all > shownRows && qAbs(all - life->countedAt) * 20 >= all;
    if (recount) {
        const auto counts = co_await life->desk->m_session.store()->waitingByOperator();
        if (!life->desk)
            co_return;
        life->made = counts.value_or(life->made);
        life->countedAt = all;
    }
    const auto known = co_await life->desk->m_session.store()->operatorNames();
    if (!life->desk)
        co_return;
    const auto counters = co_await life->desk->m_session.store()->counters(life->desk->m_session.draftsOf());
    if (!life->desk)
        co_return;
    life->reading = false;
    SyncView &view = life->desk->m_view;
    view.waitingRows.clear();
    view.recentRows.clear();
    view.confirmedToday = 0;
    const QString me = life->desk->m_session.actor().operatorId;
    if (all <= shownRows) {
        life->made = madeBy(waiting.value_or(QList<store::StoredCommand>()));
        life->countedAt = 0;
    }
    const QHash<QString, int> &made = life->made;
    const auto names = known.value_or(QHash<QString, QString>());
    view.waiting = all;
    view.waitingForOthers = qMin(all, std::accumulate(made.cbegin(), made.cend(), 0) - made.value(me));
    view.refusedCases = counters ? int(counters->value(int(store::ListFilter::Refused))) : 0;
    const QDate today = life->desk->m_session.clock().today();
    for (const store::StoredCommand &row : waiting.value_or(QList<store::StoredCommand>()))
        view.waitingRows.append(rowFrom(row, names));
    layWaits(view.waitingRows, me);
    for (const store::StoredCommand &row : recent.value_or(QList<store::StoredCommand>())) {
        view.recentRows.append(rowFrom(row, names));
        const bool confirmed = view.recentRows.last().state == OutboxRow::State::Confirmed;
        if (confirmed && domain::inLegalTime(row.queuedAt).date() == today)
            ++view.confirmedToday;
    }
    Q_EMIT life->desk->viewChanged();
    if (life->desk && life->again)
        life->desk->readRows();
}

void LiveSyncDesk::retryNow()
{
    if (m_session.engine())
        m_session.engine()->retryNow();
}

} // namespace yichuang::desk
