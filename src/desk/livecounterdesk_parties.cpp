// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"

#include <QCoroFuture>
#include <domain/authority.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
namespace cmd = domain::command;

namespace {

/** What was typed instead of read, once it stands: a number of its kind, given twice, a name, and why nothing was read. */
domain::Result<domain::Party> typedIdentity(const domain::Party &party, const QString &secondNumber, const domain::Clock &clock)
{
    const QDate today = clock.today();
    const auto number = domain::parsePersonNumber(party.documentKind, party.number, today);
    if (!number)
        return tl::unexpected(number.error());
    const auto second = domain::parsePersonNumber(party.documentKind, secondNumber, today);
    if (!second || *second != *number)
        return domain::failure(FailureCode::IdentifierMismatch, u"the two numbers differ"_s);
    if (party.name.trimmed().isEmpty() || party.typedReason.trimmed().isEmpty())
        return domain::failure(FailureCode::CaseReasonRequired, u"name and reason are required"_s);
    domain::Party typed = party;
    typed.number = *number;
    typed.name = party.name.trimmed();
    typed.method = domain::IdentityMethod::Typed;
    typed.readAt = clock.now();
    if (const auto citizen = domain::CitizenNumber::parse(*number, today); citizen && party.documentKind == "111"_L1) {
        typed.birth = citizen->birthDate();
        typed.sex = citizen->sex();
    }
    return typed;
}

} // namespace

void LiveCounterDesk::setTypedApplicant(const domain::Party &party, const QString &secondNumber)
{
    const auto typed = typedIdentity(party, secondNumber, m_session.clock());
    if (!typed)
        return fail(typed.error());
    startCase(*typed, false);
    recordTyped(m_state, u"applicant"_s);
}

QCoro::Task<> LiveCounterDesk::recordTyped(StatePtr state, QString whose)
{
    const auto recorded = co_await state->session->audit(u"typed-identity"_s, state->view.openCase.id, whose);
    // The reason for typing is in the case all the same; that it is not in this desk's records too must not go unseen.
    if (!recorded && state->isCurrent())
        state->desk->fail(recorded.error());
}

void LiveCounterDesk::setTypedAgent(const domain::Party &party, const QString &secondNumber)
{
    const domain::Case &onCase = m_state->view.openCase;
    // What a chip says is never typed over.
    if (!m_state->isDraft() || !onCase.applicant || (onCase.agency && onCase.agency->agent.method == domain::IdentityMethod::ChipRead))
        return;
    const auto typed = typedIdentity(party, secondNumber, m_session.clock());
    if (!typed)
        return fail(typed.error());
    if (domain::isSamePerson(*typed, *onCase.applicant))
        return fail({FailureCode::CaseAgentAuthority, u"agent is the applicant"_s, false});
    // The next card is whoever's it is.
    m_expectAgent = false;
    actFor(*typed);
    recordTyped(m_state, u"agent"_s);
}

bool LiveCounterDesk::isTypedAgent(const domain::Party &party) const
{
    const std::optional<domain::Agency> &agency = m_state->view.openCase.agency;
    return agency && agency->agent.method == domain::IdentityMethod::Typed && domain::isSamePerson(agency->agent, party);
}

void LiveCounterDesk::expectAgentCard(bool expect)
{
    m_expectAgent = expect;
}

void LiveCounterDesk::actFor(const domain::Party &agent)
{
    // What was said and compared of one person says nothing of another, and a paper names its agent.
    const std::optional<domain::Agency> &before = m_state->view.openCase.agency;
    const bool same = before && domain::isSamePerson(before->agent, agent);
    domain::Agency agency = same ? *before : domain::Agency();
    agency.authorityChecked = same && before->authorityChecked && before->agent.name == agent.name;
    agency.agent = agent;
    // No document has a phone; what they gave before stays theirs.
    if (same && agent.phone.isEmpty())
        agency.agent.phone = before->agent.phone;
    setAgency(agency);
}

void LiveCounterDesk::setAgency(const std::optional<domain::Agency> &agency)
{
    if (!m_state->isDraft())
        return;
    std::optional<domain::Agency> now = agency;
    if (now)
        now->authority = domain::authorityProof(now->capacity).key;
    QList<domain::CommandBody> bodies{cmd::SetAgency{now}};
    // What proved another right, or somebody else's, proves nothing for this one.
    const std::optional<domain::Agency> &before = m_state->view.openCase.agency;
    const QString old = before ? before->authority : QString();
    const bool samePerson = now && before && domain::isSamePerson(now->agent, before->agent);
    const bool stands = samePerson && now->authority == old;
    if (!stands && m_state->view.openCase.materials.contains(old))
        bodies.append(cmd::SetMaterial{old, std::nullopt});
    if (!give(bodies))
        return;
    // What is half typed of one person says nothing of another.
    if (!samePerson)
        forgetAgentEntries();
}

} // namespace yichuang::desk
