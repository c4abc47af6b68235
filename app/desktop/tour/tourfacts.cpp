// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tourfacts.h"

#include "../program.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto askAgain = 100ms;

} // namespace

TourFacts::TourFacts(Program &program, QString secret)
    : m_program(program)
    , m_secret(std::move(secret))
{
}

TourFacts::~TourFacts() = default;

QCoro::Task<remote::ExchangeClient *> TourFacts::as(QString login)
{
    if (const auto known = m_clients.find(login); known != m_clients.end())
        co_return known->second.get();
    auto client = std::make_unique<remote::ExchangeClient>(m_program.endpoint(), m_program.clock());
    const auto session = co_await client->signIn(login, m_secret);
    if (!session)
        co_return nullptr;
    co_return m_clients.emplace(login, std::move(client)).first->second.get();
}

QCoro::Task<int> TourFacts::listed(domain::Party holder, domain::UsePurpose purpose)
{
    remote::ExchangeClient *clerk = co_await as(u"clerk02"_s);
    if (!clerk)
        co_return -1;
    wire::ListingRequest request;
    request.holder = {holder.documentKind, holder.number, holder.name};
    request.purpose = purpose;
    const auto answer = co_await clerk->listCertificates(request);
    co_return answer ? int(answer->certificates.size()) : -1;
}

QCoro::Task<domain::Case> TourFacts::atExchange(domain::CaseId id, std::function<bool(const domain::Case &)> wished, int timeoutMs)
{
    remote::ExchangeClient *supervisor = co_await as(u"super01"_s);
    domain::Case last;
    if (!supervisor)
        co_return last;
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < timeoutMs) {
        const auto answer = co_await supervisor->caseById(id);
        if (answer)
            last = answer->snapshot;
        if (answer && wished(last))
            break;
        co_await QCoro::sleepFor(askAgain);
    }
    co_return last;
}

QCoro::Task<store::StoredCase> TourFacts::inStore(domain::CaseId id, std::function<bool(const store::StoredCase &)> wished, int timeoutMs)
{
    store::StoredCase last;
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < timeoutMs && m_program.session().store()) {
        const auto answer = co_await m_program.session().store()->readBack(id);
        if (answer)
            last = *answer;
        if (answer && wished(last))
            break;
        co_await QCoro::sleepFor(askAgain);
    }
    co_return last;
}

QCoro::Task<std::optional<wire::ReviewEntry>> TourFacts::listedPart(domain::PartId part, QString departmentId, QString state)
{
    remote::ExchangeClient *reviewer = co_await as(departmentId + u"01"_s);
    if (!reviewer)
        co_return std::nullopt;
    const auto page = co_await reviewer->reviews(state, {}, 200);
    const QList<wire::ReviewEntry> entries = page ? page->entries : QList<wire::ReviewEntry>();
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [part](const wire::ReviewEntry &entry) { return entry.partId == part; });
    if (found == entries.cend())
        co_return std::nullopt;
    co_return *found;
}

QCoro::Task<QString> TourFacts::review(domain::PartId part, QString departmentId, remote::ReviewVerb verb, wire::ReviewAction action)
{
    remote::ExchangeClient *reviewer = co_await as(departmentId + u"01"_s);
    if (!reviewer)
        co_return u"the reviewer cannot sign in"_s;
    const auto before = co_await reviewer->review(part);
    if (!before)
        co_return u"the reviewer cannot read the part: "_s + domain::failureText(before.error().code);
    qint64 revision = before->part.revision;
    if (before->part.state != domain::PartState::Received) {
        wire::ReviewAction take;
        take.commandId = m_program.clock().newId();
        take.baseRevision = revision;
        const auto taken = co_await reviewer->act(part, remote::ReviewVerb::Take, take);
        if (!taken)
            co_return u"the reviewer cannot take the part: "_s + domain::failureText(taken.error().code);
        const auto now = co_await reviewer->review(part);
        if (!now)
            co_return u"the reviewer cannot read the part again: "_s + domain::failureText(now.error().code);
        revision = now->part.revision;
    }
    action.commandId = m_program.clock().newId();
    action.baseRevision = revision;
    const auto acted = co_await reviewer->act(part, verb, action);
    if (!acted)
        co_return u"the reviewer cannot decide: "_s + domain::failureText(acted.error().code);
    co_return QString();
}

} // namespace yichuang::app
