// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QUrl>

namespace yichuang::remote {

/** Where the exchange is and how to trust it. */
struct Endpoint {
    QUrl url;                  ///< https, or http on a loopback address; a path prefix is kept
    QByteArray authoritiesPem; ///< trusted besides the system's, for example a hall's own CA; may be empty
    QByteArray certificatePem; ///< shown to an exchange that asks for one, its own first, then its chain; may be empty
    QByteArray keyPem;         ///< of that certificate: RSA or elliptic curve, without a password
    int timeoutMs = 15000;     ///< of one call, 1000 to 120000; a long poll adds its own wait

    /** Checks the scheme and that plain HTTP stays on this machine. Error NET-008. */
    [[nodiscard]] static domain::Result<Endpoint> fromText(const QString &text);
    [[nodiscard]] bool isThisMachine() const; ///< a loopback address, or localhost
};

/** True when a PEM text holds a private key that an endpoint can use. */
[[nodiscard]] bool isPrivateKey(const QByteArray &pem);

} // namespace yichuang::remote
