// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vault/keyprovider.h>

namespace yichuang::vault {

/**
 * Encrypts the store anew on the store's own thread: close the readers, Connection::rekey, open the readers again.
 * Called on the thread that called rotateKey.
 */
using RekeyStep = std::function<QFuture<domain::Result<void>>(KeyHandle newKey)>;

/**
 * Changes a store's key so that a crash at any moment leaves a key that opens it: store the new key as pending, rekey
 * and checkpoint, promote the pending key. After a failure the pending key stays for the next opening or attempt.
 * Called on the provider's thread, which needs an event loop; the provider must live until the future has ended.
 */
[[nodiscard]] QFuture<domain::Result<void>> rotateKey(KeyProvider &provider, const QString &profileId, RekeyStep rekey);

} // namespace yichuang::vault
