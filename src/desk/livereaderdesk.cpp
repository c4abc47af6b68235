// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/livereaderdesk.h>

namespace yichuang::desk {

namespace {

ReaderView::Phase phaseOf(const device::ReaderState &state)
{
    switch (state.phase) {
    case device::ReaderPhase::Opening:
    case device::ReaderPhase::Starting: return ReaderView::Phase::Opening;
    case device::ReaderPhase::Waiting: return ReaderView::Phase::Ready;
    case device::ReaderPhase::Reading: return ReaderView::Phase::Reading;
    case device::ReaderPhase::CardRead: return ReaderView::Phase::CardRead;
    case device::ReaderPhase::Absent:
    case device::ReaderPhase::Fault: return ReaderView::Phase::Fault;
    }
    return ReaderView::Phase::Fault;
}

} // namespace

LiveReaderDesk::LiveReaderDesk(device::ReaderManager &manager, const domain::Clock &clock, CardTray *tray,
                               QObject *parent)
    : ReaderDesk(parent)
    , m_manager(manager)
    , m_clock(clock)
    , m_tray(tray)
{
    connect(&manager, &device::ReaderManager::stateChanged, this, &LiveReaderDesk::readersChanged);
    connect(&manager, &device::ReaderManager::cardRead, this, [this](device::ReaderId reader) {
        m_lastCards.insert(reader, m_clock.now());
        Q_EMIT readersChanged();
    });
    if (m_tray)
        connect(m_tray, &CardTray::changed, this, &LiveReaderDesk::trayChanged);
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
    m_manager.setPreferredReader(readerId.toInt());
    Q_EMIT readersChanged();
}

void LiveReaderDesk::readAgain()
{
    // A reader that is away is opened again at once instead of at its next try.
    const QList<device::ReaderState> states = m_manager.readers();
    for (const device::ReaderState &state : states) {
        if (state.phase != device::ReaderPhase::Absent && state.phase != device::ReaderPhase::Fault)
            continue;
        m_manager.removeReader(state.reader);
        [[maybe_unused]] const auto added = m_manager.addReader(state.uri);
    }
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
