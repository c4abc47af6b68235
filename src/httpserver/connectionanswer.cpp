// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "connection.h"
#include "core.h"

#include <QUuid>
#include <boost/asio/post.hpp>

namespace yichuang::httpserver {

using domain::FailureCode;

namespace {
constexpr qsizetype stretchBytes = 256 << 10;
constexpr qsizetype uuidLength = 36;

/** Only a UUID is taken over: free text from a client could name a person, and it goes to the log. */
QString requestIdFrom(const Request &request)
{
    const QByteArray given = request.header("X-Request-Id");
    const QUuid uuid = given.size() == uuidLength ? QUuid::fromString(QLatin1StringView(given)) : QUuid();
    return (uuid.isNull() ? QUuid::createUuid() : uuid).toString(QUuid::WithoutBraces);
}

void runHandler(const Handler &handler, Request &&request, Responder &&responder)
{
    // Nothing a handler throws may end the server; the dropped Responder answers 500.
    try {
        handler(std::move(request), std::move(responder));
    } catch (const std::exception &error) {
        qWarning("yichuang.httpserver: a handler threw: %s", error.what());
    } catch (...) {
        qWarning("yichuang.httpserver: a handler threw");
    }
}
} // namespace

void Connection::dispatch()
{
    m_state = State::Handling;
    setDeadline(m_core.options().parkedSeconds);
    m_begun = Clock::now();
    m_frame = {m_reader.keepAlive(), m_reader.head().method == "HEAD", m_reader.isHttp10(), {}};
    Request request = m_reader.takeRequest();
    request.peerAddress = m_peerAddress;
    request.peerCommonName = m_peer.commonName;
    request.peerCertificateSha256 = m_peer.certificateSha256;
    request.requestId = requestIdFrom(request);
    m_frame.requestId = request.requestId;
    m_record = {QDateTime::currentDateTimeUtc(), request.method, {}, 0, request.body.size(), 0, 0, request.requestId, {}};

    const quint64 sequence = ++m_sequence;
    m_link = std::make_shared<ResponderLink>(m_core.counters(), [weak = weak_from_this(), sequence](Response &&response) {
        if (const auto self = weak.lock()) {
            self->post([sequence, answer = std::move(response)](Connection &connection) mutable {
                connection.onAnswer(sequence, std::move(answer));
            });
        }
    });
    std::function<void()> task = [&handler = m_core.handler(), link = m_link, request = std::move(request),
                                  responder = Responder(m_link)]() mutable {
        runHandler(handler, std::move(request), std::exchange(responder, {}));
        link->handlerReturned();
    };
    if (!m_core.tryPost(task)) {
        m_link->detach();
        refuse({503, FailureCode::HttpServerBusy, "The server is busy"}, 1);
        return;
    }
    if (m_reader.bufferedBytes() < stretchBytes)
        read();
}

void Connection::onAnswer(quint64 sequence, Response &&response)
{
    // An answer may cross the deadline's 503 on its way here; the connection may be at its next request by now.
    if (m_state == State::Handling && sequence == m_sequence)
        write(std::move(response));
}

void Connection::refuse(const Refusal &refusal, int retryAfter)
{
    Response response = problem(refusal.status, refusal.code, refusal.title);
    if (retryAfter > 0)
        response.headers.append({QByteArrayLiteral("Retry-After"), QByteArray::number(retryAfter)});
    if (m_state != State::Handling) {
        // The rest of the request is not read, so nothing after it can be told apart.
        const bool wholeRequestRead = m_state == State::Body && m_reader.expectedBody() == 0;
        const Request &head = m_reader.head();
        m_begun = Clock::now();
        m_frame = {m_reader.keepAlive() && wholeRequestRead, head.method == "HEAD", m_reader.isHttp10(), requestIdFrom(head)};
        m_record = {QDateTime::currentDateTimeUtc(), wholeRequestRead ? head.method : QByteArrayLiteral("-"), {}, 0, 0, 0, 0,
                    m_frame.requestId, {}};
    }
    write(std::move(response));
}

void Connection::write(Response response)
{
    m_state = State::Writing;
    // The handler is done with the body; who reads the answer may count on its room at once.
    m_core.counters()->bodyBytes -= std::exchange(m_reservedBody, 0);
    m_keepAlive = m_frame.keepAlive && !m_clientGone && !m_core.isDraining();
    m_frame.keepAlive = m_keepAlive;
    m_record.status = response.status;
    m_record.route = response.route;
    m_outHead = answerHead(response, m_frame);
    m_outBody = bodyFollows(response, m_frame) ? std::move(response.body) : QByteArray();
    m_outPosition = 0;
    writeMore();
}

void Connection::writeMore()
{
    setDeadline(m_core.options().writeSeconds);
    const qsizetype stretch = qMin(stretchBytes, m_outBody.size() - m_outPosition);
    const QByteArrayView part = QByteArrayView(m_outBody).sliced(m_outPosition, stretch);
    m_outPosition += stretch;
    m_transport->write(m_outHead, part, [self = shared_from_this()](Error error, std::size_t count) { self->onWritten(error, count); });
}

void Connection::onWritten(Error error, std::size_t count)
{
    if (m_state != State::Writing)
        return;
    m_record.responseBytes += static_cast<qint64>(count);
    if (error) {
        log(499);
        close();
        return;
    }
    m_outHead.clear();
    if (m_outPosition < m_outBody.size())
        writeMore();
    else
        onAnswered();
}

void Connection::onAnswered()
{
    log(m_record.status);
    endRequest();
    // Not clear(): it lies inside Qt Core, where the thread sanitizer does not see the last reference being counted.
    m_outBody = QByteArray();
    if (!m_keepAlive || m_clientGone) {
        finish();
        return;
    }
    m_reader.next();
    m_state = State::Idle;
    m_isFirst = false;
    setDeadline(m_core.options().idleSeconds);
    // stop() may have visited this connection while it was busy, before the answer was framed as the last one.
    if (m_core.isDraining() && m_reader.isFresh())
        close();
    else
        advance();
}

void Connection::log(int status)
{
    ++m_core.counters()->requests;
    const auto &sink = m_core.options().accessLog;
    if (!sink)
        return;
    m_record.status = status;
    m_record.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_begun).count();
    if (m_core.options().logPeerAddress)
        m_record.peerAddress = m_peerAddress;
    sink(m_record);
}

} // namespace yichuang::httpserver
