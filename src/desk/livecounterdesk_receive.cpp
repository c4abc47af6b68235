// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The ends of an open case at the counter: F9, the answer to a correction, and a draft that is dropped.
#include "counterstate.h"

#include <QCoroFuture>
#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
namespace cmd = domain::command;

namespace {

QMap<QString, QString> without(QMap<QString, QString> texts, const QMap<QString, QString> &others)
{
    texts.removeIf([&others](QMap<QString, QString>::iterator text) { return others.contains(text.key()); });
    return texts;
}

} // namespace

QList<domain::CommandBody> LiveCounterDesk::closingCommands() const
{
    const CounterView &view = m_state->view;
    QList<domain::CommandBody> bodies = typedEdits(m_session, typedToGive()) + entryCommands();
    const QDateTime now = m_session.clock().now();
    const QString who = m_session.actor().operatorId;
    for (const domain::PlannedField &field : view.plan.fields) {
        if (!field.prefilled || field.value.value.isEmpty())
            continue;
        domain::FieldValue value = field.value;
        value.changedAt = now;
        value.changedBy = who;
        bodies.append(cmd::SetField{field.field.id, value});
    }
    for (const domain::PlannedMaterial &material : view.plan.materials) {
        // A certificate that went with a receipt that came back may have lost its place to another one.
        const auto kept = view.openCase.materials.constFind(material.key);
        const bool lost = kept != view.openCase.materials.cend() && kept->way == domain::MaterialWay::Certificate
            && kept->certificateIdentifier != material.certificateIdentifier;
        const bool proposed = material.status == domain::MaterialStatus::FromCertificate
            && !material.certificateIdentifier.isEmpty() && (lost || kept == view.openCase.materials.cend());
        if (!proposed)
            continue;
        domain::MaterialState state;
        state.certificateIdentifier = material.certificateIdentifier;
        state.trust = material.trust;
        state.at = now;
        state.by = who;
        bodies.append(cmd::SetMaterial{material.key, state});
    }
    return bodies;
}

void LiveCounterDesk::receive()
{
    State &state = *m_state;
    if (!state.isDraft() || !m_session.store())
        return;
    rebuild();
    if (!state.view.plan.missing.isEmpty())
        return fail({FailureCode::CaseMaterialsMissing, u"%1 open"_s.arg(state.view.plan.missing.size()), false});
    if (const auto parts = domain::checkPartsFollowAnswers(m_session.catalogue(), state.view.openCase); !parts)
        return fail(parts.error());
    if (const auto half = halfEntry())
        return fail(*half);
    QList<domain::CommandBody> bodies = closingCommands();
    const QString window = m_session.actor().windowId;
    const QString tail = state.view.openCase.id.toString(QUuid::Id128).right(6).toUpper();
    const QString receipt = u"SJ%1-%2-%3"_s.arg(m_session.clock().today().toString(u"yyyyMMdd"_s),
                                                window.isEmpty() ? u"0"_s : window, tail);
    bodies.append(cmd::ReceiveMaterials{receipt, true});
    const domain::Stamp stamp = m_session.provisionalStamp();
    auto batch = makeBatch(m_session, state.view.openCase.id, state.view.openCase, state.edits, {std::move(bodies), {}}, stamp);
    if (!batch)
        return fail(batch.error());
    state.addFailed(*batch);
    state.view.phase = CounterPhase::Receiving;
    state.view.edits = {};
    state.view.setError({});
    ++state.storing;
    receiveNow(m_state, *batch, stamp);
    announce();
}

QCoro::Task<> LiveCounterDesk::receiveNow(StatePtr state, EditBatch batch, domain::Stamp stamp)
{
    const domain::CaseId id = batch.after.id;
    const auto stored = co_await state->session->store()->submitAll(batch.commands, stamp, batch.places);
    --state->storing;
    if (!state->isCurrent())
        co_return;
    if (!stored) {
        state->view.phase = CounterPhase::Draft;
        state->desk->rebuild();
        state->desk->fail(stored.error());
        state->desk->takeWaitingCard();
        co_return;
    }
    state->scratch.clear();
    state->interrupted.clear();
    state->unwritten.clear();
    state->forgetFailed();
    state->tookBack = false;
    state->view.entries.clear();
    state->edits.clear();
    state->undo.clear();
    state->redo.clear();
    state->view.openCase = stored->current;
    state->view.savedAt = stored->savedAt;
    state->view.phase = CounterPhase::Received;
    [[maybe_unused]] const auto cleared = state->session->store()->clearScratch(id);
    if (sync::SyncEngine *engine = state->session->engine())
        engine->wake();
    const auto rows = co_await state->session->store()->timeline(id);
    if (!state->isCurrent())
        co_return;
    if (rows)
        state->timeline = *rows;
    state->desk->rebuild();
    Q_EMIT state->desk->caseReceived(id, stored->current.provisionalReceipt);
    if (state->isCurrent())
        state->desk->takeWaitingCard();
}

void LiveCounterDesk::discardDraft(const QString &reason)
{
    if (m_state->isDraft() && giveOne(cmd::DiscardDraft{reason}, false))
        reset();
}

void LiveCounterDesk::typeAnswer(const domain::PartId &partId, const QString &note)
{
    if (!m_state->handsIn() || !m_session.store() || !m_state->view.openCase.part(partId))
        return;
    m_state->notes.insert(partId, note);
    keepTyped(m_state, noteKey(partId), note);
}

void LiveCounterDesk::answerCorrection(const domain::PartId &partId, const QString &note)
{
    State &state = *m_state;
    if (!state.handsIn())
        return;
    // Who answers types nowhere any more.
    const QStringList left = state.scratch.keys();
    state.interrupted.unite(QSet<QString>(left.cbegin(), left.cend()));
    rebuild();
    const QList<CorrectionView> &asked = state.view.handIn.corrections;
    const auto correction = std::find_if(asked.cbegin(), asked.cend(), [&partId](const CorrectionView &one) { return one.partId == partId; });
    if (correction != asked.cend() && !correction->missing.isEmpty())
        return fail({FailureCode::CaseMaterialsMissing, domain::describeMissing(correction->missing), false});
    // The answer ends the time in which fields may be changed, so what was typed goes first; half a value of another
    // part's waits for that one's answer.
    const QMap<QString, QString> given = typedToGive();
    QList<domain::CommandBody> bodies = typedEdits(m_session, given);
    bodies.append(cmd::AnswerCorrection{note});
    const QMap<QString, QString> typed = std::exchange(state.scratch, asked.size() > 1 ? without(state.scratch, given) : QMap<QString, QString>());
    const QMap<QString, QString> carried = without(typed, state.scratch);
    state.notes.remove(partId);
    QMap<QString, QString> texts{{noteKey(partId), note}};
    texts.insert(carried);
    giveAction({bodies, partId, texts}, false, nullptr);
}

} // namespace yichuang::desk
