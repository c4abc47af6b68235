// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/module.h>

#include <QtEndian>

namespace yichuang::cardsim {

using device::Command;
using device::FrameDecoder;
using device::Reply;
using device::Request;

namespace {
constexpr int defaultRate = 115200;
constexpr int splitGapMs = 5;

namespace status {
constexpr quint8 done = 0x90;
constexpr quint8 cardFound = 0x9F;
constexpr quint8 noSuchItem = 0x91;
constexpr quint8 badChecksum = 0x10;
constexpr quint8 badLength = 0x11;
constexpr quint8 badCommand = 0x21;
constexpr quint8 readFailed = 0x41;
constexpr quint8 findFailed = 0x80;
constexpr quint8 selectFailed = 0x81;
} // namespace status

Reply withStatus(quint8 sw3, const QByteArray &data = {})
{
    return {0, 0, sw3, data};
}

// 05.01-20260101-0000990100-0000000001: no number of a real module begins so.
QByteArray samNumber()
{
    QByteArray number(16, '\0');
    qToLittleEndian<quint16>(5, number.data());
    qToLittleEndian<quint16>(1, number.data() + 2);
    qToLittleEndian<quint32>(20260101, number.data() + 4);
    qToLittleEndian<quint32>(990100, number.data() + 8);
    qToLittleEndian<quint32>(1, number.data() + 12);
    return number;
}

void appendLength(QByteArray &data, qsizetype length)
{
    data.append(static_cast<char>(length >> 8));
    data.append(static_cast<char>(length & 0xFF));
}
} // namespace

Module::Module()
    : m_lineRate(defaultRate)
{
}

void Module::place(const CardFile &card)
{
    remove();
    m_card = card;
}

void Module::remove()
{
    m_card.reset();
    m_isFound = m_isSelected = m_wasRead = false;
}

void Module::inject(const Fault &fault)
{
    m_faults.append(fault);
}

void Module::powerCycle()
{
    m_isFound = m_isSelected = m_wasRead = false;
    m_lineRate = defaultRate;
    m_decoder.reset();
}

QList<Output> Module::receive(QByteArrayView bytes)
{
    QList<Output> outputs;
    for (const FrameDecoder::Item &item : m_decoder.feed(bytes)) {
        if (item.outcome != FrameDecoder::Outcome::Frame) {
            const bool isChecksum = item.outcome == FrameDecoder::Outcome::BadChecksum;
            outputs.append({device::encodeReply(withStatus(isChecksum ? status::badChecksum : status::badLength)), m_thinkMs, false});
            continue;
        }
        const Request request = device::requestFromBody(item.body);
        const Reply reply = answer(request);
        outputs.append(disturb(device::commandFor(request.command, request.parameter).value_or(Command::SamStatus), reply));
        if (m_pendingRate != 0)
            m_lineRate = std::exchange(m_pendingRate, 0);
    }
    return outputs;
}

Reply Module::answer(const Request &request)
{
    const std::optional<Command> command = device::commandFor(request.command, request.parameter);
    if (!command)
        return withStatus(status::badCommand);
    if (const std::optional<int> rate = device::rateSetBy(*command)) {
        m_pendingRate = *rate;
        return withStatus(status::done);
    }
    switch (*command) {
    case Command::ResetSam:
        m_isFound = m_isSelected = m_wasRead = false;
        return withStatus(status::done);
    case Command::SamStatus:
        return withStatus(status::done);
    case Command::SamNumber:
        return withStatus(status::done, samNumber());
    case Command::SetMaximumRfBytes:
        return withStatus(request.data.size() == 1 ? status::done : status::badLength);
    default:
        return answerCard(*command);
    }
}

Reply Module::answerCard(Command command)
{
    if (command == Command::FindCard) {
        // A card that was read is not found again before it left the field.
        m_isFound = m_card && !m_wasRead;
        return m_isFound ? withStatus(status::cardFound, QByteArray(4, '\0')) : withStatus(status::findFailed);
    }
    if (command == Command::SelectCard) {
        m_isSelected = m_card && m_isFound;
        return m_isSelected ? withStatus(status::done, m_card->serialNumber()) : withStatus(status::selectFailed);
    }
    if (!m_card || !m_isSelected)
        return withStatus(status::readFailed);
    switch (command) {
    case Command::ReadBase:
        return readBase(false);
    case Command::ReadBaseWithFingerprint:
        return readBase(true);
    case Command::ReadAppendedAddress:
        return m_card->appendedAddresses.isEmpty() ? withStatus(status::noSuchItem) : withStatus(status::done, m_card->addressBlock());
    case Command::ReadManagementNumber:
        return withStatus(status::done, m_card->serialNumber());
    default:
        return withStatus(status::badCommand);
    }
}

Reply Module::readBase(bool withFingerprint)
{
    const QByteArray text = m_card->textBlock();
    const QByteArray photo = m_card->photo();
    const QByteArray fingerprint = withFingerprint ? m_card->fingerprint() : QByteArray();
    QByteArray data;
    appendLength(data, text.size());
    appendLength(data, photo.size());
    if (withFingerprint)
        appendLength(data, fingerprint.size());
    data += text + photo + fingerprint;
    m_wasRead = true;
    ++m_readings;
    return withStatus(status::done, data);
}

std::optional<Fault> Module::takeFault(Command command)
{
    if (m_faults.isEmpty())
        return std::nullopt;
    Fault &first = m_faults.first();
    const Command strikesAt = first.kind == Fault::Kind::PullAfterSelect ? Command::SelectCard : first.at.value_or(command);
    if (strikesAt != command)
        return std::nullopt;
    const Fault fault = first;
    if (first.kind == Fault::Kind::Silence && --first.argument > 0)
        return fault;
    m_faults.removeFirst();
    return fault;
}

QList<Output> Module::disturb(Command command, const Reply &reply)
{
    QByteArray frame = device::encodeReply(reply);
    const std::optional<Fault> fault = takeFault(command);
    if (!fault)
        return {{frame, m_thinkMs, false}};
    QList<Output> outputs;
    switch (fault->kind) {
    case Fault::Kind::Split: {
        const qsizetype piece = qMax<qsizetype>(1, frame.size() / fault->argument);
        for (qsizetype at = 0; at < frame.size(); at += piece)
            outputs.append({frame.mid(at, piece), at == 0 ? m_thinkMs : splitGapMs, false});
        return outputs;
    }
    case Fault::Kind::Glue:
        return {{frame + frame, m_thinkMs, false}};
    case Fault::Kind::Checksum:
        frame.back() = static_cast<char>(frame.back() ^ 0x5A);
        break;
    case Fault::Kind::Length: {
        const auto length = static_cast<quint16>(qFromBigEndian<quint16>(frame.constData() + 5) + fault->argument);
        qToBigEndian<quint16>(length, frame.data() + 5);
        break;
    }
    case Fault::Kind::Status:
        // The module failed, so the card counts as not read.
        m_wasRead = false;
        frame = device::encodeReply(withStatus(static_cast<quint8>(fault->argument)));
        break;
    case Fault::Kind::Silence:
        return {};
    case Fault::Kind::Garbage: {
        QByteArray noise;
        for (int i = 0; i < fault->argument; ++i)
            noise.append(static_cast<char>(m_random.bounded(256)));
        frame.prepend(noise);
        break;
    }
    case Fault::Kind::PullAfterSelect:
        remove();
        break;
    case Fault::Kind::UnplugInFrame:
        return {{frame.first(frame.size() / 2), m_thinkMs, true}};
    }
    return {{frame, m_thinkMs, false}};
}

} // namespace yichuang::cardsim
