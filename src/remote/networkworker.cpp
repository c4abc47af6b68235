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

void NetworkWorker::prepareTls()
{
    // Not when made, which is on the ui thread: reading the system's authorities takes its time.
    if (std::exchange(m_tlsReady, true) || m_endpoint.url.scheme() != "https"_L1)
        return;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_endpoint.authoritiesPem.isEmpty())
        m_tls.addCaCertificates(QSslCertificate::fromData(m_endpoint.authoritiesPem, QSsl::Pem));
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
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(m_tls);
    return request;
}

QNetworkReply *NetworkWorker::start(const Call &call)
{
    prepareTls();
    const QNetworkRequest request = requestFor(call);
    // Qt sends a GET again by itself when a kept connection turns out dead; a custom verb it would fail.
    if (call.method == "GET")
        return m_network.get(request);
    return call.method == "PUT" ? m_network.put(request, call.body) : m_network.post(request, call.body);
}

void NetworkWorker::send(const Call &call, Done done)
{
    QNetworkReply *reply = start(call);
    m_running.insert(reply);
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    // A coarse timer may fire 5 % early and end a long poll that the exchange was about to answer.
    timer->setTimerType(Qt::PreciseTimer);
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
    const auto refuse = [reply] {
        reply->setProperty("yichuangTooLarge", true);
        reply->abort();
    };
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply, refuse] {
        if (reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > wire::maxJsonBytes)
            refuse();
    });
    connect(reply, &QNetworkReply::readyRead, reply, [reply, refuse] {
        if (reply->bytesAvailable() > wire::maxJsonBytes)
            refuse();
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
