// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "networkfailure.h"

#include <wire/problem.h>

namespace yichuang::remote {

using domain::Error;
using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

bool mayRetry(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

Error statusFailure(int status, const QByteArray &body)
{
    if (const auto problem = wire::problemFromJson(body)) {
        const QString detail = u"%1 (request %2)"_s.arg(problem->detail.isEmpty() ? problem->title : problem->detail,
                                                        problem->requestId);
        return {problem->code, detail, mayRetry(status)};
    }
    const QString detail = u"HTTP %1 without a problem document"_s.arg(status);
    if (status == 401)
        return {FailureCode::TokenInvalid, detail, false};
    if (status == 429 || status == 503)
        return {FailureCode::ExchangeBusy, detail, true};
    return {status >= 500 ? FailureCode::ExchangeFault : FailureCode::NetworkProtocol, detail, mayRetry(status)};
}

/** What ended the secure connection; empty when nothing of TLS did. */
QString tlsFault(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return u"TLS handshake failed"_s;
    // TLS 1.3 refuses a client's certificate after the handshake, by an alert that Qt knows as a text only.
    const bool alerted = reply.error() == QNetworkReply::UnknownNetworkError && reply.errorString().contains(" alert "_L1);
    return alerted ? u"TLS alert of the exchange: "_s + reply.errorString().section(u':', -1).simplified() : QString();
}

} // namespace

Error failureOf(const QNetworkReply &reply, const QByteArray &body, bool timedOut)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400)
        return statusFailure(status, body);
    const QNetworkReply::NetworkError error = reply.error();
    if (timedOut || error == QNetworkReply::TimeoutError)
        return {FailureCode::NetworkTimeout, u"no answer in time"_s, true};
    if (error == QNetworkReply::OperationCanceledError)
        return {FailureCode::NetworkCancelled, u"cancelled"_s, true};
    if (const QString fault = tlsFault(reply); !fault.isEmpty())
        return {FailureCode::NetworkTls, fault, false};
    if (error == QNetworkReply::NoError || status >= 300)
        return {FailureCode::NetworkProtocol, u"unexpected answer %1"_s.arg(status), false};
    return {FailureCode::NetworkUnreachable, u"network error %1"_s.arg(int(error)), true};
}

} // namespace yichuang::remote
