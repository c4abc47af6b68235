// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// What is typed in the cards of applicant and agent: kept with each letter as a form's fields are, part of the case once it is left.
#include "counterstate.h"

#include <QCoroFuture>

namespace yichuang::desk {

namespace cmd = domain::command;

void LiveCounterDesk::typeEntry(PartyEntry entry, const QString &text)
{
    State &state = *m_state;
    if (!state.isDraft() || !m_session.store())
        return;
    state.view.entries.insert(entry, text);
    state.view.hasUnsavedScratch = true;
    if (isSettled(state.view.openCase, entry, text))
        settleEntries();
    else
        keepTyped(m_state, entryKey(entry), text, placeToKeep());
}

QList<domain::CommandBody> LiveCounterDesk::entryCommands() const
{
    if (!m_state->isDraft())
        return {};
    const domain::Case &onCase = m_state->view.openCase;
    std::optional<domain::Party> applicant = onCase.applicant;
    std::optional<domain::Agency> agency = onCase.agency;
    const EntryTexts &typed = m_state->view.entries;
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        if (const auto party = applicant ? withEntry(*applicant, it.key(), it.value()) : std::nullopt)
            applicant = party;
        if (const auto now = agency ? withEntry(*agency, it.key(), it.value()) : std::nullopt)
            agency = now;
    }
    QList<domain::CommandBody> bodies;
    if (applicant != onCase.applicant)
        bodies.append(cmd::SetApplicant{*applicant});
    if (agency != onCase.agency)
        bodies.append(cmd::SetAgency{agency});
    return bodies;
}

std::optional<domain::Error> LiveCounterDesk::halfEntry() const
{
    const domain::Case &onCase = m_state->view.openCase;
    const EntryTexts &typed = m_state->view.entries;
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        const bool ofApplicant = it.key() == PartyEntry::ApplicantPhone;
        const bool fits = ofApplicant ? !onCase.applicant || withEntry(*onCase.applicant, it.key(), *it) : !onCase.agency || withEntry(*onCase.agency, it.key(), *it);
        if (fits)
            continue;
        if (it.key() == PartyEntry::AgentRelation)
            return domain::Error{domain::FailureCode::CaseValueTooLong, QStringLiteral("relation"), false};
        const auto phone = domain::parsePhone(it->trimmed());
        return phone ? domain::Error{domain::FailureCode::CaseFieldInvalid, QStringLiteral("until"), false} : phone.error();
    }
    return std::nullopt;
}

void LiveCounterDesk::settleEntries()
{
    const domain::Case &onCase = m_state->view.openCase;
    dropEntries([&onCase](PartyEntry entry, const QString &text) { return isSettled(onCase, entry, text); });
}

void LiveCounterDesk::carryEntries(EditBatch &batch)
{
    m_state->view.entries.removeIf([&batch](EntryTexts::iterator typed) {
        const bool carried = isSettled(batch.after, typed.key(), typed.value());
        if (carried)
            batch.typed.insert(entryKey(typed.key()), typed.value());
        return carried;
    });
}

void LiveCounterDesk::forgetAgentEntries()
{
    dropEntries([](PartyEntry entry, const QString &) { return entry != PartyEntry::ApplicantPhone; });
}

void LiveCounterDesk::dropEntries(const std::function<bool(PartyEntry, const QString &)> &isDone)
{
    State &state = *m_state;
    QStringList keys;
    state.view.entries.removeIf([&](EntryTexts::iterator typed) {
        const bool done = isDone(typed.key(), typed.value());
        if (done)
            keys.append(entryKey(typed.key()));
        return done;
    });
    if (keys.isEmpty())
        return;
    state.view.hasUnsavedScratch = !state.scratch.isEmpty() || !state.view.entries.isEmpty();
    announce();
    // After the command: a crash between the two shows the text twice, never not at all.
    dropTyped(keys);
}

void LiveCounterDesk::noteEntries()
{
    State &state = *m_state;
    for (const PartyEntry entry : partyEntries) {
        if (const auto typed = state.scratch.constFind(entryKey(entry)); typed != state.scratch.cend())
            state.view.entries.insert(entry, *typed);
        state.scratch.remove(entryKey(entry));
    }
}

void LiveCounterDesk::takeEntries()
{
    if (!m_state->isDraft() || m_state->view.entries.isEmpty())
        return;
    const QList<domain::CommandBody> bodies = entryCommands();
    if (bodies.isEmpty())
        settleEntries();
    else
        give(bodies);
}

} // namespace yichuang::desk
