// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requestreader.h"
#include "responderlink.h"
#include "responsewriter.h"
#include "transport.h"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <httpserver/options.h>

namespace yichuang::httpserver {

class Core;

/**
 * One client connection: reads requests one after the other, hands each to a worker, writes the answers in order. Lives on
 * its socket's strand; the public functions may be called from any thread. The core owns it until close().
 */
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(Core &core, std::unique_ptr<Transport> transport, quint64 id, QString peerAddress, QByteArray rateKey);

    void start();
    /** Idle: closes. Otherwise the current answer is the last one; a parked one is given now if asked for. */
    void drain(bool answerParked);
    /** Answers 503 whatever is still unanswered. */
    void finishStopping();
    void abort();

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] const QString &peerAddress() const { return m_peerAddress; }

private:
    enum class State { Handshake, Idle, Head, Body, Handling, Writing, Finishing, Closed };
    using Clock = std::chrono::steady_clock;
    using Error = Transport::Error;

    void post(std::function<void(Connection &)> job);
    void setDeadline(int seconds);
    void onDeadline();

    void onHandshake(Error error);
    void read();
    void onRead(Error error, std::size_t count);
    void onReadEnd(Error error);
    /** Works through what has been read. */
    void advance();
    void onNeedMore();
    /** False when the request was refused on its head, or its body waits for 100 Continue to be written. */
    bool onHead();
    bool reserveBody();
    void sendContinue();
    void dispatch();

    void refuse(const Refusal &refusal, int retryAfter = 0);
    void onAnswer(quint64 sequence, Response &&response);
    void write(Response response);
    void writeMore();
    void onWritten(Error error, std::size_t count);
    void onAnswered();
    void log(int status);
    void finish();
    void swallow();
    void onSwallowed(Error error, std::size_t count);
    void close();
    void endRequest();

    Core &m_core;
    const std::unique_ptr<Transport> m_transport;
    const quint64 m_id;
    const QString m_peerAddress;
    const QByteArray m_rateKey;
    PeerIdentity m_peer;
    boost::asio::steady_timer m_timer;
    quint64 m_timerRound = 0;
    State m_state = State::Handshake;

    RequestReader m_reader;
    std::array<char, 16 << 10> m_chunk;
    bool m_reading = false;
    bool m_isFirst = true; //!< the header deadline of the first request runs from the accept
    bool m_keepAlive = true;
    bool m_clientGone = false;
    qint64 m_progressMark = 0;
    qint64 m_reservedBody = 0;
    qint64 m_swallowed = 0;

    quint64 m_sequence = 0;
    std::shared_ptr<ResponderLink> m_link;
    AccessRecord m_record;
    Clock::time_point m_begun;
    AnswerFrame m_frame;
    QByteArray m_outHead;
    QByteArray m_outBody;
    qsizetype m_outPosition = 0;
};

} // namespace yichuang::httpserver
