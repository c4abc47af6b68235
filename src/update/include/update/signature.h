// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <domain/error.h>

namespace yichuang::update {

/** Largest signature file that is looked at, in bytes. */
inline constexpr qsizetype maxSignatureBytes = 8192;

/** A public key that lists of releases may be signed with. */
struct TrustedKey {
    QByteArray id;    ///< first 16 hexadecimal digits of the SHA-256 of `bytes`
    QByteArray bytes; ///< Ed25519, 32 bytes
    friend bool operator==(const TrustedKey &, const TrustedKey &) = default;
};

/** The keys of a PEM text with one or more "PUBLIC KEY" blocks. UPD-001 when a block is no Ed25519 key, or there is none. */
[[nodiscard]] domain::Result<QList<TrustedKey>> trustedKeys(QByteArrayView pem);

/**
 * Checks a detached signature: lines of "ed25519 <key id> <base64 of the signature>". One line by one trusted key is
 * enough, lines of other keys or algorithms are passed over: so an old and a new key sign the same list while halls change
 * from one to the other. UPD-003, or UPD-015 where the build cannot check.
 */
[[nodiscard]] domain::Result<void> verifySignature(QByteArrayView document, QByteArrayView signatureFile, const QList<TrustedKey> &keys);

} // namespace yichuang::update
