// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace yichuang::update {

enum class Verdict { Genuine, Forged, NotInBuild };

/**
 * Checks an Ed25519 signature (RFC 8032) of 64 bytes against a public key of 32 bytes. The one place that a platform's
 * library is behind: OpenSSL on Linux, libsodium on Windows; a build without either answers NotInBuild and takes no updates.
 */
[[nodiscard]] Verdict verifyEd25519(QByteArrayView key, QByteArrayView document, QByteArrayView signature);

} // namespace yichuang::update
