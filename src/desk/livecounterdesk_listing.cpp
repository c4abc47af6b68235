// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "lookupviews.h"
#include "offlineentry.h"
#include "purposes.h"

#include <QCoroFuture>
#include <algorithm>
#include <functional>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using Consent = domain::UsePurpose::Consent;
namespace cmd = domain::command;

namespace {

/** Nothing kept is an answer; a store that does not tell is none. */
bool cannotBeRead(const domain::Result<store::CachedListing> &kept)
{
    return !kept && kept.error().code != domain::FailureCode::StoreNotFound;
}

} // namespace

bool LiveCounterDesk::State::takeKept(const domain::Result<store::CachedListing> &kept)
{
    if (!kept || kept->usableUntil <= session->clock().now())
        return false;
    certificates = kept->certificates;
    keptFaces = kept->faces;
    personId = kept->personId;
    view.listedAt = kept->asOf;
    view.listingUsableUntil = kept->usableUntil;
    view.listing = ListingState::Cached;
    return true;
}

void LiveCounterDesk::State::forgetCertificates()
{
    certificates.clear();
    faces.clear();
    keptFaces.clear();
    asked.clear();
    personId.clear();
    view.openedCertificate.reset();
    view.contentsRevealed = false;
    view.file = {};
    view.listedAt = {};
    view.listingUsableUntil = {};
}

void LiveCounterDesk::State::refuseListing(const domain::Error &why)
{
    forgetCertificates();
    view.listing = ListingState::Failed;
    view.error = why;
}

domain::UsePurpose LiveCounterDesk::purpose(Consent consent, const QString &itemId) const
{
    return purposeFor(m_session.catalogue(), m_state->view.openCase, consent, itemId);
}

void LiveCounterDesk::refreshCertificates()
{
    State &state = *m_state;
    if (!state.view.openCase.applicant || !m_session.store())
        return;
    const domain::Party &party = *state.view.openCase.applicant;
    state.view.holderAbsent = !state.listingConsent;
    state.view.listing = ListingState::Loading;
    if (state.listingConsent) {
        state.listTimer.start();
        wire::ListingRequest request;
        request.holder = {party.documentKind, party.number, party.name};
        request.purpose = purpose(*state.listingConsent, {});
        list(m_state, request);
    } else {
        showKept(m_state, party);
    }
    announce();
}

void LiveCounterDesk::listWithConsent()
{
    if (!m_state->view.openCase.applicant)
        return;
    m_state->view.listing = ListingState::Loading;
    listConsented(m_state);
    announce();
}

QCoro::Task<> LiveCounterDesk::listConsented(StatePtr state)
{
    const auto recorded = co_await state->session->audit(u"consent"_s, state->view.openCase.id, u"listing"_s);
    if (!state->isCurrent())
        co_return;
    // A consent that could not be put on record is none: what is kept is shown again.
    if (recorded) {
        state->listingConsent = Consent::ExplicitConsent;
        state->consented.insert(State::toBeListed);
        [[maybe_unused]] const auto kept = state->session->store()->saveConsent(state->view.openCase.id, State::toBeListed);
    } else {
        state->desk->fail(recorded.error());
    }
    state->desk->refreshCertificates();
}

QCoro::Task<> LiveCounterDesk::showKept(StatePtr state, domain::Party party)
{
    const store::ListingHolder holder{party.documentKind, party.number, party.name};
    const auto kept = co_await state->session->store()->listingFor(holder);
    // A card or the holder's word may have come meanwhile, and with it the exchange's own answer.
    if (!state->isCurrent() || state->listingConsent || !state->isFor(party.number, party.name))
        co_return;
    if (cannotBeRead(kept)) {
        state->view.listing = ListingState::Failed;
        state->view.setError(kept.error());
    } else if (!state->mayShowKept(party) || !state->takeKept(kept)) {
        state->view.listing = ListingState::AwaitsHolder;
    }
    state->desk->rebuild();
}

QCoro::Task<> LiveCounterDesk::list(StatePtr state, wire::ListingRequest request)
{
    const domain::CommandId refused = state->refused;
    const store::ListingHolder holder{request.holder.documentKind, request.holder.number, request.holder.name};
    const auto answer = co_await state->session->client().listCertificates(request);
    if (!state->isCurrent() || !state->isFor(holder.number, holder.name))
        co_return;
    CounterView &view = state->view;
    view.listMs = state->listTimer.elapsed();
    if (answer) {
        state->certificates = answer->certificates;
        // The exchange gives what is asked for, and puts that on record.
        state->keptFaces.clear();
        state->listedAfter = refused;
        state->personId = answer->personId;
        view.listing = ListingState::Ready;
        view.lookedUpBy = request.purpose->consent;
        view.listedAt = answer->asOf;
        view.listingUsableUntil = answer->usableUntil;
        const store::CachedListing cache{answer->personId, answer->asOf, answer->usableUntil, answer->certificates, {}};
        [[maybe_unused]] const auto kept
            = state->session->store()->saveListing(cache, holder);
        domain::Party party = *view.openCase.applicant;
        if (state->isDraft() && party.personId != answer->personId) {
            party.personId = answer->personId;
            state->desk->giveOne(cmd::SetApplicant{party}, false);
        }
        state->desk->rebuild();
        state->desk->pullWanted();
        co_return;
    }
    if (!answer.error().retryable && !isAway(answer.error())) {
        state->refuseListing(answer.error());
        state->desk->rebuild();
        co_return;
    }
    const auto kept = co_await state->session->store()->listingFor(holder);
    if (!state->isCurrent())
        co_return;
    if (cannotBeRead(kept)) {
        view.listing = ListingState::Failed;
        view.setError(kept.error());
    } else if (!state->takeKept(kept)) {
        view.listing = ListingState::Offline;
    }
    state->desk->rebuild();
}

bool LiveCounterDesk::admitKeptFaces()
{
    State &state = *m_state;
    if (state.keptFaces.isEmpty())
        return false;
    const QMap<QString, QStringList> toFill = certificatesForForm();
    const auto mayShow = [&](const domain::ECertificate &face) {
        const QString &identifier = face.summary.identifier;
        const bool fills = std::any_of(toFill.cbegin(), toFill.cend(), [&](const QStringList &one) { return one.contains(identifier); });
        return fills || state.consented.contains(identifier) || !itemAskingFor(state.view.plan, identifier).isEmpty();
    };
    const auto admitted = std::stable_partition(state.keptFaces.begin(), state.keptFaces.end(), std::not_fn(mayShow));
    const bool some = admitted != state.keptFaces.end();
    for (auto face = admitted; face != state.keptFaces.end(); ++face) {
        const auto isSame = [face](const domain::ECertificate &one) { return one.summary.identifier == face->summary.identifier; };
        // What was pulled for this case is newer.
        if (std::none_of(state.faces.cbegin(), state.faces.cend(), isSame))
            state.faces.append(*face);
    }
    state.keptFaces.erase(admitted, state.keptFaces.end());
    return some;
}

void LiveCounterDesk::openLookups()
{
    State &state = *m_state;
    if (!state.view.openCase.applicant)
        return;
    const domain::PersonId &known = state.personId.isEmpty() ? state.view.openCase.applicant->personId : state.personId;
    state.view.lookups.clear();
    state.view.lookupsError.reset();
    // Somebody who was never listed has no id and no record.
    state.view.lookupsState = known.isEmpty() ? LookupsState::Ready : LookupsState::Loading;
    if (!known.isEmpty())
        readLookups(m_state, {known, {}});
    announce();
}

void LiveCounterDesk::closeLookups()
{
    m_state->view.lookupsState = LookupsState::Closed;
    m_state->view.lookups.clear();
    announce();
}

QCoro::Task<> LiveCounterDesk::readLookups(StatePtr state, wire::LookupQuery query)
{
    const auto page = co_await state->session->client().findLookups(query);
    if (!state->isCurrent() || state->view.lookupsState != LookupsState::Loading)
        co_return;
    CounterView &view = state->view;
    if (page) {
        view.lookups = lookupViews(page->lookups, state->session->catalogue(), view.openCase.id);
        for (LookupView &lookup : view.lookups) {
            if (lookup.windowId == state->session->actor().windowId)
                lookup.windowName = state->session->who().windowName;
        }
        view.lookupsState = LookupsState::Ready;
    } else {
        view.lookupsError = page.error();
        view.lookupsState = page.error().retryable ? LookupsState::Offline : LookupsState::Failed;
    }
    state->desk->announce();
}

} // namespace yichuang::desk
