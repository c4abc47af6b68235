// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "viewparts.h"

#include <QCoroFuture>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
namespace cmd = domain::command;

bool LiveCounterDesk::ensureCase()
{
    State &state = *m_state;
    if (state.isDraft())
        return true;
    if (state.view.phase == CounterPhase::Receiving)
        return false;
    if (!state.view.openCase.id.isNull())
        reset();
    m_state->view.openCase = {};
    m_state->view.openCase.id = m_session.clock().newId();
    m_state->view.phase = CounterPhase::Draft;
    if (giveOne(cmd::OpenCase{m_session.rulesDay()}, false))
        return true;
    const auto error = m_state->view.error;
    reset();
    m_state->view.error = error;
    return false;
}

namespace {

bool isTyped(const domain::Party &party)
{
    return party.method == domain::IdentityMethod::Typed;
}

CardAddress addressOn(const device::CardReading &reading)
{
    return {reading.appendedAddresses.isEmpty() ? QString() : reading.card.address, !reading.addressesComplete};
}

} // namespace

void LiveCounterDesk::takeCard(const device::CardReading &reading, int reader)
{
    const domain::Party party = partyFromCard(reading, m_session.clock().now());
    State &state = *m_state;
    const std::optional<domain::Party> &applicant = state.view.openCase.applicant;
    const bool same = applicant && domain::isSamePerson(*applicant, party);
    const bool receiving = state.view.phase == CounterPhase::Receiving;
    if (!m_session.isSignedIn() || (receiving && !same)) {
        dropWaitingCard();
        m_waitingCard = reading;
        m_waitingReader = reader;
        return;
    }
    if (receiving) {
        layCard(reader);
        announce();
        return;
    }
    if ((state.isDraft() || state.handsIn()) && applicant && !same) {
        if (state.isDraft() && (std::exchange(m_expectAgent, false) || isTypedAgent(party))) {
            actFor(party);
            return;
        }
        askAboutCard(reading, party, reader, false);
        return;
    }
    // A number that was typed is the card's, and the name is not: one of the two is wrong, and the clerk says which.
    if ((state.isDraft() || state.handsIn()) && same && isTyped(*applicant) && applicant->name.trimmed() != party.name.trimmed()) {
        askAboutCard(reading, party, reader, true);
        return;
    }
    if ((state.isDraft() || state.handsIn()) && same) {
        layCard(reader);
        if (state.isDraft() && isTyped(*applicant))
            identify(party);
        state.listingConsent = domain::UsePurpose::Consent::HolderPresent;
        state.view.photoBgr = reading.photoBgr;
        state.view.cardAddress = addressOn(reading);
        takeNewerAddress(party, reading.addressesComplete);
        refreshCertificates();
        announce();
        return;
    }
    startCase(party, true);
    m_state->view.photoBgr = reading.photoBgr;
    m_state->view.cardAddress = addressOn(reading);
    layCard(reader);
    m_state->view.readMs = reading.elapsedMs;
    announce();
}

void LiveCounterDesk::askAboutCard(const device::CardReading &reading, const domain::Party &party, int reader, bool namesApplicant)
{
    State &state = *m_state;
    state.view.newcomer = Newcomer{party};
    state.view.newcomer->namesApplicant = namesApplicant;
    state.newcomerReader = reader;
    state.newcomerPhoto = reading.photoBgr;
    state.newcomerAddress = addressOn(reading);
    announce();
}

void LiveCounterDesk::identify(const domain::Party &read)
{
    State &state = *m_state;
    const domain::Party before = *state.view.openCase.applicant;
    const bool sameName = before.name.trimmed() == read.name.trimmed();
    domain::Party party = read;
    // No document has a phone; what they gave before stays theirs.
    party.phone = before.phone;
    if (sameName)
        party.personId = before.personId;
    if (!giveOne(cmd::SetApplicant{party}, false))
        return;
    state.forgetIdentityEdits();
    // Whatever was listed or agreed to under another name was not this person's.
    if (!sameName) {
        state.forgetCertificates();
        state.consented.clear();
    }
    rebuild();
}

void LiveCounterDesk::State::forgetIdentityEdits()
{
    for (auto *steps : {&undo, &redo}) {
        for (QList<domain::CommandBody> &step : *steps)
            step.removeIf([](const domain::CommandBody &body) { return std::holds_alternative<cmd::SetApplicant>(body); });
        steps->removeIf([](const QList<domain::CommandBody> &step) { return step.isEmpty(); });
    }
}

void LiveCounterDesk::takeNewerAddress(const domain::Party &read, bool complete)
{
    // The first reading may have ended before the address notes.
    const domain::Party &now = *m_state->view.openCase.applicant;
    if (!m_state->isDraft() || !complete || now.method != domain::IdentityMethod::ChipRead || now.address == read.address)
        return;
    domain::Party party = now;
    party.address = read.address;
    giveOne(cmd::SetApplicant{party}, false);
}

void LiveCounterDesk::takeWaitingCard()
{
    if (!m_waitingCard)
        return;
    device::CardReading reading = *m_waitingCard;
    dropWaitingCard();
    takeCard(reading, m_waitingReader);
    reading.wipe();
}

void LiveCounterDesk::dropWaitingCard()
{
    if (m_waitingCard)
        m_waitingCard->wipe();
    m_waitingCard.reset();
}

void LiveCounterDesk::layCard(int reader)
{
    m_state->cardReader = reader;
    m_state->view.cardPresent = reader >= 0;
}

void LiveCounterDesk::cardTaken(int reader)
{
    if (m_waitingCard && m_waitingReader == reader)
        dropWaitingCard();
    if (m_state->newcomerReader == reader) {
        m_state->newcomerReader = -1;
        if (m_state->view.newcomer)
            m_state->view.newcomer->lies = false;
    }
    if (m_state->cardReader == reader)
        layCard(-1);
    announce();
}

void LiveCounterDesk::startCase(const domain::Party &party, bool present)
{
    if (!m_state->isDraft() || m_state->view.openCase.applicant)
        reset();
    if (!ensureCase())
        return;
    // A card that lies there has its holder beside it; a typed identity has nobody's word yet.
    if (present)
        m_state->listingConsent = domain::UsePurpose::Consent::HolderPresent;
    setParty(party);
}

void LiveCounterDesk::setParty(const domain::Party &party)
{
    if (giveOne(cmd::SetApplicant{party}, false))
        refreshCertificates();
}

void LiveCounterDesk::setApplicantPhone(const QString &phone)
{
    State &state = *m_state;
    if (!state.isDraft() || !state.view.openCase.applicant)
        return;
    domain::Party party = *state.view.openCase.applicant;
    if (!phone.trimmed().isEmpty()) {
        const auto parsed = domain::parsePhone(phone);
        if (!parsed)
            return fail(parsed.error());
        party.phone = *parsed;
    } else {
        party.phone.clear();
    }
    if (party.phone == state.view.openCase.applicant->phone || giveOne(cmd::SetApplicant{party}))
        dropEntries([](PartyEntry entry, const QString &) { return entry == PartyEntry::ApplicantPhone; });
}

void LiveCounterDesk::resolveNewcomer(NewcomerChoice choice)
{
    if (!m_state->view.newcomer)
        return;
    const domain::Party party = m_state->view.newcomer->party;
    const QByteArray photo = m_state->newcomerPhoto;
    const CardAddress address = std::exchange(m_state->newcomerAddress, {});
    const int reader = std::exchange(m_state->newcomerReader, -1);
    m_state->view.newcomer.reset();
    m_state->newcomerPhoto.clear();
    switch (choice) {
    case NewcomerChoice::NewCase:
        newCase();
        // Whoever took their card along may have left while the question stood.
        startCase(party, reader >= 0);
        layCard(reader);
        m_state->view.photoBgr = photo;
        m_state->view.cardAddress = address;
        break;
    case NewcomerChoice::AsAgent: actFor(party); break;
    case NewcomerChoice::IsApplicant:
        if (!m_state->isDraft() || !m_state->view.openCase.applicant || !domain::isSamePerson(*m_state->view.openCase.applicant, party))
            break;
        identify(party);
        layCard(reader);
        m_state->listingConsent = reader >= 0 ? std::optional(domain::UsePurpose::Consent::HolderPresent) : std::nullopt;
        m_state->view.photoBgr = photo;
        m_state->view.cardAddress = address;
        refreshCertificates();
        break;
    case NewcomerChoice::Ignore:
        break;
    }
    announce();
}

void LiveCounterDesk::reveal(const QString &what)
{
    if (!m_state->view.openCase.id.isNull())
        revealNow(m_state, what);
}

QCoro::Task<> LiveCounterDesk::revealNow(StatePtr state, QString what)
{
    const auto recorded = co_await state->session->audit(u"reveal"_s, state->view.openCase.id, what);
    if (!state->isCurrent())
        co_return;
    // What could not be put on record is not shown.
    if (!recorded) {
        state->desk->fail(recorded.error());
        co_return;
    }
    state->view.numberRevealed = true;
    state->desk->announce();
}

} // namespace yichuang::desk
