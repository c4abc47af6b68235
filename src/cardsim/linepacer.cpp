// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/linepacer.h>

namespace yichuang::cardsim {

namespace {
constexpr qint64 bitsPerByte = 10;
constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr qint64 nsPerMs = 1'000'000;
} // namespace

LinePacer::LinePacer(std::shared_ptr<SharedModule> module, int rate)
    : m_module(std::move(module))
    , m_rate(rate)
    , m_timer(this)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LinePacer::tick);
}

qint64 LinePacer::nsPerByte()
{
    const int rate = m_rate != 0 ? m_rate : m_module->with([](Module &module) { return module.lineRate(); });
    return bitsPerByte * nsPerSecond / rate;
}

void LinePacer::receive(const QByteArray &bytes)
{
    // The answer is known at once; it only starts when the last byte of the question would have come through.
    const qint64 pace = nsPerByte();
    m_inboundFreeNs = qMax(m_inboundFreeNs, m_clock.nsecsElapsed()) + pace * bytes.size();
    const QList<Output> outputs = m_module->with([&bytes](Module &module) { return module.receive(bytes); });
    schedule(outputs, m_inboundFreeNs, pace);
}

void LinePacer::clear()
{
    m_pieces.clear();
    m_timer.stop();
    m_inboundFreeNs = m_outboundFreeNs = 0;
}

void LinePacer::schedule(const QList<Output> &outputs, qint64 earliestNs, qint64 nsPerByte)
{
    for (const Output &output : outputs) {
        const qint64 start = qMax(earliestNs, m_outboundFreeNs) + output.delayMs * nsPerMs;
        m_outboundFreeNs = start + output.bytes.size() * nsPerByte;
        m_pieces.push_back({start, output, 0, nsPerByte});
    }
    if (!m_pieces.empty() && !m_timer.isActive())
        m_timer.start(1);
}

void LinePacer::tick()
{
    const qint64 now = m_clock.nsecsElapsed();
    QByteArray ready;
    bool isUnplugged = false;
    while (!m_pieces.empty() && !isUnplugged) {
        Piece &piece = m_pieces.front();
        const qint64 carried = now <= piece.startNs ? 0 : (now - piece.startNs) / piece.nsPerByte;
        const qsizetype upTo = qMin<qsizetype>(piece.output.bytes.size(), carried);
        ready += piece.output.bytes.mid(piece.sent, upTo - piece.sent);
        piece.sent = upTo;
        if (piece.sent < piece.output.bytes.size())
            break;
        isUnplugged = piece.output.unplugsAfter;
        m_pieces.pop_front();
    }
    if (!m_pieces.empty())
        m_timer.start(1);
    if (!ready.isEmpty())
        Q_EMIT delivered(ready);
    if (isUnplugged) {
        clear();
        Q_EMIT unplugRequested();
    }
}

} // namespace yichuang::cardsim
