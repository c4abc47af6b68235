// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Texts between the keyboard and the case: kept with each letter, taken into a command, and back when that is not stored.
#include "counterstate.h"
#include "viewparts.h"

#include <QCoroFuture>

namespace yichuang::desk {

namespace cmd = domain::command;

QCoro::Task<> LiveCounterDesk::keepTyped(StatePtr state, QString fieldId, QString text, QString place)
{
    // There is one row for a field, and its letters are the clerk's whose case it is: nobody else's take their place.
    if (!state->desk->isMaker() && !isNote(fieldId))
        co_return;
    const auto kept = co_await state->session->store()->saveScratch(state->view.openCase.id, fieldId, text, place);
    if (kept)
        state->unwritten.remove(fieldId);
    else
        state->unwritten.insert(fieldId);
    if (!kept && !state->isCurrent())
        (*state->unkept)[state->view.openCase.id].insert(fieldId, text);
    if (kept || !state->isCurrent())
        co_return;
    state->placeKept = state->placeKept && place.isEmpty();
    state->desk->fail(kept.error());
}

QStringList LiveCounterDesk::ownKeys(QStringList keys) const
{
    if (!isMaker())
        keys.removeIf([](const QString &key) { return !isNote(key); });
    return keys;
}

void LiveCounterDesk::dropTyped(QStringList keys)
{
    [[maybe_unused]] const auto dropped = m_session.store()->dropScratch(m_state->view.openCase.id, ownKeys(std::move(keys)));
}

void LiveCounterDesk::State::takeBack(const QMap<QString, QString> &typed)
{
    QMap<QString, QString> fields = typed;
    for (const PartyEntry entry : partyEntries) {
        const auto text = typed.constFind(entryKey(entry));
        if (text != typed.cend() && !view.entries.contains(entry))
            view.entries.insert(entry, *text);
        fields.remove(entryKey(entry));
    }
    for (const domain::CasePart &part : std::as_const(view.openCase.parts)) {
        const QString key = noteKey(part.id);
        if (fields.contains(key) && !notes.contains(part.id))
            notes.insert(part.id, fields.value(key));
        fields.remove(key);
    }
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (scratch.contains(it.key()))
            continue;
        scratch.insert(it.key(), it.value());
        interrupted.insert(it.key());
    }
}

void LiveCounterDesk::State::addFailed(EditBatch &batch) const
{
    if (storing > 0)
        return;
    batch.commands = failed + batch.commands;
    batch.places.insert(failedPlaces);
}

void LiveCounterDesk::State::onNotStored(const EditBatch &batch, const domain::Error &error)
{
    if (!isCurrent()) {
        (*unkept)[batch.after.id].insert(batch.typed);
        unstored->append({batch.commands, batch.places});
        return;
    }
    // The first one tells why; what fails after it fails because of it.
    if (failed.isEmpty())
        view.setError(error);
    failed.append(batch.commands);
    failedPlaces.insert(batch.places);
    undo.removeOne(batch.inverses);
    takeBack(batch.typed);
    const QStringList keys = batch.typed.keys();
    unwritten.unite(QSet<QString>(keys.cbegin(), keys.cend()));
    tookBack = true;
}

void LiveCounterDesk::State::leaveUnwritten() const
{
    if (!failed.isEmpty())
        unstored->append({failed, failedPlaces});
    for (const QString &key : unwritten) {
        if (scratch.contains(key))
            (*unkept)[view.openCase.id].insert(key, scratch.value(key));
    }
    for (const PartyEntry entry : partyEntries) {
        if (unwritten.contains(entryKey(entry)) && view.entries.contains(entry))
            (*unkept)[view.openCase.id].insert(entryKey(entry), view.entries.value(entry));
    }
}

QCoro::Task<> LiveCounterDesk::storeLeft(StatePtr state, domain::Stamp stamp)
{
    const auto left = state->unstored;
    while (!left->isEmpty() && state->isCurrent()) {
        const Unstored first = left->takeFirst();
        const QStringList noTexts;
        const auto stored = co_await state->session->store()->submitAll(first.commands, stamp, first.places, noTexts);
        const bool may = !stored && (stored.error().code == domain::FailureCode::StoreFailed || stored.error().code == domain::FailureCode::StoreDiskFull);
        if (!may)
            continue; // stored, or the case has gone on without it and has its texts still
        left->prepend(first);
        co_return;
    }
}

QMap<QString, QString> LiveCounterDesk::typedToGive() const
{
    return m_state->handsIn() ? fittingScratch(m_state->view.plan, m_state->scratch, m_session.clock().today()) : m_state->scratch;
}

void LiveCounterDesk::noteInterrupted(const QMap<QString, QString> &scratch)
{
    QMap<QString, QString> typed = scratch;
    for (const domain::CasePart &part : std::as_const(m_state->view.openCase.parts)) {
        const QString note = typed.take(noteKey(part.id));
        if (!note.isEmpty())
            m_state->notes.insert(part.id, note);
    }
    if (!isMaker())
        return;
    m_state->scratch = typed;
    noteEntries();
    const QStringList fields = m_state->scratch.keys();
    m_state->interrupted = QSet<QString>(fields.cbegin(), fields.cend());
}

void LiveCounterDesk::takeInterrupted()
{
    State &state = *m_state;
    if (state.interrupted.isEmpty() || !isMaker() || !state.mayEditFields() || !m_session.store())
        return;
    const QDate today = m_session.clock().today();
    const QMap<QString, QString> typed = state.scratch;
    QList<domain::CommandBody> bodies;
    QStringList taken;
    // Fields of items whose catalogue is not here yet wait for it.
    for (const domain::PlannedField &field : std::as_const(state.view.plan.fields)) {
        const QString id = field.field.id;
        if (!state.interrupted.contains(id) || !typed.contains(id))
            continue;
        const QString text = domain::tidiedFieldValue(field.field, typed.value(id), today);
        // In a received case an edit is sent at once: half a value waits there for its other half.
        if (state.handsIn() && !domain::checkFieldValue(field.field, text, today))
            continue;
        taken.append(id);
        // Killed between the command and the end of its scratch.
        if (!state.view.openCase.fields.contains(id) || state.view.openCase.fields.value(id).value != text)
            bodies.append(cmd::SetField{id, typedValue(m_session, text)});
    }
    if (taken.isEmpty())
        return;
    QMap<QString, QString> carried;
    for (const QString &id : std::as_const(taken)) {
        carried.insert(id, state.scratch.take(id));
        state.interrupted.remove(id);
    }
    if (!bodies.isEmpty() && !giveAction({bodies, {}, carried}, true, nullptr))
        return;
    if (bodies.isEmpty()) {
        rebuild();
        dropTyped(taken);
    }
    // An answer may show a field that was typed into as well.
    takeInterrupted();
}

} // namespace yichuang::desk
