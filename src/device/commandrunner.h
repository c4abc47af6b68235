// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/command.h>
#include <device/sessiontiming.h>
#include <device/transport.h>

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace yichuang::device {

/**
 * One command at a time over a transport: waits until the line is quiet, sends, waits for the reply, sends once more
 * after silence, damage or the module's "wrong checksum/length", then answers. Lives on the reader's thread.
 */
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    /** A reply with whatever status the module gave, or RDR-008 silence, RDR-009/010 damaged frames, RDR-019 unknown status. */
    using Answer = std::function<void(const domain::Result<Reply> &)>;

    CommandRunner(Transport *transport, const SessionTiming &timing);
    ~CommandRunner() override;
    Q_DISABLE_COPY_MOVE(CommandRunner)

    /** A command that still runs is dropped unanswered. */
    void run(Command command, Answer answer);
    /** Drops what runs, without an answer. */
    void cancel();
    /** When the last byte came, by std::chrono::steady_clock in ns. */
    [[nodiscard]] qint64 lastByteMonotonicNs() const { return m_lastByteNs; }

private:
    void onReceived(const QByteArray &bytes);
    void onSilence();
    void trySend();
    void send();
    void take(QList<FrameDecoder::Item> items);
    void onReply(const Reply &reply);
    void sendAgainOr(domain::FailureCode code, const QString &detail);
    void finish(const domain::Result<Reply> &result);

    Transport *m_transport;
    const SessionTiming &m_timing;
    FrameDecoder m_decoder{FrameDecoder::Kind::Replies};
    Command m_command = Command::SamStatus;
    Answer m_answer;
    bool m_isSent = false;
    bool m_wasResent = false;
    int m_postponed = 0;
    qint64 m_lastByteNs = 0;
    QElapsedTimer m_sinceLastByte;
    QTimer m_quietTimer;
    QTimer m_replyTimer;
    QTimer m_interByteTimer;
};

} // namespace yichuang::device
