// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <domain/authority.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
namespace cmd = domain::command;

domain::UsePurpose LiveCounterDesk::purpose(domain::UsePurpose::Consent consent, const QString &itemId) const
{
    domain::UsePurpose use;
    const QList<domain::PurposeCategory> &categories = m_session.catalogue().content().purposes;
    use.category = categories.isEmpty() ? u"acceptance"_s : categories.first().id;
    use.reason = categories.isEmpty() ? u"acceptance"_s : categories.first().name;
    use.itemId = itemId;
    use.caseId = m_state->view.openCase.id.toString(QUuid::WithoutBraces);
    use.consent = consent;
    return use;
}

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
    if (giveOne(cmd::OpenCase{m_session.clock().today()}, false))
        return true;
    const auto error = m_state->view.error;
    reset();
    m_state->view.error = error;
    return false;
}

namespace {

CardAddress addressOn(const device::CardReading &reading)
{
    return {reading.appendedAddresses.isEmpty() ? QString() : reading.card.address, !reading.addressesComplete};
}

} // namespace

void LiveCounterDesk::takeCard(const device::CardReading &reading)
{
    const domain::Party party = partyFromCard(reading, m_session.clock().now());
    State &state = *m_state;
    const std::optional<domain::Party> &applicant = state.view.openCase.applicant;
    const bool same = applicant && applicant->number == party.number && applicant->documentKind == party.documentKind;
    const bool receiving = state.view.phase == CounterPhase::Receiving;
    if (!m_session.isSignedIn() || (receiving && !same)) {
        dropWaitingCard();
        m_waitingCard = reading;
        return;
    }
    if (receiving) {
        state.view.cardPresent = true;
        announce();
        return;
    }
    if (state.isDraft() && applicant && !same) {
        if (std::exchange(m_expectAgent, false)) {
            domain::Agency agency = state.view.openCase.agency.value_or(domain::Agency());
            agency.agent = party;
            setAgency(agency);
            return;
        }
        state.view.newcomer = Newcomer{party};
        state.newcomerPhoto = reading.photoBgr;
        state.newcomerAddress = addressOn(reading);
        announce();
        return;
    }
    if ((state.isDraft() || state.handsIn()) && same) {
        state.view.cardPresent = true;
        state.view.photoBgr = reading.photoBgr;
        state.view.cardAddress = addressOn(reading);
        takeNewerAddress(party, reading.addressesComplete);
        refreshCertificates();
        announce();
        return;
    }
    startCase(party);
    m_state->view.photoBgr = reading.photoBgr;
    m_state->view.cardAddress = addressOn(reading);
    m_state->view.cardPresent = true;
    m_state->view.readMs = reading.elapsedMs;
    announce();
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
    takeCard(reading);
    reading.wipe();
}

void LiveCounterDesk::dropWaitingCard()
{
    if (m_waitingCard)
        m_waitingCard->wipe();
    m_waitingCard.reset();
}

void LiveCounterDesk::cardTaken()
{
    dropWaitingCard();
    m_state->view.cardPresent = false;
    announce();
}

void LiveCounterDesk::startCase(const domain::Party &party)
{
    if (!m_state->isDraft() || m_state->view.openCase.applicant)
        reset();
    if (ensureCase())
        setParty(party);
}

void LiveCounterDesk::setParty(const domain::Party &party)
{
    if (giveOne(cmd::SetApplicant{party}, false))
        refreshCertificates();
}

void LiveCounterDesk::setTypedApplicant(const domain::Party &party, const QString &secondNumber)
{
    const QDate today = m_session.clock().today();
    const auto number = domain::parsePersonNumber(party.documentKind, party.number, today);
    if (!number)
        return fail(number.error());
    const auto second = domain::parsePersonNumber(party.documentKind, secondNumber, today);
    if (!second || *second != *number)
        return fail({FailureCode::IdentifierMismatch, u"the two numbers differ"_s, false});
    if (party.name.trimmed().isEmpty() || party.typedReason.trimmed().isEmpty())
        return fail({FailureCode::CaseReasonRequired, u"name and reason are required"_s, false});
    domain::Party typed = party;
    typed.number = *number;
    typed.name = party.name.trimmed();
    typed.method = domain::IdentityMethod::Typed;
    typed.readAt = m_session.clock().now();
    if (const auto citizen = domain::CitizenNumber::parse(*number, today); citizen && party.documentKind == "111"_L1) {
        typed.birth = citizen->birthDate();
        typed.sex = citizen->sex();
    }
    startCase(typed);
    m_session.audit(u"typed-identity"_s, m_state->view.openCase.id, u"applicant"_s);
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
    if (party.phone != state.view.openCase.applicant->phone)
        giveOne(cmd::SetApplicant{party});
}

void LiveCounterDesk::resolveNewcomer(NewcomerChoice choice)
{
    if (!m_state->view.newcomer)
        return;
    const domain::Party party = m_state->view.newcomer->party;
    const QByteArray photo = m_state->newcomerPhoto;
    const CardAddress address = std::exchange(m_state->newcomerAddress, {});
    m_state->view.newcomer.reset();
    m_state->newcomerPhoto.clear();
    switch (choice) {
    case NewcomerChoice::NewCase:
        newCase();
        startCase(party);
        m_state->view.photoBgr = photo;
        m_state->view.cardAddress = address;
        m_state->view.cardPresent = true;
        break;
    case NewcomerChoice::AsAgent: {
        domain::Agency agency = m_state->view.openCase.agency.value_or(domain::Agency());
        agency.agent = party;
        setAgency(agency);
        break;
    }
    case NewcomerChoice::Ignore:
        break;
    }
    announce();
}

void LiveCounterDesk::expectAgentCard(bool expect)
{
    m_expectAgent = expect;
}

void LiveCounterDesk::setAgency(const std::optional<domain::Agency> &agency)
{
    if (!m_state->isDraft())
        return;
    std::optional<domain::Agency> now = agency;
    if (now)
        now->authority = domain::authorityProof(now->capacity).key;
    QList<domain::CommandBody> bodies{cmd::SetAgency{now}};
    // What proved another right proves nothing for this one.
    const std::optional<domain::Agency> &before = m_state->view.openCase.agency;
    const QString old = before ? before->authority : QString();
    if ((!now || now->authority != old) && m_state->view.openCase.materials.contains(old))
        bodies.append(cmd::SetMaterial{old, std::nullopt});
    give(bodies);
}

void LiveCounterDesk::refreshCertificates()
{
    State &state = *m_state;
    if (!state.view.openCase.applicant || !m_session.store())
        return;
    const domain::Party &party = *state.view.openCase.applicant;
    state.view.listing = ListingState::Loading;
    state.listTimer.start();
    wire::ListingRequest request;
    request.holder = {party.documentKind, party.number, party.name};
    request.purpose = purpose(domain::UsePurpose::Consent::HolderPresent, {});
    list(m_state, request);
    announce();
}

QCoro::Task<> LiveCounterDesk::list(StatePtr state, wire::ListingRequest request)
{
    const auto answer = co_await state->session->client().listCertificates(request);
    if (!state->isCurrent())
        co_return;
    CounterView &view = state->view;
    view.listMs = state->listTimer.elapsed();
    if (answer) {
        state->certificates = answer->certificates;
        state->personId = answer->personId;
        view.listing = ListingState::Ready;
        view.listedAt = answer->asOf;
        view.listingUsableUntil = answer->usableUntil;
        const store::CachedListing cache{answer->personId, answer->asOf, answer->usableUntil, answer->certificates, {}};
        [[maybe_unused]] const auto kept
            = state->session->store()->saveListing(cache, request.holder.documentKind, request.holder.number);
        domain::Party party = *view.openCase.applicant;
        if (state->isDraft() && party.personId != answer->personId) {
            party.personId = answer->personId;
            state->desk->giveOne(cmd::SetApplicant{party}, false);
        }
        state->desk->rebuild();
        state->desk->pullWanted();
        co_return;
    }
    const auto cached = co_await state->session->store()->listingFor(request.holder.documentKind, request.holder.number);
    if (!state->isCurrent())
        co_return;
    if (cached && cached->usableUntil > state->session->clock().now()) {
        state->certificates = cached->certificates;
        state->faces = cached->faces;
        state->personId = cached->personId;
        view.listedAt = cached->asOf;
        view.listingUsableUntil = cached->usableUntil;
        view.listing = ListingState::Cached;
    } else {
        view.listing = answer.error().retryable ? ListingState::Offline : ListingState::Failed;
        if (view.listing == ListingState::Failed)
            view.error = answer.error();
    }
    state->desk->rebuild();
}

void LiveCounterDesk::reveal(const QString &what)
{
    if (m_state->view.openCase.id.isNull())
        return;
    m_session.audit(u"reveal"_s, m_state->view.openCase.id, what);
    m_state->view.numberRevealed = true;
    announce();
}

} // namespace yichuang::desk
