// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "viewparts.h"

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
    state.interrupted.remove(fieldId);
    const bool sameAsPrefill = !typed && field && field->prefilled && field->value.value == text;
    const bool nothing = !state.view.openCase.fields.contains(fieldId) && text.isEmpty() && !typed;
    if (!sameAsCase && !sameAsPrefill && !nothing) {
        QList<domain::CommandBody> bodies{cmd::SetField{fieldId, typedValue(m_session, text)}};
        // Asked once: the first phone of the form is the applicant's, if nobody gave one at the card.
        if (const auto phone = field ? phoneForApplicant(state.view.openCase, *field, text) : std::nullopt; phone && state.isDraft())
            bodies.append(cmd::SetApplicant{*phone});
        giveAction({bodies, {}, {{fieldId, text}}}, true, nullptr);
        return;
    }
    rebuild();
    if (typed)
        dropTyped({fieldId});
}

void LiveCounterDesk::saveNow()
{
    if (!m_state->mayEditFields())
        return;
    const QMap<QString, QString> typed = typedToGive();
    const QList<domain::CommandBody> bodies = typedEdits(m_session, typed) + entryCommands();
    if (bodies.isEmpty() && m_state->failed.isEmpty())
        return;
    for (auto it = typed.keyBegin(); it != typed.keyEnd(); ++it) {
        m_state->scratch.remove(*it);
        m_state->interrupted.remove(*it);
    }
    giveAction({bodies, {}, typed}, true, nullptr);
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
