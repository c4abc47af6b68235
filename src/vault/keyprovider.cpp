// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/keyprovider.h>

namespace yichuang::vault {

using domain::FailureCode;

KeyProvider::~KeyProvider() = default;

QFuture<KeyAnswer> KeyProvider::acquire(const QString &profileId, bool storeExists)
{
    // The continuation runs where load() ends: on the caller's thread, inside its event loop.
    return load(profileId)
        .then([this, profileId, storeExists](const KeyAnswer &answer) {
            if (answer.state == KeyState::Absent && !storeExists)
                return create(profileId);
            return QtFuture::makeReadyFuture(answer);
        })
        .unwrap();
}

domain::Result<void> keyResult(const KeyAnswer &answer)
{
    switch (answer.state) {
    case KeyState::Found:
        return {};
    case KeyState::Absent:
        return domain::failure(FailureCode::KeyMissing, answer.detail);
    case KeyState::Locked:
        return domain::failure(FailureCode::KeychainLocked, answer.detail, true);
    case KeyState::Unavailable:
        break;
    }
    return domain::failure(FailureCode::KeychainUnavailable, answer.detail, true);
}

} // namespace yichuang::vault
