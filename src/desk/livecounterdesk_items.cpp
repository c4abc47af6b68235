// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "purposes.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <domain/caserules.h>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
namespace cmd = domain::command;

cmd::AddItem LiveCounterDesk::addItemBody(const domain::ServiceItem &item) const
{
    return domain::addItemFor(item, m_session.clock().newId());
}

cmd::ChooseLifeEvent LiveCounterDesk::selection(const QString &eventId, int version, const QList<domain::SelectedStep> &steps) const
{
    return domain::selectionOf(m_state->view.openCase, eventId, version, steps, [this] { return m_session.clock().newId(); });
}

void LiveCounterDesk::chooseLifeEvent(const QString &id)
{
    if (!ensureCase())
        return;
    const QDate day = m_state->view.openCase.rulesDay;
    const domain::LifeEvent *event = m_session.catalogue().lifeEvent(id, day);
    if (!event)
        return fail({FailureCode::CatalogueUnknownEvent, id, false});
    const auto steps = domain::selectSteps(m_session.catalogue(), *event, m_state->view.openCase.answers, day);
    if (giveOne(selection(event->id, event->version, steps)))
        pullWanted();
}

void LiveCounterDesk::addItem(const QString &id)
{
    if (!ensureCase())
        return;
    const domain::Case &now = m_state->view.openCase;
    const domain::ServiceItem *item = m_session.catalogue().item(id, now.rulesDay);
    if (!item)
        return fail({FailureCode::CatalogueUnknownItem, id, false});
    if (!item->isOfferedOn(now.rulesDay))
        return fail({FailureCode::CatalogueSuspended, id, false});
    const bool isThere = std::any_of(now.parts.cbegin(), now.parts.cend(), [&](const domain::CasePart &part) { return part.itemId == id; });
    const QList<domain::CommandBody> bodies = isThere ? QList<domain::CommandBody>{addItemBody(*item)} : partChanges(now.answers, {id});
    if (bodies.isEmpty())
        return fail({FailureCode::CaseUnknownItem, id, false});
    if (give(bodies))
        pullWanted();
}

void LiveCounterDesk::removeItem(const domain::PartId &partId)
{
    if (m_state->isDraft())
        giveOne(cmd::RemoveItem{partId});
}

void LiveCounterDesk::answer(const QString &key, const QStringList &answers)
{
    if (!m_state->isDraft())
        return;
    QMap<QString, QStringList> given = m_state->view.openCase.answers;
    if (given.contains(key) && given.value(key) == answers)
        return;
    given.insert(key, answers);
    // The parts follow in the same action, so that one undo takes back both.
    if (give(QList<domain::CommandBody>{cmd::AnswerSituation{key, answers}} + partChanges(given, {})))
        pullWanted();
}

QList<domain::CommandBody> LiveCounterDesk::partChanges(const QMap<QString, QStringList> &answers, const QStringList &wished) const
{
    const domain::Case &now = m_state->view.openCase;
    const QList<domain::SelectedStep> steps = domain::selectParts(m_session.catalogue(), now, answers, wished);
    if (!now.lifeEventId.isEmpty()) {
        const cmd::ChooseLifeEvent body = selection(now.lifeEventId, now.lifeEventVersion, steps);
        return body == domain::wholeSelection(now) ? QList<domain::CommandBody>() : QList<domain::CommandBody>{body};
    }
    QList<domain::CommandBody> bodies;
    QSet<QString> wanted;
    for (const domain::SelectedStep &step : steps)
        wanted.insert(step.item->id);
    for (const domain::CasePart &part : now.parts) {
        if (!wanted.remove(part.itemId))
            bodies.append(cmd::RemoveItem{part.id});
    }
    for (const domain::SelectedStep &step : steps) {
        if (wanted.contains(step.item->id))
            bodies.append(addItemBody(*step.item));
    }
    return bodies;
}

QMap<QString, QStringList> LiveCounterDesk::certificatesForForm() const
{
    const State &state = *m_state;
    const QDate day = state.isDraft() ? m_session.clock().today() : state.view.openCase.rulesDay;
    const auto input = domain::planInputFor(m_session.catalogue(), state.view.openCase, state.certificates, state.faces, day);
    return input ? domain::certificatesToFill(*input, state.view.plan) : QMap<QString, QStringList>();
}

void LiveCounterDesk::pullWanted()
{
    State &state = *m_state;
    if (state.personId.isEmpty() || state.view.listing != ListingState::Ready)
        return;
    QMap<QString, QStringList> byItem;
    const auto want = [&state, &byItem](const QString &itemId, const QString &identifier) {
        if (identifier.isEmpty() || state.asked.contains(identifier))
            return;
        state.asked.insert(identifier);
        byItem[itemId].append(identifier);
    };
    for (const domain::PlannedMaterial &material : state.view.plan.materials) {
        if (!material.uses.isEmpty())
            want(material.uses.first().itemId, material.certificateIdentifier);
    }
    const QMap<QString, QStringList> toFill = certificatesForForm();
    for (auto it = toFill.cbegin(); it != toFill.cend(); ++it) {
        for (const QString &identifier : it.value())
            want(it.key(), identifier);
    }
    for (auto it = byItem.cbegin(); it != byItem.cend(); ++it) {
        wire::PullRequest request{state.personId, it.value(), purpose(domain::UsePurpose::Consent::ItemRequires, it.key())};
        pull(m_state, request, false);
    }
}

QCoro::Task<> LiveCounterDesk::pull(StatePtr state, wire::PullRequest request, bool openAfter)
{
    const auto answer = co_await state->session->client().pullCertificates(request);
    if (!state->isCurrent())
        co_return;
    if (!answer) {
        for (const QString &identifier : request.identifiers)
            state->asked.remove(identifier);
        // Offline the case goes on without face data; only an explicit wish deserves a message.
        if (openAfter)
            state->desk->fail(answer.error());
        co_return;
    }
    // What is pulled again takes the place of what was pulled before.
    state->faces.removeIf([&](const domain::ECertificate &face) { return request.identifiers.contains(face.summary.identifier); });
    state->faces.append(answer->certificates);
    [[maybe_unused]] const auto kept = state->session->store()->saveFaces(state->personId, answer->certificates);
    // The clerk may have opened another certificate meanwhile: that one stays.
    const std::optional<domain::ECertificate> &shown = state->view.openedCertificate;
    const bool isAwaited = !shown || request.identifiers.contains(shown->summary.identifier);
    if (openAfter && isAwaited && !answer->certificates.isEmpty())
        showFace(state, answer->certificates.first());
    if (openAfter && !answer->refused.isEmpty())
        state->view.error = domain::Error{answer->refused.first().code, {}, false};
    state->desk->rebuild();
}

void LiveCounterDesk::openCertificate(const QString &identifier)
{
    State &state = *m_state;
    const auto isIt = [&identifier](const auto &one) { return one.identifier == identifier; };
    const auto listed = std::find_if(state.certificates.cbegin(), state.certificates.cend(), isIt);
    if (listed == state.certificates.cend())
        return;
    domain::ECertificate bare;
    bare.summary = *listed;
    state.view.openedCertificate = bare;
    state.view.contentsRevealed = false;
    ++state.certificatesOpened;
    const auto face = std::find_if(state.faces.cbegin(), state.faces.cend(), [&isIt](const domain::ECertificate &one) { return isIt(one.summary); });
    const QString itemId = itemAskingFor(state.view.plan, identifier);
    if (face != state.faces.cend()) {
        showFace(m_state, *face);
    } else if (!itemId.isEmpty() && !state.personId.isEmpty() && !state.view.holderAbsent) {
        state.asked.insert(identifier);
        pull(m_state, {state.personId, {identifier}, purpose(domain::UsePurpose::Consent::ItemRequires, itemId)}, true);
    }
    announce();
}

QCoro::Task<> LiveCounterDesk::showFace(StatePtr state, domain::ECertificate face)
{
    const int opening = state->certificatesOpened;
    const auto recorded = co_await state->session->audit(u"reveal"_s, state->view.openCase.id, u"certificate:"_s + face.summary.typeId);
    // It was closed, or another one opened.
    if (!state->isCurrent() || state->certificatesOpened != opening)
        co_return;
    // What could not be put on record is not shown.
    if (recorded) {
        state->view.openedCertificate = face;
        state->view.contentsRevealed = false;
    } else {
        state->view.setError(recorded.error());
    }
    state->desk->announce();
}

void LiveCounterDesk::revealCertificate()
{
    const std::optional<domain::ECertificate> &opened = m_state->view.openedCertificate;
    if (opened && opened->fetchedAt.isValid() && !m_state->view.contentsRevealed)
        revealContents(m_state, opened->summary.typeId);
}

QCoro::Task<> LiveCounterDesk::revealContents(StatePtr state, QString typeId)
{
    const int opening = state->certificatesOpened;
    const auto recorded = co_await state->session->audit(u"reveal"_s, state->view.openCase.id, u"contents:"_s + typeId);
    if (!state->isCurrent() || state->certificatesOpened != opening)
        co_return;
    if (recorded)
        state->view.contentsRevealed = true;
    else
        state->view.setError(recorded.error());
    state->desk->announce();
}

void LiveCounterDesk::pullWithConsent(const QString &identifier)
{
    if (m_state->personId.isEmpty())
        return;
    const QList<domain::CertificateSummary> &listed = m_state->certificates;
    const auto asked = std::find_if(listed.cbegin(), listed.cend(), [&](const auto &summary) { return summary.identifier == identifier; });
    if (asked == listed.cend())
        return;
    pullConsented(m_state, {m_state->personId, {identifier}, purpose(domain::UsePurpose::Consent::ExplicitConsent, {})}, asked->typeId);
}

QCoro::Task<> LiveCounterDesk::pullConsented(StatePtr state, wire::PullRequest request, QString typeId)
{
    const auto recorded = co_await state->session->audit(u"consent"_s, state->view.openCase.id, typeId);
    if (!state->isCurrent())
        co_return;
    if (!recorded) {
        state->desk->fail(recorded.error());
        co_return;
    }
    for (const QString &identifier : std::as_const(request.identifiers)) {
        state->consented.insert(identifier);
        // Lost, it has to be given again; the record of it stays.
        [[maybe_unused]] const auto kept = state->session->store()->saveConsent(state->view.openCase.id, identifier);
    }
    pull(state, request, true);
}

void LiveCounterDesk::closeCertificate()
{
    ++m_state->certificatesOpened;
    m_state->view.openedCertificate.reset();
    m_state->view.contentsRevealed = false;
    closeFile();
}

} // namespace yichuang::desk
