// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace yichuang::device {

/** What a host sends to the module: CMD, PARA and data (reference 1.4). */
struct Request {
    quint8 command = 0;
    quint8 parameter = 0;
    QByteArray data;
    friend bool operator==(const Request &, const Request &) = default;
};

/** What the module answers: SW1 SW2 come from the card, SW3 is the module's own status. */
struct Reply {
    quint8 sw1 = 0;
    quint8 sw2 = 0;
    quint8 sw3 = 0;
    QByteArray data;
    friend bool operator==(const Reply &, const Reply &) = default;
};

inline constexpr QByteArrayView framePreamble{"\xAA\xAA\xAA\x96\x69", 5};
/** Preamble and the two length bytes. */
inline constexpr qsizetype frameHeadSize = 7;
/** The longest reply there is: 30 10 with fingerprints. */
inline constexpr qsizetype maximumReplyFrame = 2321;

/** The whole frame around a body: preamble, big-endian length (body and check byte), body, XOR check byte. */
[[nodiscard]] QByteArray encodeFrame(QByteArrayView body);
[[nodiscard]] QByteArray encodeRequest(const Request &request);
[[nodiscard]] QByteArray encodeReply(const Reply &reply);
/** XOR of the given bytes: length, then body. */
[[nodiscard]] quint8 frameCheckByte(QByteArrayView lengthAndBody);

/**
 * Cuts a byte stream into frames, resynchronising on the preamble. Takes any bytes at all; holds at most one
 * unfinished frame. After a frame that does not hold (length or check byte) the search goes on one byte behind that
 * frame's preamble, because a damaged length may have swallowed a good frame.
 */
class FrameDecoder
{
public:
    /** Replies carry three status bytes, requests two command bytes, so their least lengths differ. */
    enum class Kind { Replies, Requests };
    enum class Outcome { Frame, BadChecksum, BadLength };
    struct Item {
        Outcome outcome = Outcome::Frame;
        QByteArray body; ///< bytes between length and check byte; empty unless outcome is Frame
    };

    explicit FrameDecoder(Kind kind);
    ~FrameDecoder();
    Q_DISABLE_COPY_MOVE(FrameDecoder)

    [[nodiscard]] QList<Item> feed(QByteArrayView bytes);
    /** The line fell silent inside a frame: gives it up and returns what stands complete behind its preamble. */
    [[nodiscard]] QList<Item> giveUp();
    /** True while a preamble was seen whose frame is not complete. */
    [[nodiscard]] bool isInsideFrame() const;
    [[nodiscard]] qsizetype bufferedBytes() const { return m_buffer.size(); }
    /** Forgets and wipes everything. */
    void reset();

private:
    void scan(QList<Item> &items);
    void drop(qsizetype count);

    qsizetype m_minimumLength;
    qsizetype m_maximumLength;
    QByteArray m_buffer;
};

/** Body of a request frame; a body is never shorter than two bytes when it comes from a FrameDecoder for requests. */
[[nodiscard]] Request requestFromBody(QByteArrayView body);
/** Body of a reply frame; a body is never shorter than three bytes when it comes from a FrameDecoder for replies. */
[[nodiscard]] Reply replyFromBody(QByteArrayView body);

} // namespace yichuang::device
