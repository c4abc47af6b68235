// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::exchange {

/** Cost of Argon2id; the default is OWASP's: 19 MiB, two passes, one lane. */
struct PasswordCost {
    quint32 memoryKiB = 19456;
    quint32 passes = 2;
};

/** The encoded hash ("$argon2id$v=19$…") with a random salt. Error APP-099 when the library refuses. */
[[nodiscard]] domain::Result<QString> hashPassword(const QString &password, PasswordCost cost = {});
/** Takes the time of one hash, whether it matches or not. */
[[nodiscard]] bool verifyPassword(const QString &encoded, const QString &password);

} // namespace yichuang::exchange
