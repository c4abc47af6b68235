// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// How a draft is gone on with: which one, at which place, and the one field that its clerk sees in clear to go on in it.
#include "counterstate.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

/** The keyboard passes many places; the one where it rests is kept. */
constexpr int restMs = 200;

} // namespace

void LiveCounterDesk::openDraft(const domain::CaseId &id)
{
    newCase();
    if (m_session.store())
        reload(m_state, id, true);
}

QCoro::Task<domain::Result<void>> LiveCounterDesk::mayTakeUp(StatePtr state, store::StoredCase stored)
{
    const domain::Actor actor = state->session->actor();
    if (stored.current.stage != domain::CaseStage::Draft || stored.current.openedBy.operatorId == actor.operatorId)
        co_return mayGoOn(actor, stored, {});
    const auto rows = co_await state->session->store()->timeline(stored.current.id);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return mayGoOn(actor, stored, *rows);
}

QCoro::Task<> LiveCounterDesk::resume(StatePtr state, QString operatorId)
{
    const auto draft = co_await state->session->store()->lastDraft(operatorId);
    if (!state->isCurrent())
        co_return;
    if (!draft) {
        // Nobody has a draft, or which one is the last cannot be read: that is told, not taken for none.
        if (draft.error().code != domain::FailureCode::StoreNotFound)
            state->desk->fail(draft.error());
        state->desk->takeWaitingCard();
        co_return;
    }
    // A card may have started a case in the meantime: that one stays.
    if (!state->view.openCase.id.isNull())
        co_return;
    reload(state, draft->current.id, true);
}

void LiveCounterDesk::watchPlace()
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(restMs);
    connect(&m_resting, &QTimer::timeout, this, &LiveCounterDesk::keepPlace);
}

bool LiveCounterDesk::isMaker() const
{
    return m_session.isSignedIn() && m_state->view.openCase.openedBy.operatorId == m_session.actor().operatorId;
}

void LiveCounterDesk::noteWork(const WorkPlace &place)
{
    State &state = *m_state;
    const QString shown = state.view.fieldInClear;
    const bool left = !shown.isEmpty() && state.keyboardAt.isField(shown) && !place.isField(shown);
    state.keyboardAt = place;
    if (left) {
        state.view.fieldInClear.clear();
        announce();
    }
    if (place.part == WorkPlace::Part::Nowhere || !state.isDraft() || !isMaker())
        return;
    // Whoever works somewhere is not led away any more.
    state.leftAt = {};
    state.view.resumeAt.reset();
    if (place.part == WorkPlace::Part::Missing || place == state.place)
        return;
    state.place = place;
    state.placeKept = false;
    m_resting.start();
}

void LiveCounterDesk::keepPlace()
{
    State &state = *m_state;
    m_resting.stop();
    if (state.placeKept || !state.isDraft() || !m_session.store())
        return;
    state.placeKept = true;
    // Lost at worst is the place, and the one before it is still there.
    [[maybe_unused]] const auto kept = m_session.store()->savePlace(state.view.openCase.id, textOf(state.place));
}

QString LiveCounterDesk::placeToKeep()
{
    m_resting.stop();
    return std::exchange(m_state->placeKept, true) ? QString() : textOf(m_state->place);
}

void LiveCounterDesk::takeUp(const store::StoredCase &stored)
{
    State &state = *m_state;
    QMap<QString, QString> scratch = stored.scratch;
    if (isMaker()) {
        const QMap<QString, QString> unkept = m_unkept->take(stored.current.id);
        scratch.insert(unkept);
        const QStringList keys = unkept.keys();
        state.unwritten = QSet<QString>(keys.cbegin(), keys.cend());
    }
    noteInterrupted(scratch);
    if (!isMaker())
        return;
    if (state.isDraft())
        state.leftAt = state.place = workPlaceFrom(stored.place);
    if (state.interrupted.isEmpty())
        return;
    // They typed it and did not finish: it is no secret to them yet, and they go on at its last letter.
    const bool there = state.leftAt.part == WorkPlace::Part::Form && state.interrupted.contains(state.leftAt.key);
    const QString field = there ? state.leftAt.key : *state.interrupted.cbegin();
    const std::optional<domain::Party> &person = state.view.openCase.applicant;
    if (!person || state.scratch.value(field) != person->number)
        state.view.fieldInClear = field;
}

void LiveCounterDesk::layPlace()
{
    const State &state = *m_state;
    if (state.leftAt.part == WorkPlace::Part::Nowhere)
        return;
    m_state->view.resumeAt = isThere(state.leftAt, state.view) ? state.leftAt : WorkPlace{WorkPlace::Part::Missing, {}};
}

void LiveCounterDesk::revealField(const QString &fieldId)
{
    const QList<domain::PlannedField> &fields = m_state->view.plan.fields;
    const bool known = std::any_of(fields.cbegin(), fields.cend(), [&fieldId](const domain::PlannedField &one) { return one.field.id == fieldId; });
    if (known)
        revealFieldNow(m_state, fieldId);
}

QCoro::Task<> LiveCounterDesk::revealFieldNow(StatePtr state, QString fieldId)
{
    const auto recorded = co_await state->session->audit(u"reveal"_s, state->view.openCase.id, u"field:"_s + fieldId);
    if (!state->isCurrent())
        co_return;
    if (!recorded) {
        state->desk->fail(recorded.error());
        co_return;
    }
    // Whoever went on meanwhile does not look at it.
    if (!state->keyboardAt.isField(fieldId))
        co_return;
    state->view.fieldInClear = fieldId;
    state->desk->announce();
}

} // namespace yichuang::desk
