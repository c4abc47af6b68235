// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "feed.h"

#include <algorithm>
#include <limits>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** So many events at once concern everybody: reading them all would cost more than asking for each call. */
constexpr int mostNews = 1000;

/** Clerks see the cases they opened, reviewers the parts of their department, supervisors and auditors everything. */
domain::Result<casestore::EventFilter> filterFor(const wire::Operator &who)
{
    switch (who.role) {
    case domain::Role::Clerk:
        return casestore::EventFilter{who.id, {}};
    case domain::Role::Reviewer:
        return casestore::EventFilter{{}, who.departmentId};
    case domain::Role::Supervisor:
    case domain::Role::Auditor:
        return casestore::EventFilter{};
    default:
        return domain::failure(FailureCode::RoleForbidden);
    }
}

} // namespace

Feed::Feed(Database &database)
    : m_database(database)
    , m_thread([this] { run(); })
{
}

Feed::~Feed()
{
    stop();
}

domain::Result<wire::FeedAnswer> Feed::look(const casestore::EventFilter &filter, qint64 after, int limit)
{
    return m_database.read([&](Session &session) -> domain::Result<wire::FeedAnswer> {
        const auto last = casestore::lastSequence(session);
        if (!last)
            return tl::unexpected(last.error());
        if (after < 0 || after > *last)
            return domain::failure(FailureCode::CursorInvalid);
        auto events = casestore::eventsAfter(session, filter, after, limit + 1);
        if (!events)
            return tl::unexpected(events.error());
        wire::FeedAnswer answer;
        answer.more = events->size() > limit;
        if (answer.more)
            events->removeLast();
        answer.next = answer.more ? events->last().sequence : *last;
        answer.events = std::move(*events);
        return answer;
    });
}

void Feed::ask(const wire::Operator &who, qint64 after, int limit, int waitSeconds, Answer answer)
{
    const auto filter = filterFor(who);
    if (!filter)
        return answer(tl::unexpected(filter.error()));
    const auto now = look(*filter, after, limit);
    if (!now || !now->events.isEmpty() || waitSeconds <= 0)
        return answer(now);
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(waitSeconds);
            m_parked.append({*filter, after, limit, deadline, std::move(answer), now->next});
            // Something may have been committed between the look and the parking.
            m_woken = true;
            m_changed.notify_all();
            return;
        }
    }
    answer(now);
}

void Feed::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_all();
}

void Feed::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Feed::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        auto until = std::chrono::steady_clock::now() + std::chrono::hours(1);
        for (const Parked &call : std::as_const(m_parked))
            until = std::min(until, call.deadline);
        m_changed.wait_until(lock, until, [&] { return m_woken || m_stopping; });
        m_woken = false;
        QList<Parked> due = std::exchange(m_parked, {});
        lock.unlock();
        serve(std::move(due), false);
        lock.lock();
    }
    QList<Parked> rest = std::exchange(m_parked, {});
    lock.unlock();
    serve(std::move(rest), true);
}

/** Whom the commits since the oldest call's last look concern; a failing database or too many give one that is everybody's. */
QList<casestore::EventAudience> Feed::news(const QList<Parked> &parked)
{
    qint64 from = std::numeric_limits<qint64>::max();
    for (const Parked &call : parked)
        from = std::min(from, call.seen);
    const auto found = m_database.read([&](Session &session) { return casestore::audiencesAfter(session, from, mostNews); });
    if (!found || found->size() == mostNews)
        return {casestore::EventAudience()};
    return *found;
}

/** Answers what has news or no time left; parks the rest again. */
void Feed::serve(QList<Parked> due, bool final)
{
    if (due.isEmpty())
        return;
    const auto now = std::chrono::steady_clock::now();
    const QList<casestore::EventAudience> heard = final ? QList<casestore::EventAudience>() : news(due);
    for (Parked &call : due) {
        const bool concerned = std::any_of(heard.cbegin(), heard.cend(), [&call](const casestore::EventAudience &audience) {
            return audience.sequence == 0 || (audience.sequence > call.seen && audience.includes(call.filter));
        });
        if (!concerned && !final && call.deadline > now) {
            call.seen = std::max(call.seen, heard.isEmpty() ? 0 : heard.last().sequence);
            const std::lock_guard lock(m_mutex);
            m_parked.append(std::move(call));
            continue;
        }
        const auto found = look(call.filter, call.after, call.limit);
        if (!found || !found->events.isEmpty() || final || call.deadline <= now) {
            call.answer(found);
            continue;
        }
        call.seen = found->next;
        const std::lock_guard lock(m_mutex);
        m_parked.append(std::move(call));
    }
}

} // namespace yichuang::exchange
