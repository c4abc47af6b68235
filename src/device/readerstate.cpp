// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readerstate.h>

namespace yichuang::device {

bool Diagnosis::isReaderWorking() const
{
    using domain::FailureCode;
    if (!failure)
        return true;
    switch (*failure) {
    case FailureCode::ReaderNoCard:
    case FailureCode::ReaderCardMoved:
    case FailureCode::ReaderCardRejected:
    case FailureCode::ReaderCardNotGenuine:
    case FailureCode::ReaderVerifyText:
    case FailureCode::ReaderCardUnknown:
    case FailureCode::CardBlockLength:
    case FailureCode::CardKindUnknown:
    case FailureCode::CardFieldInvalid:
        return true;
    default:
        return false;
    }
}

bool Diagnosis::isReaderMissing() const
{
    return failure == domain::FailureCode::ReaderUnplugged || failure == domain::FailureCode::ReaderNotFound;
}

} // namespace yichuang::device
