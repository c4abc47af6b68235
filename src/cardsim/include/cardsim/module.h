// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/cardfile.h>
#include <cardsim/fault.h>
#include <device/frame.h>

#include <QRandomGenerator>

namespace yichuang::cardsim {

/** A piece of the module's answer. The line adds its own pace to it. */
struct Output {
    QByteArray bytes;
    int delayMs = 0;          ///< wait before the first byte
    bool unplugsAfter = false; ///< the line dies behind the last byte
};

/**
 * The security module of a reader, seen from the line: request bytes in, answers out (reference 1.4 to 1.8). A state
 * machine without clock, thread or line, so that the same bytes always give the same answers.
 */
class Module
{
public:
    Module();

    /** A card is laid down; one that lies there is replaced. */
    void place(const CardFile &card);
    void remove();
    [[nodiscard]] bool hasCard() const { return m_card.has_value(); }
    /** Faults wait in order and each strikes once. */
    void inject(const Fault &fault);
    [[nodiscard]] bool hasFaults() const { return !m_faults.isEmpty(); }
    /** Every command is answered this much later, as a real module thinks; 0 by default. */
    void setThinkTime(int ms) { m_thinkMs = ms; }
    /** Power off and on: the rate and what was found are forgotten; the card stays. */
    void powerCycle();

    [[nodiscard]] QList<Output> receive(QByteArrayView bytes);
    /** The rate the module speaks at, bit/s. */
    [[nodiscard]] int lineRate() const { return m_lineRate; }
    /** Readings answered in full since the start. */
    [[nodiscard]] int readings() const { return m_readings; }

private:
    [[nodiscard]] device::Reply answer(const device::Request &request);
    [[nodiscard]] device::Reply answerCard(device::Command command);
    [[nodiscard]] device::Reply readBase(bool withFingerprint);
    [[nodiscard]] QList<Output> disturb(device::Command command, const device::Reply &reply);
    [[nodiscard]] std::optional<Fault> takeFault(device::Command command);

    std::optional<CardFile> m_card;
    bool m_isFound = false;
    bool m_isSelected = false;
    bool m_wasRead = false;
    int m_lineRate;
    int m_pendingRate = 0;
    int m_thinkMs = 0;
    int m_readings = 0;
    QList<Fault> m_faults;
    QRandomGenerator m_random{1};
    device::FrameDecoder m_decoder{device::FrameDecoder::Kind::Requests};
};

} // namespace yichuang::cardsim
