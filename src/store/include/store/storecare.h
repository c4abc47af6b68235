// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/storeopener.h>

namespace yichuang::store {

/**
 * What is wrong with the pages and the structure of a store that nobody has open, in technical English; empty when nothing
 * is. Reads everything and never blocks; the calling thread needs an event loop, and there the future ends. Errors: STO-003
 * when the profile has no store, those of KeyProvider and Vault::open (VLT).
 */
[[nodiscard]] QFuture<domain::Result<QStringList>> checkStore(const OpenOptions &options);

} // namespace yichuang::store
