// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>

namespace yichuang::store {

/** The file beside a store with the name under which the keychain knows its key. */
[[nodiscard]] QString profileIdFile(const QString &profileFolder);
/** The id in the file; empty when there is no file or no id in it. */
[[nodiscard]] domain::Result<QString> readProfileId(const QString &path);

} // namespace yichuang::store
