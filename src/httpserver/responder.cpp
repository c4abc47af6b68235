// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "responderlink.h"

namespace yichuang::httpserver {

using domain::FailureCode;

namespace {
Response stopping()
{
    Response response = problem(503, FailureCode::ServerStopping, QByteArrayLiteral("The server is stopping"));
    response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("5")});
    return response;
}
} // namespace

ResponderLink::ResponderLink(std::shared_ptr<Counters> counters, Deliver deliver)
    : m_counters(std::move(counters))
    , m_deliver(std::move(deliver))
{
}

ResponderLink::~ResponderLink()
{
    unparkLocked();
}

bool ResponderLink::send(Response &&response)
{
    // A callback may hold the last Responder, whose end locks again: it must die after the lock is released.
    std::function<void()> discarded;
    const std::lock_guard lock(m_mutex);
    discarded = std::exchange(m_onGone, {});
    return deliverLocked(std::move(response));
}

bool ResponderLink::deliverLocked(Response &&response)
{
    if (m_answered || !m_deliver)
        return false;
    m_answered = true;
    unparkLocked();
    const Deliver deliver = std::exchange(m_deliver, {});
    deliver(std::move(response));
    return true;
}

bool ResponderLink::isAlive() const
{
    const std::lock_guard lock(m_mutex);
    return !m_answered && !m_gone;
}

void ResponderLink::onGone(std::function<void()> callback)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_gone) {
            if (!m_answered)
                m_onGone = std::move(callback);
            return;
        }
    }
    if (callback)
        callback();
}

void ResponderLink::handlerReturned()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered || !m_deliver)
            return;
        m_parked = true;
        ++m_counters->parked;
    }
    // stop() raises the flags before it visits the links, so one of the two sees the parked request.
    if (m_counters->draining && m_counters->answerParked)
        finishStopping(true);
}

void ResponderLink::finishStopping(bool parkedOnly)
{
    std::function<void()> callback;
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered || (parkedOnly && !m_parked))
            return;
        callback = goneLocked();
        deliverLocked(stopping());
    }
    if (callback)
        callback();
}

void ResponderLink::clientGone()
{
    std::function<void()> callback;
    {
        const std::lock_guard lock(m_mutex);
        callback = goneLocked();
    }
    if (callback)
        callback();
}

void ResponderLink::detach()
{
    std::function<void()> callback;
    {
        const std::lock_guard lock(m_mutex);
        callback = goneLocked();
        m_deliver = {};
        unparkLocked();
    }
    if (callback)
        callback();
}

std::function<void()> ResponderLink::goneLocked()
{
    if (m_answered || m_gone)
        return {};
    m_gone = true;
    return std::exchange(m_onGone, {});
}

void ResponderLink::unparkLocked()
{
    if (m_parked)
        --m_counters->parked;
    m_parked = false;
}

/** The last copy of a Responder going away is an answer too. */
struct Responder::Handle {
    explicit Handle(std::shared_ptr<ResponderLink> to)
        : link(std::move(to))
    {
    }
    Q_DISABLE_COPY_MOVE(Handle)
    ~Handle() { link->send(problem(500, FailureCode::InternalFault, QByteArrayLiteral("The request was not answered"))); }

    std::shared_ptr<ResponderLink> link;
};

Responder::Responder(std::shared_ptr<ResponderLink> link)
    : m_handle(std::make_shared<Handle>(std::move(link)))
{
}

bool Responder::send(Response response) const
{
    return m_handle && m_handle->link->send(std::move(response));
}

bool Responder::isAlive() const
{
    return m_handle && m_handle->link->isAlive();
}

void Responder::onGone(std::function<void()> callback) const
{
    if (m_handle)
        m_handle->link->onGone(std::move(callback));
}

} // namespace yichuang::httpserver
