// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::MaterialWay;
namespace cmd = domain::command;

namespace {

domain::TrustLevel trustOf(MaterialWay way)
{
    switch (way) {
    case MaterialWay::Certificate: return domain::TrustLevel::A;
    case MaterialWay::OriginalSeen:
    case MaterialWay::FileAttached: return domain::TrustLevel::B;
    case MaterialWay::SelfMade:
    case MaterialWay::Promise:
    case MaterialWay::Deferred: return domain::TrustLevel::D;
    }
    return domain::TrustLevel::D;
}

/** The applicant with the phone that a field stands for, when they have none yet. */
std::optional<domain::Party> phoneForApplicant(const domain::Case &onCase, const domain::PlannedField &field, const QString &text)
{
    const auto phone = domain::parsePhone(text);
    if (!field.field.prefill.contains(u"card.phone"_s) || !onCase.applicant || !onCase.applicant->phone.isEmpty() || !phone)
        return std::nullopt;
    domain::Party party = *onCase.applicant;
    party.phone = *phone;
    return party;
}

const domain::PlannedField *plannedField(const CounterView &view, const QString &fieldId)
{
    const auto found = std::find_if(view.plan.fields.begin(), view.plan.fields.end(),
                                    [&](const domain::PlannedField &field) { return field.field.id == fieldId; });
    return found == view.plan.fields.end() ? nullptr : &*found;
}

} // namespace

void LiveCounterDesk::typeField(const QString &fieldId, const QString &text)
{
    State &state = *m_state;
    if (!state.mayEditFields() || !m_session.store())
        return;
    state.scratch.insert(fieldId, text);
    state.interrupted.remove(fieldId);
    state.view.hasUnsavedScratch = true;
    noteWork({WorkPlace::Part::Form, fieldId});
    keepTyped(m_state, fieldId, text, placeToKeep());
}

QCoro::Task<> LiveCounterDesk::keepTyped(StatePtr state, QString fieldId, QString text, QString place)
{
    // There is one row for a field, and its letters are the clerk's whose case it is: nobody else's take their place.
    if (!state->desk->isMaker() && !isNote(fieldId))
        co_return;
    const auto kept = co_await state->session->store()->saveScratch(state->view.openCase.id, fieldId, text, place);
    if (kept || !state->isCurrent())
        co_return;
    state->placeKept = state->placeKept && place.isEmpty();
    state->desk->fail(kept.error());
}

void LiveCounterDesk::dropTyped(QStringList keys)
{
    if (!isMaker())
        keys.removeIf([](const QString &key) { return !isNote(key); });
    [[maybe_unused]] const auto dropped = m_session.store()->dropScratch(m_state->view.openCase.id, keys);
}

void LiveCounterDesk::leaveField(const QString &fieldId, const QString &text)
{
    State &state = *m_state;
    if (!state.mayEditFields() || !m_session.store())
        return;
    const domain::PlannedField *field = plannedField(state.view, fieldId);
    const domain::FieldValue before = state.view.openCase.fields.value(fieldId);
    const bool sameAsCase = state.view.openCase.fields.contains(fieldId) && before.value == text;
    // After receipt an edit is sent at once, and the exchange takes none that does not fit its field: it waits as half typed.
    if (state.handsIn() && field && !sameAsCase && !domain::checkFieldValue(field->field, text, m_session.clock().today())) {
        state.scratch.insert(fieldId, text);
        state.interrupted.insert(fieldId);
        keepTyped(m_state, fieldId, text);
        rebuild();
        return;
    }
    const bool typed = state.scratch.remove(fieldId) > 0;
    const bool sameAsPrefill = !typed && field && field->prefilled && field->value.value == text;
    const bool nothing = !state.view.openCase.fields.contains(fieldId) && text.isEmpty() && !typed;
    if (!sameAsCase && !sameAsPrefill && !nothing) {
        QList<domain::CommandBody> bodies{cmd::SetField{fieldId, typedValue(m_session, text)}};
        // Asked once: the first phone of the form is the applicant's, if nobody gave one at the card.
        if (const auto phone = field ? phoneForApplicant(state.view.openCase, *field, text) : std::nullopt; phone && state.isDraft())
            bodies.append(cmd::SetApplicant{*phone});
        give(bodies);
    } else {
        rebuild();
    }
    // After the command: a crash between the two shows the text twice, never not at all.
    if (typed)
        dropTyped({fieldId});
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
    for (const QString &id : std::as_const(taken)) {
        state.scratch.remove(id);
        state.interrupted.remove(id);
    }
    if (bodies.isEmpty()) {
        rebuild();
    } else if (!give(bodies)) {
        state.scratch = typed;
        rebuild();
        return;
    }
    dropTyped(taken);
    // An answer may show a field that was typed into as well.
    takeInterrupted();
}

void LiveCounterDesk::saveNow()
{
    if (!m_state->mayEditFields())
        return;
    const QMap<QString, QString> typed = typedToGive();
    const QList<domain::CommandBody> bodies = typedEdits(m_session, typed) + entryCommands();
    if (bodies.isEmpty())
        return;
    const QStringList fields = typed.keys();
    for (const QString &field : fields)
        m_state->scratch.remove(field);
    if (!give(bodies, true))
        return;
    // Those alone: an answer that is being typed waits beside them.
    dropTyped(fields);
    settleEntries();
}

void LiveCounterDesk::satisfyMaterial(const QString &key, MaterialWay way, const QString &note, QDate due)
{
    if (!m_state->mayEditMaterial(key))
        return;
    domain::MaterialState material;
    material.way = way;
    material.trust = trustOf(way);
    material.note = note;
    material.due = due;
    material.originals = way == MaterialWay::OriginalSeen ? 1 : 0;
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    giveOne(cmd::SetMaterial{key, material});
}

void LiveCounterDesk::useCertificate(const QString &materialKey, const QString &identifier)
{
    if (!m_state->mayEditMaterial(materialKey))
        return;
    domain::MaterialState material;
    material.certificateIdentifier = identifier;
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    if (giveOne(cmd::SetMaterial{materialKey, material}))
        pullWanted();
}

void LiveCounterDesk::clearMaterial(const QString &key)
{
    if (m_state->isDraft() && m_state->view.openCase.materials.contains(key))
        giveOne(cmd::SetMaterial{key, std::nullopt});
}

void LiveCounterDesk::replay(QList<QList<domain::CommandBody>> &from, QList<QList<domain::CommandBody>> &to)
{
    if (from.isEmpty() || !m_state->isDraft())
        return;
    QList<domain::CommandBody> back;
    const std::optional<domain::Agency> before = m_state->view.openCase.agency;
    if (!give(from.takeLast(), false, &back))
        return;
    const std::optional<domain::Agency> &now = m_state->view.openCase.agency;
    if (before && !(now && domain::isSamePerson(now->agent, before->agent)))
        forgetAgentEntries();
    if (!back.isEmpty())
        to.append(back);
    rebuild();
}

void LiveCounterDesk::undo()
{
    replay(m_state->undo, m_state->redo);
}

void LiveCounterDesk::redo()
{
    replay(m_state->redo, m_state->undo);
}

} // namespace yichuang::desk
