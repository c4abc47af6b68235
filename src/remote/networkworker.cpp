// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "networkworker.h"

#include "networkfailure.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <wire/json.h>

namespace yichuang::remote {

using domain::FailureCode;
using namespace Qt::StringLiterals;

NetworkWorker::NetworkWorker(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
    , m_network(this)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

QNetworkRequest NetworkWorker::requestFor(const Call &call) const
{
    QUrl url = m_endpoint.url;
    const QStringList halves = call.path.split(u'?');
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + u"/api/v"_s + QLatin1StringView(wire::apiVersion) + halves.first());
    if (halves.size() > 1)
        url.setQuery(halves.at(1));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json, application/problem+json, */*;q=0.1");
    if (!call.contentType.isEmpty())
        request.setRawHeader("Content-Type", call.contentType);
    if (!call.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + call.token);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!m_endpoint.authoritiesPem.isEmpty())
            tls.addCaCertificates(QSslCertificate::fromData(m_endpoint.authoritiesPem, QSsl::Pem));
        request.setSslConfiguration(tls);
    }
    return request;
}

void NetworkWorker::send(const Call &call, Done done)
{
    QNetworkReply *reply = m_network.sendCustomRequest(requestFor(call), call.method, call.body);
    m_running.insert(reply);
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    // A timer of our own: the transfer timeout of Qt starts again with every byte, a drip would hold it for ever.
    connect(timer, &QTimer::timeout, reply, [reply] {
        reply->setProperty("yichuangTimedOut", true);
        reply->abort();
    });
    timer->start(m_endpoint.timeoutMs + call.extraMs);
    watch(reply, std::move(done));
}

void NetworkWorker::watch(QNetworkReply *reply, Done done)
{
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > wire::maxJsonBytes) {
            reply->setProperty("yichuangTooLarge", true);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        m_running.remove(reply);
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray body = reply->isOpen() ? reply->readAll() : QByteArray();
        if (reply->property("yichuangTooLarge").toBool())
            done(domain::failure(FailureCode::NetworkProtocol, u"answer too large"_s));
        else if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300)
            done(body);
        else
            done(tl::unexpected(failureOf(*reply, body, reply->property("yichuangTimedOut").toBool())));
    });
}

void NetworkWorker::cancelAll()
{
    const QSet<QNetworkReply *> running = m_running;
    for (QNetworkReply *reply : running)
        reply->abort();
}

} // namespace yichuang::remote
