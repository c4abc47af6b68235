// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslKey>

namespace yichuang::remote {

/** The private key in a PEM text, RSA or elliptic curve; null when it holds none, or one with a password. */
[[nodiscard]] QSslKey keyFromPem(const QByteArray &pem);

} // namespace yichuang::remote
