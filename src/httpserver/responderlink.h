// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <httpserver/message.h>
#include <mutex>

namespace yichuang::httpserver {

/** Figures shared by connections, links and the server. */
struct Counters {
    std::atomic<int> connections{0};
    std::atomic<int> parked{0};
    std::atomic<qint64> requests{0};
    std::atomic<qint64> refusedConnections{0};
    std::atomic<qint64> bodyBytes{0};
    std::atomic<bool> draining{false};
    std::atomic<bool> answerParked{false};
};

/**
 * Ties one request's Responder to its connection. Shared by both, so that either may go first. The connection's
 * delivery function runs under the lock: after detach() nothing can reach the connection any more.
 */
class ResponderLink
{
public:
    using Deliver = std::function<void(Response &&)>;

    ResponderLink(std::shared_ptr<Counters> counters, Deliver deliver);
    Q_DISABLE_COPY_MOVE(ResponderLink)
    ~ResponderLink();

    // For the owner of the Responder.
    bool send(Response &&response);
    bool isAlive() const;
    void onGone(std::function<void()> callback);

    // For the server.
    /** The handler is back: an unanswered request is parked from now on. */
    void handlerReturned();
    /** Answers 503 ServerStopping unless answered; with parkedOnly, only when the handler is back. */
    void finishStopping(bool parkedOnly);
    /** The client hung up; an answer may still be delivered to a half-closed connection. */
    void clientGone();
    /** Nothing can be delivered any more. */
    void detach();

private:
    bool deliverLocked(Response &&response);
    void unparkLocked();
    std::function<void()> goneLocked();

    std::shared_ptr<Counters> m_counters;
    mutable std::mutex m_mutex;
    Deliver m_deliver;
    std::function<void()> m_onGone;
    bool m_answered = false;
    bool m_gone = false;
    bool m_parked = false;
};

} // namespace yichuang::httpserver
