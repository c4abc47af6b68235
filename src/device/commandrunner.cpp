// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandrunner.h"

#include <device/status.h>
#include <device/wipe.h>

#include <chrono>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::Result;

namespace {
// A line that never falls quiet is a fault, but not one to wait for without end.
constexpr int longestPostponeMs = 2000;
constexpr int bitsPerByte = 10;
// Address notes, the longest reply but the readings.
constexpr int shortReplyFrame = 291;

/** Milliseconds that the longest reply to a command takes on a line of this rate. */
int lineTimeMs(Command command, int bitsPerSecond)
{
    const bool isReading = command == Command::ReadBase || command == Command::ReadBaseWithFingerprint;
    const int bytes = isReading ? static_cast<int>(maximumReplyFrame) : shortReplyFrame;
    return bitsPerSecond > 0 ? bytes * bitsPerByte * 1000 / bitsPerSecond : 0;
}

qint64 monotonicNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
} // namespace

CommandRunner::CommandRunner(Transport *transport, const SessionTiming &timing)
    : m_transport(transport)
    , m_timing(timing)
{
    for (QTimer *timer : {&m_quietTimer, &m_replyTimer, &m_interByteTimer}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_quietTimer, &QTimer::timeout, this, &CommandRunner::trySend);
    connect(&m_replyTimer, &QTimer::timeout, this, &CommandRunner::onSilence);
    connect(&m_interByteTimer, &QTimer::timeout, this, [this] { take(m_decoder.giveUp()); });
    connect(m_transport, &Transport::received, this, &CommandRunner::onReceived);
}

CommandRunner::~CommandRunner() = default;

void CommandRunner::run(Command command, Answer answer)
{
    cancel();
    m_command = command;
    m_answer = std::move(answer);
    m_wasResent = false;
    m_postponed = 0;
    trySend();
}

void CommandRunner::cancel()
{
    m_answer = nullptr;
    m_isSent = false;
    m_decoder.reset();
    for (QTimer *timer : {&m_quietTimer, &m_replyTimer, &m_interByteTimer})
        timer->stop();
}

void CommandRunner::trySend()
{
    const qint64 quiet = m_sinceLastByte.isValid() ? m_sinceLastByte.elapsed() : m_timing.pause;
    if (quiet >= m_timing.pause || m_postponed > longestPostponeMs) {
        send();
        return;
    }
    const int wait = static_cast<int>(m_timing.pause - quiet);
    m_postponed += wait;
    m_quietTimer.start(wait);
}

void CommandRunner::send()
{
    // What came before the request cannot be its answer.
    m_decoder.reset();
    m_isSent = true;
    m_replyTimer.start(commandInfo(m_command).replyTimeoutMs * m_timing.replyTimeoutPercent / 100
                       + lineTimeMs(m_command, m_transport->lineRate()));
    m_transport->write(requestFrame(m_command));
}

void CommandRunner::onReceived(const QByteArray &bytes)
{
    m_lastByteNs = monotonicNs();
    m_sinceLastByte.start();
    if (!m_isSent)
        return;
    const QList<FrameDecoder::Item> items = m_decoder.feed(bytes);
    if (m_decoder.isInsideFrame())
        m_interByteTimer.start(m_timing.interByte);
    else
        m_interByteTimer.stop();
    take(items);
}

void CommandRunner::take(QList<FrameDecoder::Item> items)
{
    std::optional<FrameDecoder::Outcome> damage;
    std::optional<Reply> reply;
    for (FrameDecoder::Item &item : items) {
        // A second frame in the same piece answers nothing we asked.
        if (item.outcome == FrameDecoder::Outcome::Frame && !reply)
            reply = replyFromBody(item.body);
        damage = item.outcome;
        wipe(item.body);
    }
    if (reply) {
        onReply(*reply);
        wipe(reply->data);
        return;
    }
    if (!damage || m_decoder.isInsideFrame())
        return;
    const bool isChecksum = *damage == FrameDecoder::Outcome::BadChecksum;
    sendAgainOr(isChecksum ? FailureCode::ReaderFrameChecksum : FailureCode::ReaderFrameLength, u"damaged reply"_s);
}

void CommandRunner::onReply(const Reply &reply)
{
    const StatusInfo status = statusInfo(reply.sw3);
    if (status.reaction == Reaction::Resend) {
        sendAgainOr(status.failure.value_or(FailureCode::ReaderReplyInvalid), QString::fromLatin1(status.meaning));
        return;
    }
    finish(reply);
}

void CommandRunner::onSilence()
{
    sendAgainOr(FailureCode::ReaderTimeout, u"no answer"_s);
}

void CommandRunner::sendAgainOr(FailureCode code, const QString &detail)
{
    if (m_wasResent) {
        finish(domain::failure(code, u"%1 to %2"_s.arg(detail, QString::fromLatin1(commandInfo(m_command).name)), true));
        return;
    }
    m_wasResent = true;
    m_isSent = false;
    m_replyTimer.stop();
    m_interByteTimer.stop();
    trySend();
}

void CommandRunner::finish(const Result<Reply> &result)
{
    // The answer usually runs the next command, so nothing of this one may be touched afterwards.
    const Answer answer = std::move(m_answer);
    cancel();
    if (answer)
        answer(result);
}

} // namespace yichuang::device
