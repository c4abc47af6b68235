// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "connection.h"

#include "core.h"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

namespace yichuang::httpserver {

using domain::FailureCode;

namespace {
/** Deadlines for bodies and answers run anew for each stretch of this size, so a slow line is served and a stalled one cut. */
constexpr qint64 progressBytes = 256 << 10;
/** What a client may send ahead while an earlier request is handled. */
constexpr qsizetype maxAhead = 64 << 10;
/** What a refused client may still send before it is cut off. */
constexpr qint64 maxSwallowed = 1 << 20;
} // namespace

Connection::Connection(Core &core, std::unique_ptr<Transport> transport, quint64 id, QString peerAddress, QByteArray rateKey)
    : m_core(core)
    , m_transport(std::move(transport))
    , m_id(id)
    , m_peerAddress(std::move(peerAddress))
    , m_rateKey(std::move(rateKey))
    , m_timer(m_transport->socket().get_executor())
    , m_reader({core.options().maxBody, core.options().maxHeader, core.options().maxTarget})
{
}

void Connection::post(std::function<void(Connection &)> job)
{
    boost::asio::post(m_timer.get_executor(), [self = shared_from_this(), job = std::move(job)] { job(*self); });
}

void Connection::start()
{
    post([](Connection &connection) {
        connection.setDeadline(connection.m_core.options().headerSeconds);
        connection.m_transport->handshake([self = connection.shared_from_this()](Error error) { self->onHandshake(error); });
    });
}

void Connection::drain(bool answerParked)
{
    post([answerParked](Connection &connection) {
        Error ignored;
        // A request that has already reached this machine is still answered.
        const bool unused = connection.m_state == State::Handshake
            || (connection.m_state == State::Idle && connection.m_transport->socket().available(ignored) == 0);
        if (unused)
            connection.close();
        else if (connection.m_link && answerParked)
            connection.m_link->finishStopping(true);
    });
}

void Connection::finishStopping()
{
    post([](Connection &connection) {
        if (connection.m_link)
            connection.m_link->finishStopping(false);
    });
}

void Connection::abort()
{
    post([](Connection &connection) { connection.close(); });
}

void Connection::setDeadline(int seconds)
{
    const quint64 round = ++m_timerRound;
    m_timer.expires_after(std::chrono::seconds(seconds));
    m_timer.async_wait([self = shared_from_this(), round](Error error) {
        // A wait that had already expired when it was replaced comes without an error.
        if (!error && round == self->m_timerRound && self->m_state != State::Closed)
            self->onDeadline();
    });
}

void Connection::onDeadline()
{
    switch (m_state) {
    case State::Head:
    case State::Body:
        refuse({408, FailureCode::HttpRequestTimedOut, "The request did not arrive in time"});
        return;
    case State::Handling:
        m_link->detach();
        refuse({503, FailureCode::HttpRequestTimedOut, "The request was not answered in time"}, 1);
        return;
    default:
        close();
    }
}

void Connection::onHandshake(Error error)
{
    if (m_state == State::Closed)
        return;
    if (error || m_core.isDraining()) {
        close();
        return;
    }
    m_peer = m_transport->identity();
    m_state = State::Idle;
    setDeadline(m_core.options().headerSeconds);
    read();
}

void Connection::read()
{
    if (m_reading || m_clientGone || m_state == State::Closed)
        return;
    m_reading = true;
    m_transport->readSome(m_chunk.data(), m_chunk.size(),
                          [self = shared_from_this()](Error error, std::size_t count) { self->onRead(error, count); });
}

void Connection::onRead(Error error, std::size_t count)
{
    m_reading = false;
    if (m_state == State::Closed)
        return;
    if (m_state == State::Finishing) {
        onSwallowed(error, count);
        return;
    }
    if (error) {
        onReadEnd(error);
        return;
    }
    m_reader.feed(QByteArrayView(m_chunk.data(), static_cast<qsizetype>(count)));
    if (m_state == State::Idle || m_state == State::Head || m_state == State::Body)
        advance();
    else if (m_reader.bufferedBytes() < maxAhead)
        read();
}

void Connection::onReadEnd(Error error)
{
    m_clientGone = true;
    const bool answering = m_state == State::Handling || m_state == State::Writing;
    // A client may end its side and still wait for the answer; after any other error nobody is there.
    if (!answering || error != boost::asio::error::eof) {
        close();
        return;
    }
    m_keepAlive = false;
    // The callback may drop the last Responder, whose answer comes back through the strand: keep the link alive meanwhile.
    if (const auto link = m_link)
        link->clientGone();
}

void Connection::advance()
{
    for (;;) {
        switch (m_reader.advance()) {
        case RequestReader::Step::NeedMore:
            onNeedMore();
            return;
        case RequestReader::Step::HeadDone:
            if (!onHead())
                return;
            break;
        case RequestReader::Step::Done:
            dispatch();
            return;
        case RequestReader::Step::Refused:
            refuse(m_reader.refusal());
            return;
        }
    }
}

void Connection::onNeedMore()
{
    if (m_state == State::Idle && !m_reader.isFresh()) {
        m_state = State::Head;
        // On a new connection the deadline already runs: a client must not win time by sending one byte late.
        if (!m_isFirst)
            setDeadline(m_core.options().headerSeconds);
    } else if (m_state == State::Body && m_reader.receivedBody() >= m_progressMark + progressBytes) {
        m_progressMark = m_reader.receivedBody();
        setDeadline(m_core.options().bodySeconds);
    }
    read();
}

bool Connection::onHead()
{
    m_isFirst = false;
    m_state = State::Body;
    const int wait = m_core.rateLimiter().take(m_rateKey, RateLimiter::Clock::now());
    if (wait > 0) {
        refuse({429, FailureCode::RequestRateLimited, "Too many requests from this address"}, wait);
        return false;
    }
    if (!reserveBody()) {
        refuse({503, FailureCode::HttpServerBusy, "The server is busy"}, 1);
        return false;
    }
    m_progressMark = 0;
    setDeadline(m_core.options().bodySeconds);
    if (m_reader.expectsContinue() && m_reader.bufferedBytes() == 0) {
        sendContinue();
        return false;
    }
    return true;
}

bool Connection::reserveBody()
{
    const qint64 size = m_reader.expectedBody();
    std::atomic<qint64> &total = m_core.counters()->bodyBytes;
    if (total.fetch_add(size) + size > m_core.options().maxBodyBytesInFlight && size > 0) {
        total -= size;
        return false;
    }
    m_reservedBody = size;
    return true;
}

void Connection::sendContinue()
{
    static constexpr char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
    m_transport->write(QByteArrayView(text, sizeof text - 1), {}, [self = shared_from_this()](Error error, std::size_t) {
        if (error)
            self->close();
        else if (self->m_state == State::Body)
            self->advance();
    });
}

void Connection::finish()
{
    m_state = State::Finishing;
    constexpr int lastSeconds = 2;
    setDeadline(lastSeconds);
    m_transport->finish([self = shared_from_this()](Error) { self->swallow(); });
}

/**
 * Reads on until the client closes: closing with unread bytes would reset the connection and destroy the answer on its
 * way (RFC 9112 section 9.6). Never a second read beside a pending one, which Asio would leave waiting after the end.
 */
void Connection::swallow()
{
    if (m_clientGone)
        close();
    else
        read();
}

void Connection::onSwallowed(Error error, std::size_t count)
{
    m_swallowed += static_cast<qint64>(count);
    if (error || m_swallowed > maxSwallowed)
        close();
    else
        swallow();
}

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Handling)
        log(499);
    m_state = State::Closed;
    ++m_timerRound;
    m_timer.cancel();
    m_transport->close();
    endRequest();
    m_core.remove(*this);
}

void Connection::endRequest()
{
    m_core.counters()->bodyBytes -= std::exchange(m_reservedBody, 0);
    if (const auto link = std::exchange(m_link, {}))
        link->detach();
}

} // namespace yichuang::httpserver
