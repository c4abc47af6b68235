// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "privatekey.h"

#include <remote/endpoint.h>

#include <QHostAddress>

namespace yichuang::remote {

using namespace Qt::StringLiterals;

domain::Result<Endpoint> Endpoint::fromText(const QString &text)
{
    using domain::FailureCode;
    Endpoint endpoint;
    endpoint.url = QUrl(text, QUrl::StrictMode);
    if (!endpoint.url.isValid() || endpoint.url.host().isEmpty())
        return domain::failure(FailureCode::ExchangeUrlInvalid, u"not an address"_s);
    if (!endpoint.url.userInfo().isEmpty() || endpoint.url.hasQuery() || endpoint.url.hasFragment())
        return domain::failure(FailureCode::ExchangeUrlInvalid, u"user, query and fragment are not allowed"_s);
    const QString scheme = endpoint.url.scheme();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return domain::failure(FailureCode::ExchangeUrlInvalid, u"scheme must be https"_s);
    if (scheme == "http"_L1 && !endpoint.isThisMachine())
        return domain::failure(FailureCode::ExchangeUrlInvalid, u"plain http is for a loopback address only"_s);
    return endpoint;
}

bool Endpoint::isThisMachine() const
{
    const QString host = url.host();
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool isPrivateKey(const QByteArray &pem)
{
    return !keyFromPem(pem).isNull();
}

QSslKey keyFromPem(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return {};
}

} // namespace yichuang::remote
