// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/livereaderdesk.h>

#include <QCoroFuture>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto preferredReaderKey = "preferred-reader"_L1;

ReaderView::Phase phaseOf(const device::ReaderState &state)
{
    switch (state.phase) {
    case device::ReaderPhase::Opening:
    case device::ReaderPhase::Starting: return ReaderView::Phase::Opening;
    case device::ReaderPhase::Waiting: return ReaderView::Phase::Ready;
    case device::ReaderPhase::Reading: return ReaderView::Phase::Reading;
    case device::ReaderPhase::CardRead: return ReaderView::Phase::CardRead;
    // A port that is busy, forbidden or without a driver may well have a reader behind it.
    case device::ReaderPhase::Absent: return state.diagnosis.isReaderMissing() ? ReaderView::Phase::Missing : ReaderView::Phase::Fault;
    case device::ReaderPhase::Fault: return ReaderView::Phase::Fault;
    }
    return ReaderView::Phase::Fault;
}

} // namespace

LiveReaderDesk::LiveReaderDesk(device::ReaderManager &manager, DeskSession &session, CardTray *tray, QObject *parent)
    : ReaderDesk(parent)
    , m_manager(manager)
    , m_session(session)
    , m_tray(tray)
    , m_life(std::make_shared<Life>(Life{this}))
{
    connect(&manager, &device::ReaderManager::stateChanged, this, [this] {
        applyPreference();
        Q_EMIT readersChanged();
    });
    connect(&session, &DeskSession::storeOpened, this, [this] {
        if (m_preferredUri.isEmpty())
            recall(m_life);
        else
            remember(m_life, m_preferredUri);
    });
    connect(&manager, &device::ReaderManager::cardRead, this, [this](device::ReaderId reader) {
        m_lastCards.insert(reader, m_session.clock().now());
        Q_EMIT readersChanged();
    });
    if (m_tray)
        connect(m_tray, &CardTray::changed, this, &LiveReaderDesk::trayChanged);
}

LiveReaderDesk::~LiveReaderDesk()
{
    m_life->desk = nullptr;
}

QCoro::Task<> LiveReaderDesk::recall(LifePtr life)
{
    const auto kept = co_await life->desk->m_session.store()->setting(preferredReaderKey);
    // What the clerk chose in the meantime is newer.
    if (!life->desk || !kept || !life->desk->m_preferredUri.isEmpty())
        co_return;
    life->desk->m_preferredUri = *kept;
    life->desk->applyPreference();
    Q_EMIT life->desk->readersChanged();
}

QCoro::Task<> LiveReaderDesk::remember(LifePtr life, QString uri)
{
    // Without a store the choice holds until the program ends.
    if (life->desk->m_session.store())
        [[maybe_unused]] const auto kept = co_await life->desk->m_session.store()->setSetting(preferredReaderKey, uri);
}

void LiveReaderDesk::applyPreference()
{
    const QList<device::ReaderState> states = m_manager.readers();
    for (const device::ReaderState &state : states) {
        if (!m_preferredUri.isEmpty() && state.uri == m_preferredUri && state.reader != m_chosen) {
            m_chosen = state.reader;
            m_manager.setPreferredReader(state.reader);
        }
    }
}

QList<ReaderView> LiveReaderDesk::readers() const
{
    QList<ReaderView> views;
    const QList<device::ReaderState> states = m_manager.readers();
    for (const device::ReaderState &state : states) {
        ReaderView view;
        view.id = QString::number(state.reader);
        view.name = state.uri;
        view.phase = phaseOf(state);
        // "No card" is the normal state of a reader, not a fault to show in red.
        if (state.diagnosis.failure && *state.diagnosis.failure != domain::FailureCode::ReaderNoCard)
            view.fault = domain::Error{*state.diagnosis.failure, state.diagnosis.detail, true};
        view.samNumber = state.samNumber;
        view.lastCardAt = m_lastCards.value(state.reader);
        view.preferred = state.reader == m_manager.preferredReader();
        views.append(view);
    }
    return views;
}

void LiveReaderDesk::prefer(const QString &readerId)
{
    const QList<device::ReaderState> states = m_manager.readers();
    for (const device::ReaderState &state : states) {
        if (state.reader != readerId.toInt())
            continue;
        m_preferredUri = state.uri;
        remember(m_life, state.uri);
    }
    applyPreference();
    Q_EMIT readersChanged();
}

void LiveReaderDesk::readAgain()
{
    // A working reader reads what lies on it; one that is away is opened again at once instead of at its next try.
    const QList<device::ReaderState> states = m_manager.readers();
    for (const device::ReaderState &state : states) {
        if (state.phase != device::ReaderPhase::Absent && state.phase != device::ReaderPhase::Fault) {
            m_manager.readAgain(state.reader);
            continue;
        }
        m_manager.removeReader(state.reader);
        [[maybe_unused]] const auto added = m_manager.addReader(state.uri);
    }
    applyPreference();
    Q_EMIT readersChanged();
}

QList<TrayCard> LiveReaderDesk::tray() const
{
    return m_tray ? m_tray->cards() : QList<TrayCard>();
}

void LiveReaderDesk::placeCard(const QString &trayCardId)
{
    if (m_tray)
        m_tray->place(trayCardId);
}

void LiveReaderDesk::takeCardOff()
{
    if (m_tray)
        m_tray->takeOff();
}

} // namespace yichuang::desk
