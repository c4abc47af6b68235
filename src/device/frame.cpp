// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/frame.h>

#include <device/wipe.h>

namespace yichuang::device {

namespace {
// Requests of this module family carry at most one data byte; the room above that lets odd hosts get a proper answer.
constexpr qsizetype maximumRequestLength = 64;
constexpr qsizetype sliceSize = 4096;

quint8 byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes.at(index));
}
} // namespace

quint8 frameCheckByte(QByteArrayView lengthAndBody)
{
    quint8 check = 0;
    for (const char byte : lengthAndBody)
        check = static_cast<quint8>(check ^ static_cast<quint8>(byte));
    return check;
}

QByteArray encodeFrame(QByteArrayView body)
{
    const qsizetype length = body.size() + 1;
    QByteArray frame;
    frame.reserve(frameHeadSize + length);
    frame.append(framePreamble);
    frame.append(static_cast<char>((length >> 8) & 0xFF));
    frame.append(static_cast<char>(length & 0xFF));
    frame.append(body);
    frame.append(static_cast<char>(frameCheckByte(QByteArrayView(frame).sliced(framePreamble.size()))));
    return frame;
}

QByteArray encodeRequest(const Request &request)
{
    QByteArray body;
    body.append(static_cast<char>(request.command));
    body.append(static_cast<char>(request.parameter));
    body.append(request.data);
    return encodeFrame(body);
}

QByteArray encodeReply(const Reply &reply)
{
    QByteArray body;
    body.reserve(3 + reply.data.size());
    body.append(static_cast<char>(reply.sw1));
    body.append(static_cast<char>(reply.sw2));
    body.append(static_cast<char>(reply.sw3));
    body.append(reply.data);
    QByteArray frame = encodeFrame(body);
    wipe(body);
    return frame;
}

Request requestFromBody(QByteArrayView body)
{
    if (body.size() < 2)
        return {};
    return {byteAt(body, 0), byteAt(body, 1), body.sliced(2).toByteArray()};
}

Reply replyFromBody(QByteArrayView body)
{
    if (body.size() < 3)
        return {};
    return {byteAt(body, 0), byteAt(body, 1), byteAt(body, 2), body.sliced(3).toByteArray()};
}

FrameDecoder::FrameDecoder(Kind kind)
    : m_minimumLength(kind == Kind::Replies ? 4 : 3)
    , m_maximumLength(kind == Kind::Replies ? maximumReplyFrame - frameHeadSize : maximumRequestLength)
{
}

FrameDecoder::~FrameDecoder()
{
    reset();
}

QList<FrameDecoder::Item> FrameDecoder::feed(QByteArrayView bytes)
{
    QList<Item> items;
    // In slices, so that the buffer stays small whatever comes in one piece.
    while (!bytes.isEmpty()) {
        const QByteArrayView slice = bytes.first(qMin(sliceSize, bytes.size()));
        bytes = bytes.sliced(slice.size());
        m_buffer.append(slice);
        scan(items);
    }
    return items;
}

QList<FrameDecoder::Item> FrameDecoder::giveUp()
{
    QList<Item> items;
    if (isInsideFrame()) {
        items.append({Outcome::BadLength, {}});
        drop(1);
        scan(items);
    }
    reset();
    return items;
}

bool FrameDecoder::isInsideFrame() const
{
    return m_buffer.size() >= framePreamble.size();
}

void FrameDecoder::reset()
{
    wipe(m_buffer);
}

void FrameDecoder::scan(QList<Item> &items)
{
    const QByteArrayView all(m_buffer);
    qsizetype start = 0;
    while (true) {
        const qsizetype found = all.indexOf(framePreamble, start);
        if (found < 0) {
            // The tail may be the beginning of a preamble.
            start = qMax(start, m_buffer.size() - (framePreamble.size() - 1));
            break;
        }
        start = found;
        const QByteArrayView rest = all.sliced(start);
        if (rest.size() < frameHeadSize)
            break;
        const qsizetype length = byteAt(rest, 5) * 256 + byteAt(rest, 6);
        if (length < m_minimumLength || length > m_maximumLength) {
            items.append({Outcome::BadLength, {}});
            start += 1;
            continue;
        }
        if (rest.size() < frameHeadSize + length)
            break;
        const QByteArrayView lengthAndBody = rest.sliced(framePreamble.size(), length + 1);
        if (frameCheckByte(lengthAndBody) != byteAt(rest, frameHeadSize + length - 1)) {
            items.append({Outcome::BadChecksum, {}});
            start += 1;
            continue;
        }
        items.append({Outcome::Frame, lengthAndBody.sliced(2).toByteArray()});
        start += frameHeadSize + length;
    }
    drop(start);
}

void FrameDecoder::drop(qsizetype count)
{
    if (count <= 0)
        return;
    QByteArray rest = m_buffer.mid(count);
    wipe(m_buffer);
    m_buffer = rest;
}

} // namespace yichuang::device
