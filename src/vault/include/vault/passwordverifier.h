// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::vault {

/** Cost of Argon2id (RFC 9106); the default is OWASP's: 19 MiB, two passes, one lane. */
struct VerifierCost {
    quint32 memoryKiB = 19456;
    quint32 passes = 2;
};

/**
 * What proves a password later without holding it: Argon2id, encoded ("$argon2id$v=19$…"), with a salt of its own. Kept in an
 * encrypted store only. Takes tens of milliseconds: not on the ui thread. Error APP-099 when the library refuses.
 */
[[nodiscard]] domain::Result<QString> makeVerifier(const QString &password, VerifierCost cost = {});
/** False for any text that is no verifier. As slow as making one. */
[[nodiscard]] bool fitsVerifier(const QString &verifier, const QString &password);

} // namespace yichuang::vault
