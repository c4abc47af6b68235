// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/liveupdatedesk.h>

#include <algorithm>
#include <update/renewer.h>

namespace yichuang::desk {

namespace {

constexpr int dismissedHours = 20;

bool hasCard(const ReaderView &reader)
{
    return reader.phase == ReaderView::Phase::Reading || reader.phase == ReaderView::Phase::CardRead;
}

} // namespace

LiveUpdateDesk::LiveUpdateDesk(update::Renewer *renewer, const Watched &watched, const domain::Clock &clock, const QString &rolledBack,
                               QObject *parent)
    : UpdateDesk(parent)
    , m_renewer(renewer)
    , m_watched(watched)
    , m_clock(clock)
    , m_rolledBack(rolledBack)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &LiveUpdateDesk::refresh);
    connect(&m_watched.counter, &CounterDesk::viewChanged, this, &LiveUpdateDesk::onWorld);
    connect(&m_watched.readers, &ReaderDesk::readersChanged, this, &LiveUpdateDesk::onWorld);
    connect(&m_watched.sync, &SyncDesk::viewChanged, this, &LiveUpdateDesk::onWorld);
    if (m_renewer) {
        connect(m_renewer, &update::Renewer::statusChanged, this, &LiveUpdateDesk::refresh);
        connect(m_renewer, &update::Renewer::taken, this, &LiveUpdateDesk::onTaken);
    }
    m_quiet.start();
    refresh();
}

bool LiveUpdateDesk::isQuiet() const
{
    const CounterView &counter = m_watched.counter.view();
    const QList<ReaderView> readers = m_watched.readers.readers();
    const bool card = counter.cardPresent || counter.newcomer || std::any_of(readers.cbegin(), readers.cend(), hasCard);
    const bool busy = counter.phase == CounterPhase::Receiving || counter.phase == CounterPhase::HandingIn || counter.hasUnsavedScratch;
    const SyncView &sync = m_watched.sync.view();
    // What waits while the exchange is away, or for a colleague, waits in the store and is not in the way.
    const bool sending = sync.connection == Connection::Connecting || (sync.connection == Connection::Online && sync.waiting > sync.waitingForOthers);
    return !card && !busy && !sending && !sync.storeError && !hasUnkeptWords();
}

void LiveUpdateDesk::onWorld()
{
    if (!isQuiet()) {
        m_quiet.stop();
        refresh();
    } else if (!m_quiet.isActive() && !m_view.quiet) {
        m_quiet.start();
    }
}

void LiveUpdateDesk::refresh()
{
    UpdateView view;
    view.quiet = isQuiet() && !m_quiet.isActive();
    const bool spoken = m_view.state == UpdateView::State::Ready;
    using Stage = update::UpdateStatus::Stage;
    const bool ready = m_renewer && m_renewer->status().stage == Stage::Ready;
    if (!m_rolledBack.isEmpty()) {
        view.state = UpdateView::State::RolledBack;
        view.version = m_rolledBack;
        view.error = domain::Error{domain::FailureCode::UpdateRolledBack, m_rolledBack, false};
    } else if (ready) {
        const update::UpdateStatus &status = m_renewer->status();
        const bool dismissed = m_dismissed == status.version && m_clock.now() < m_dismissedUntil;
        // Once spoken of it stays in its corner: what comes and goes disturbs more.
        const bool mayShow = (view.quiet || (spoken && m_view.version == status.version)) && !dismissed;
        view.version = status.version;
        view.notes = status.notes;
        view.error = m_error;
        if (status.agreed || m_taken == status.version)
            view.state = UpdateView::State::Agreed;
        else if (mayShow)
            view.state = UpdateView::State::Ready;
    }
    show(view);
}

void LiveUpdateDesk::show(const UpdateView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

void LiveUpdateDesk::takeNow()
{
    if (!m_renewer || m_view.version.isEmpty())
        return;
    if (!isQuiet())
        return onWorld();
    m_renewer->takeNow();
}

void LiveUpdateDesk::onTaken(const std::optional<domain::Error> &fault)
{
    m_error = fault;
    // The answer of a service takes its time, and a person may have come meanwhile. What lies in place comes with the next start.
    m_taken = !fault && !isQuiet() ? m_view.version : QString();
    if (fault || !m_taken.isEmpty())
        return refresh();
    Q_EMIT restartAsked();
}

void LiveUpdateDesk::takeAtNextStart()
{
    m_error.reset();
    if (m_renewer)
        m_renewer->agree();
}

void LiveUpdateDesk::dismiss()
{
    m_dismissed = m_view.version;
    m_dismissedUntil = m_clock.now().addSecs(dismissedHours * 3600);
    m_rolledBack.clear();
    m_error.reset();
    refresh();
}

} // namespace yichuang::desk
