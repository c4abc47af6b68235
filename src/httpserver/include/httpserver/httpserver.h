// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httpserver/message.h>
#include <httpserver/options.h>

namespace yichuang::httpserver {

class Core;

/** What stop() does with parked requests. */
enum class ParkedAtStop {
    AnswerStopping, //!< 503 SVC-014 at once
    WaitForOwner, //!< whoever holds the Responder may still answer within the drain time; then 503
};

/**
 * HTTP/1.1 over TCP or TLS with limits, deadlines and deferred answers. Its own I/O and worker threads call the handler;
 * no Qt event loop is needed. Start and stop from one thread, once each, and never from a handler.
 */
class HttpServer
{
public:
    HttpServer(Options options, Handler handler);
    /** Stops without draining. */
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /**
     * Listens. Fails with HttpAddressInvalid, HttpAddressInUse, HttpPlainNotLoopback, HttpTlsMaterial, HttpTlsNotInBuild or
     * HttpOptionInvalid.
     */
    [[nodiscard]] domain::Result<void> start();
    /** The port in use; 0 before start(). */
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isSecure() const;
    [[nodiscard]] Stats stats() const;

    /**
     * Stops accepting, closes idle connections at once, answers what has begun, for at most drainMs; what is then left gets
     * 503 SVC-014. Returns when every thread has ended, so a handler that never returns keeps it waiting.
     */
    void stop(int drainMs = 5000, ParkedAtStop parked = ParkedAtStop::AnswerStopping);

private:
    std::unique_ptr<Core> m_core;
};

/** True when this build can speak TLS. */
[[nodiscard]] bool hasTls();

} // namespace yichuang::httpserver
