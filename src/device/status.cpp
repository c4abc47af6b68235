// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/status.h>

#include <array>

namespace yichuang::device {

namespace {
using domain::FailureCode;

constexpr std::array<StatusInfo, 25> statuses{{
    {0x90, Reaction::GoOn, std::nullopt, "done"},
    {0x9F, Reaction::GoOn, std::nullopt, "card found"},
    {0x91, Reaction::Empty, std::nullopt, "no such item on this card"},
    {0x10, Reaction::Resend, FailureCode::ReaderFrameChecksum, "module saw a wrong checksum"},
    {0x11, Reaction::Resend, FailureCode::ReaderFrameLength, "module saw a wrong length"},
    {0x21, Reaction::Fault, FailureCode::ReaderCommand, "command error"},
    {0x23, Reaction::Fault, FailureCode::ReaderCommand, "no privilege"},
    {0x24, Reaction::Fault, FailureCode::ReaderCommand, "unrecognised error"},
    {0x31, Reaction::AskAgain, FailureCode::ReaderCardRejected, "card rejects the module"},
    // The session turns the second one in a row into ReaderCardNotGenuine.
    {0x32, Reaction::AskAgain, FailureCode::ReaderCardRejected, "module rejects the card"},
    {0x33, Reaction::AskAgain, FailureCode::ReaderVerifyText, "verification of the text failed"},
    {0x37, Reaction::AskAgain, FailureCode::ReaderVerifyText, "verification of the fingerprint failed"},
    {0x3F, Reaction::AskAgain, FailureCode::ReaderVerifyText, "length of the information is wrong"},
    {0x40, Reaction::TellClerk, FailureCode::ReaderCardUnknown, "kind of card unknown"},
    {0x41, Reaction::AskAgain, FailureCode::ReaderCardMoved, "reading failed"},
    {0x47, Reaction::AskAgain, FailureCode::ReaderCardMoved, "random number from the card failed"},
    {0x60, Reaction::Fault, FailureCode::ReaderModuleFault, "self-test failed"},
    {0x66, Reaction::Fault, FailureCode::ReaderNotAuthorised, "module not authorised"},
    {0x80, Reaction::NoCard, FailureCode::ReaderNoCard, "no card found"},
    {0x81, Reaction::FindAgain, FailureCode::ReaderCardMoved, "select failed"},
    {0x01, Reaction::Port, FailureCode::ReaderNotFound, "host library: port open failed"},
    {0x02, Reaction::Port, FailureCode::ReaderTimeout, "host library: receive time-out"},
    {0x03, Reaction::Port, FailureCode::ReaderReplyInvalid, "host library: transfer error"},
    {0x05, Reaction::Port, FailureCode::ReaderNotFound, "host library: serial port unusable"},
    {0x09, Reaction::Port, FailureCode::ReaderNoDriver, "host library: file open failed"},
}};
} // namespace

std::span<const StatusInfo> statusTable()
{
    return statuses;
}

StatusInfo statusInfo(quint8 status)
{
    for (const StatusInfo &info : statuses) {
        if (info.status == status)
            return info;
    }
    return {status, Reaction::Resend, FailureCode::ReaderReplyInvalid, "unknown status"};
}

} // namespace yichuang::device
