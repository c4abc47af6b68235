// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QString>
#include <domain/error.h>
#include <vault/securekey.h>

namespace yichuang::vault {

/** What a keychain knows about a profile's key. */
enum class KeyState {
    Found,
    /** There is no key, and the keychain proved that it would show one. */
    Absent,
    /** The keychain is locked, or nobody answered its prompt. */
    Locked,
    /** There is no working keychain on this machine. */
    Unavailable,
};

/** One answer of a KeyProvider. */
struct KeyAnswer {
    KeyState state = KeyState::Unavailable;
    /** The key in use; set when state is Found. */
    KeyHandle current;
    /** The key a rotation prepared and did not finish with; a store opens with the one or the other. */
    KeyHandle pending;
    /** Technical English for the log. */
    QString detail;
};

/**
 * Where the keys of stores come from. Every call answers exactly once, later, on the thread that made it, which needs
 * a running event loop; none blocks. A future that ends cancelled means that the provider was destroyed meanwhile.
 * `profileId` names one store on this machine; it holds letters, digits, '-' and '_' only.
 */
class KeyProvider
{
public:
    KeyProvider() = default;
    virtual ~KeyProvider();
    KeyProvider(const KeyProvider &) = delete;
    KeyProvider &operator=(const KeyProvider &) = delete;

    /** Looks the key up. */
    [[nodiscard]] virtual QFuture<KeyAnswer> load(const QString &profileId) = 0;
    /** Makes and stores a new key; an existing one is answered instead and never replaced. */
    [[nodiscard]] virtual QFuture<KeyAnswer> create(const QString &profileId) = 0;
    /** Makes and stores a second key beside the current one, answered as `pending`. */
    [[nodiscard]] virtual QFuture<KeyAnswer> createPending(const QString &profileId) = 0;
    /** The pending key becomes the current one; the old one is gone. Absent when there is no pending key. */
    [[nodiscard]] virtual QFuture<KeyAnswer> promotePending(const QString &profileId) = 0;
    /** Forgets both keys: the store can never be read again. Answers Absent. */
    [[nodiscard]] virtual QFuture<KeyAnswer> remove(const QString &profileId) = 0;

    /**
     * The way to a key at start: load, and only where no store exists yet, create. A store without its key is an
     * error (KeyMissing), never a reason for a new key. The provider must live until the future has ended.
     */
    [[nodiscard]] QFuture<KeyAnswer> acquire(const QString &profileId, bool storeExists);
};

/** Success for Found, else KeyMissing, KeychainLocked or KeychainUnavailable (both retryable). */
[[nodiscard]] domain::Result<void> keyResult(const KeyAnswer &answer);

} // namespace yichuang::vault
