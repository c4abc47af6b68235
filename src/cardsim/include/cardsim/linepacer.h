// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/sharedmodule.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <memory>

namespace yichuang::cardsim {

/**
 * The wire between host and module at its real pace: 10 bits for a byte (8N1), both ways. Lives on the thread of its
 * owner. A byte is delivered once the line had the time to carry it, never before.
 */
class LinePacer : public QObject
{
    Q_OBJECT

public:
    /** @param rate bit/s; 0 follows the rate the module is set to. */
    LinePacer(std::shared_ptr<SharedModule> module, int rate);

    /** Bytes from the host. */
    void receive(const QByteArray &bytes);
    /** Forgets what is on its way. */
    void clear();

Q_SIGNALS:
    /** Bytes for the host. */
    void delivered(const QByteArray &bytes);
    /** The line is to die now: a fault asked for it. */
    void unplugRequested();

private:
    struct Piece {
        qint64 startNs; ///< on the clock of m_clock
        Output output;
        qsizetype sent = 0;
        qint64 nsPerByte;
    };

    void schedule(const QList<Output> &outputs, qint64 earliestNs, qint64 nsPerByte);
    void tick();
    [[nodiscard]] qint64 nsPerByte();

    std::shared_ptr<SharedModule> m_module;
    int m_rate;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_inboundFreeNs = 0;
    qint64 m_outboundFreeNs = 0;
    std::deque<Piece> m_pieces;
};

} // namespace yichuang::cardsim
