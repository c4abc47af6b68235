// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "searchindex.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <domain/caserules.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
namespace cmd = domain::command;

LiveCounterDesk::LiveCounterDesk(DeskSession &session, QObject *parent)
    : CounterDesk(parent)
    , m_session(session)
    , m_search(std::make_unique<SearchIndex>())
    , m_unstored(std::make_shared<QList<Unstored>>())
{
    watchPlace();
    reset();
    connect(&session, &DeskSession::catalogueChanged, this, &LiveCounterDesk::rebuildSearch);
    connect(&session, &DeskSession::casesChanged, this, &LiveCounterDesk::onCasesChanged);
    connect(&session, &DeskSession::operatorChanged, this, &LiveCounterDesk::onOperatorChanged);
    connect(&session, &DeskSession::storeClosing, this, &LiveCounterDesk::saveNow);
}

LiveCounterDesk::~LiveCounterDesk()
{
    keepPlace();
    m_state->desk = nullptr;
    dropWaitingCard();
}

void LiveCounterDesk::reset()
{
    if (m_state) {
        keepPlace();
        m_state->leaveUnwritten();
        m_state->desk = nullptr;
    }
    m_state = std::make_shared<State>();
    m_state->unkept = m_unkept;
    m_state->unstored = m_unstored;
    m_state->desk = this;
    m_state->session = &m_session;
    m_expectAgent = false;
    announce();
}

const CounterView &LiveCounterDesk::view() const
{
    return m_state->view;
}

const domain::Catalogue &LiveCounterDesk::catalogue() const
{
    return m_session.catalogue();
}

QList<ItemHit> LiveCounterDesk::search(const QString &text, const QString &category) const
{
    return m_search->search(text, category);
}

void LiveCounterDesk::rebuildSearch()
{
    m_search = std::make_unique<SearchIndex>(m_session.catalogue(), m_session.clock().today());
    rebuild();
    takeInterrupted();
}

void LiveCounterDesk::announce()
{
    // Several changes within one turn of the event loop are one repaint.
    if (std::exchange(m_announced, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_announced = false;
            Q_EMIT viewChanged();
        },
        Qt::QueuedConnection);
}

void LiveCounterDesk::fail(const domain::Error &error)
{
    m_state->view.setError(error);
    announce();
}

void LiveCounterDesk::rebuild()
{
    State &state = *m_state;
    CounterView &view = state.view;
    const QDate today = m_session.clock().today();
    const domain::Catalogue &known = m_session.catalogue();
    view.plan = {};
    if (!view.openCase.id.isNull()) {
        auto plan = planToWorkOn(known, view.openCase, state.certificates, state.faces, today);
        if (plan) {
            view.plan = *plan;
            // What is kept fills the form of a case that asks for it.
            if (admitKeptFaces() && (plan = planToWorkOn(known, view.openCase, state.certificates, state.faces, today)))
                view.plan = *plan;
            layPlace();
        } else {
            view.error = plan.error();
        }
    }
    const store::TimelineRow *refused = refusedReceipt(view.openCase, state.timeline);
    state.refused = refused ? refused->command.id : domain::CommandId();
    view.returned = layReturned(view.plan, view.openCase, state.timeline, state.listedAfter != state.refused);
    view.handIn = handInView(view.openCase, known, view.plan, m_session.actor());
    for (CorrectionView &correction : view.handIn.corrections)
        correction.note = state.notes.value(correction.partId);
    // Once the last of it is in, there is nothing left to do but to look at the receipt.
    if (state.handsIn() && !view.handIn.isOpen())
        view.phase = CounterPhase::Received;
    view.edits = state.isDraft() || state.handsIn() ? openEdits(view.openCase, view.plan, m_session.actor()) : OpenEdits();
    layScratch(view.plan, state.scratch, today, state.handsIn() ? state.interrupted : QSet<QString>());
    for (CorrectionView &correction : view.handIn.corrections)
        correction.missing = missingToAnswer(view.openCase, known, view.plan, state.scratch, correction.partId);
    view.hasUnsavedScratch = !state.scratch.isEmpty() || !view.entries.isEmpty();
    view.certificates = certificateViews(state.certificates, state.faces, view.plan, today);
    view.items = itemViews(view.openCase, known, view.plan, m_session.legalDay());
    view.hints = hintViews(view.openCase, known, state.certificates, today);
    view.timeline = timelineEntries(state.timeline, view.openCase, known, {{m_session.who().id, m_session.who().name}});
    view.lifeEventName = view.openCase.lifeEventId.isEmpty() ? QString() : caseTitle(view.openCase, known);
    view.canUndo = !state.undo.isEmpty() && state.isDraft();
    view.canRedo = !state.redo.isEmpty() && state.isDraft();
    announce();
}

bool LiveCounterDesk::give(QList<domain::CommandBody> bodies, bool undoable, QList<domain::CommandBody> *back)
{
    return giveAction({std::move(bodies), {}}, undoable, back);
}

bool LiveCounterDesk::giveAction(Action action, bool undoable, QList<domain::CommandBody> *back)
{
    State &state = *m_state;
    if (!m_session.store() || !m_session.isSignedIn()) {
        fail({domain::FailureCode::StoreClosed, u"nobody is signed in"_s, false});
        return false;
    }
    const domain::Stamp stamp = m_session.provisionalStamp();
    const domain::CaseId id = state.view.openCase.id;
    // A case about to be opened has an id for its first command and is nothing else yet.
    const domain::Case before = state.view.openCase.openedAt.isValid() ? state.view.openCase : domain::Case();
    const QMap<QString, QString> typed = action.typed;
    auto batch = makeBatch(m_session, id, before, state.edits, std::move(action), stamp);
    if (!batch) {
        state.takeBack(typed);
        rebuild();
        fail(batch.error());
        return false;
    }
    state.addFailed(*batch);
    if (state.storing == 0)
        state.forgetFailed();
    state.view.openCase = batch->after;
    carryEntries(*batch);
    state.edits = batch->edits;
    state.view.setError({});
    if (back)
        *back = batch->inverses;
    if (undoable && state.isDraft() && !batch->inverses.isEmpty()) {
        state.undo.append(batch->inverses);
        state.redo.clear();
    }
    ++state.storing;
    store(m_state, *batch, stamp);
    rebuild();
    return true;
}

bool LiveCounterDesk::giveOne(domain::CommandBody body, bool undoable)
{
    return give({std::move(body)}, undoable);
}

QCoro::Task<> LiveCounterDesk::store(StatePtr state, EditBatch batch, domain::Stamp stamp)
{
    const domain::CaseId id = batch.after.id;
    const QStringList left = state->desk->ownKeys(batch.typed.keys());
    const auto stored = co_await state->session->store()->submitAll(batch.commands, stamp, batch.places, left);
    --state->storing;
    if (!stored)
        state->onNotStored(batch, stored.error());
    if (!state->isCurrent())
        co_return;
    if (!stored) {
        state->desk->rebuild();
        // What is shown must be what is stored: take the store's word again.
        reload(state, id, false);
        co_return;
    }
    state->view.savedAt = stored->savedAt;
    storeLeft(state, stamp);
    if (stored->current.stage != domain::CaseStage::Draft) {
        if (sync::SyncEngine *engine = state->session->engine())
            engine->wake();
        // Departments act on a received case too, and what came of them meanwhile was not looked at.
        reload(state, id, false);
        co_return;
    }
    const auto rows = co_await state->session->store()->timeline(id);
    if (!state->isCurrent())
        co_return;
    if (rows)
        state->timeline = *rows;
    else
        state->view.setError(rows.error());
    state->desk->rebuild();
    if (std::exchange(state->tookBack, false)) {
        state->desk->takeInterrupted();
        state->desk->takeEntries();
    }
}

QCoro::Task<> LiveCounterDesk::reload(StatePtr state, domain::CaseId id, bool opening)
{
    const auto stored = co_await state->session->store()->loadCase(id);
    if (!state->isCurrent())
        co_return;
    if (!stored) {
        // Of a case that the store could not take yet it was told why; it stays as it is shown, and goes with the next edit.
        if (opening || state->failed.isEmpty() || stored.error().code != domain::FailureCode::StoreNotFound)
            state->desk->fail(stored.error());
        co_return;
    }
    state->forgetFailed();
    const auto may = co_await mayTakeUp(state, *stored);
    if (!state->isCurrent())
        co_return;
    if (!may) {
        LiveCounterDesk *desk = state->desk;
        desk->reset();
        desk->fail(may.error());
        co_return;
    }
    // Newer edits are on their way to the store; their own answer brings the state.
    if (state->storing > 0 && !opening)
        co_return;
    state->view.openCase = stored->current;
    state->view.savedAt = stored->savedAt;
    // Who opens a received case wants to hand something in; the plan that follows says whether anything is asked for.
    const bool handsIn = opening || state->handsIn();
    const bool returned = state->view.phase == CounterPhase::Received && stored->current.stage == domain::CaseStage::Draft;
    state->view.phase = stored->current.stage == domain::CaseStage::Draft ? CounterPhase::Draft
        : handsIn ? CounterPhase::HandingIn : CounterPhase::Received;
    state->edits.clear();
    if (opening)
        state->desk->takeUp(*stored);
    else
        state->dropCarried(*stored);
    if (opening && state->view.phase == CounterPhase::Draft) {
        const auto consents = co_await state->session->store()->consents(id);
        if (!state->isCurrent())
            co_return;
        if (consents)
            state->consented.unite(QSet<QString>(consents->cbegin(), consents->cend()));
        else
            state->view.setError(consents.error());
    }
    const auto rows = co_await state->session->store()->timeline(id);
    if (!state->isCurrent())
        co_return;
    if (rows) {
        state->timeline = *rows;
        addJournalEdits(state->edits, *rows);
    } else {
        state->view.setError(rows.error());
    }
    state->desk->rebuild();
    if (opening) {
        state->desk->takeEntries();
        state->desk->takeInterrupted();
    }
    // The exchange plans with what it lists now, and an older list here would show again that nothing is missing.
    if ((opening || returned) && stored->current.applicant)
        state->desk->refreshCertificates();
    if (opening)
        state->desk->takeWaitingCard();
}

void LiveCounterDesk::onCasesChanged(const QSet<QUuid> &cases)
{
    const domain::CaseId id = m_state->view.openCase.id;
    if (id.isNull() || !cases.contains(id) || m_state->storing > 0)
        return;
    // A draft is changed by this desk only, and its answers come with the commands.
    if (m_state->view.phase == CounterPhase::Received || m_state->handsIn())
        reload(m_state, id, false);
}

void LiveCounterDesk::onOperatorChanged()
{
    // Whoever comes back opens it again, and that is on record again.
    closeFile();
    const bool returning = m_session.isSignedIn() && !m_state->view.openCase.id.isNull()
        && m_state->view.openCase.openedBy.operatorId == m_session.actor().operatorId;
    if (returning) {
        takeWaitingCard();
        return;
    }
    reset();
    if (m_session.isSignedIn() && m_session.store())
        resume(m_state, m_session.actor().operatorId);
}

void LiveCounterDesk::newCase()
{
    saveNow();
    reset();
}

} // namespace yichuang::desk
