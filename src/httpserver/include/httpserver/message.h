// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <domain/error.h>
#include <functional>
#include <memory>
#include <utility>

namespace yichuang::httpserver {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/**
 * One request, complete and checked: framing is unambiguous (RFC 9112), the target is in origin form, limits hold.
 * A value; may be copied to any thread.
 */
struct Request {
    /** One of the registered methods, upper case; anything else was answered 501 before the handler. */
    QByteArray method;
    /** Starts with '/', still percent-encoded; every escape is well formed and none is %00. */
    QByteArray path;
    /** After the first '?', still percent-encoded, without the mark. */
    QByteArray query;
    QByteArray body;
    /** In order of arrival, values trimmed. Trailers of a chunked body are dropped. */
    HeaderList headers;
    /** Without port; an IPv4 address mapped into IPv6 is given as IPv4. */
    QString peerAddress;
    /** Subject CN and SHA-256 (lower-case hex) of the verified client certificate; empty without one. */
    QString peerCommonName;
    QByteArray peerCertificateSha256;
    /** The client's X-Request-Id if that is a UUID, else a new one; returned in every answer. */
    QString requestId;

    /** First value under that name, compared without case; empty when absent. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/**
 * One answer. The server adds Content-Length, Date, Connection, X-Request-Id, nosniff and, unless given, Cache-Control: no-store.
 * Framing headers (Content-Length, Transfer-Encoding, Connection) and headers with control characters are dropped.
 */
struct Response {
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    HeaderList headers;
    /** The route's template ("/v1/holders/{id}"), for the access log only, which never sees the path itself. */
    QByteArray route;
};

/** An application/problem+json answer (RFC 9457): {type, title, status, code}. The title must not hold personal data. */
[[nodiscard]] Response problem(int status, domain::FailureCode code, const QByteArray &title);

class ResponderLink;

/**
 * The right to answer one request, once. Copies share it; any thread, now or later. A request whose handler has
 * returned without an answer is parked: it holds a connection but no thread. When the last copy goes unanswered
 * the client gets 500. May outlive the server; then everything is a no-op.
 */
class Responder
{
public:
    Responder() = default;
    explicit Responder(std::shared_ptr<ResponderLink> link);

    /** False when an answer was already given, or nobody can receive it any more. Never blocks. */
    bool send(Response response) const;
    /** False after send(), and once the client hung up, the time for parking ran out, or the server stopped. */
    [[nodiscard]] bool isAlive() const;
    /**
     * Runs once if the request dies unanswered (see isAlive), on an I/O thread: must be quick and must not throw.
     * Runs at once in the calling thread when it is dead already. One callback per request; the last one set counts.
     */
    void onGone(std::function<void()> callback) const;

private:
    struct Handle;
    std::shared_ptr<Handle> m_handle;
};

/** Called on a worker thread; may block, for example on a database. What it throws becomes a 500. */
using Handler = std::function<void(Request request, Responder responder)>;

} // namespace yichuang::httpserver
