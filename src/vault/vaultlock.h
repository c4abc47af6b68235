// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <domain/error.h>
#include <memory>

namespace yichuang::vault {

/**
 * Takes "<file>.lock", which the writer of a store holds; a lock whose process is gone, or that says nothing of whom
 * it is, is taken over, the latter after half a second. VaultInUse (retryable), VaultNotWritable.
 */
[[nodiscard]] domain::Result<std::unique_ptr<QLockFile>> takeLock(const QString &file);

} // namespace yichuang::vault
