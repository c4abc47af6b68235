// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/storeopener.h>

namespace yichuang::store {

/**
 * What hall IT does with the store of a profile that nobody has open. Neither call blocks; the calling thread needs an
 * event loop, and there the future ends. `clock` must live until then. Errors: STO-003 when the profile has no store, those
 * of KeyProvider and Vault::open (VLT).
 */

/** What is wrong with the store's pages and structure, in technical English; empty when nothing is. Reads everything. */
[[nodiscard]] QFuture<domain::Result<QStringList>> checkStore(const OpenOptions &options);

/** Gives the store a new key. A crash at any moment leaves a key that opens it: the next opening settles which. */
[[nodiscard]] QFuture<domain::Result<void>> rotateStoreKey(const OpenOptions &options, const domain::Clock &clock);

} // namespace yichuang::store
