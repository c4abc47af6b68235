// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "networkworker.h"

#include "networkfailure.h"
#include "privatekey.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <algorithm>
#include <wire/json.h>

namespace yichuang::remote {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr auto freshMark = "yichuangFresh";
constexpr auto timedOutMark = "yichuangTimedOut";
constexpr auto tooLargeMark = "yichuangTooLarge";
constexpr auto cancelledMark = "yichuangCancelled";

bool has(const QNetworkReply *reply, const char *mark)
{
    return reply->property(mark).toBool();
}

bool answers(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

bool isOfType(const QNetworkReply &reply, const QByteArray &type)
{
    const QByteArray told = reply.header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed().toLower().toLatin1();
    return type.isEmpty() || told == type;
}

/** The line of an earlier call brought nothing of this answer: a cut in between has killed it. */
bool metDeadConnection(const QNetworkReply *reply)
{
    const bool silent = reply->error() != QNetworkReply::NoError && !answers(reply);
    return silent && !has(reply, freshMark) && !has(reply, cancelledMark);
}

} // namespace

NetworkWorker::NetworkWorker(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
    renewConnections();
}

void NetworkWorker::prepareTls()
{
    // Not when made, which is on the ui thread: even an empty configuration loads the TLS library and its plug-in.
    if (m_tls || m_endpoint.url.scheme() != "https"_L1)
        return;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
    m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_endpoint.authoritiesPem.isEmpty())
        m_tls->addCaCertificates(QSslCertificate::fromData(m_endpoint.authoritiesPem, QSsl::Pem));
    if (!m_endpoint.certificatePem.isEmpty()) {
        m_tls->setLocalCertificateChain(QSslCertificate::fromData(m_endpoint.certificatePem, QSsl::Pem));
        m_tls->setPrivateKey(keyFromPem(m_endpoint.keyPem));
    }
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
    if (m_tls)
        request.setSslConfiguration(*m_tls);
    return request;
}

QNetworkReply *NetworkWorker::start(const Call &call)
{
    prepareTls();
    const QNetworkRequest request = requestFor(call);
    // Qt sends a GET again by itself when a kept connection turns out dead, a POST only when it was reset.
    if (call.method == "GET")
        return m_network->get(request);
    return call.method == "PUT" ? m_network->put(request, call.body) : m_network->post(request, call.body);
}

int NetworkWorker::timeFor(const Call &call) const
{
    const int usual = m_endpoint.timeoutMs + call.extraMs;
    return call.atMostMs > 0 ? qMin(call.atMostMs, usual) : usual;
}

void NetworkWorker::send(const Call &call, Done done)
{
    go({call, std::move(done), QDeadlineTimer(timeFor(call), Qt::PreciseTimer), false});
}

void NetworkWorker::go(const Try &now)
{
    QNetworkReply *reply = start(now.call);
    m_running.insert(reply);
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    // A coarse timer may fire 5 % early and end a long poll that the exchange was about to answer.
    timer->setTimerType(Qt::PreciseTimer);
    // A timer of our own: the transfer timeout of Qt starts again with every byte, a drip would hold it for ever.
    connect(timer, &QTimer::timeout, reply, [reply, timer, deadline = now.deadline] {
        const bool mayGoOn = has(reply, freshMark) || answers(reply);
        if (mayGoOn && !deadline.hasExpired())
            return timer->start(int(deadline.remainingTime()));
        reply->setProperty(timedOutMark, true);
        reply->abort();
    });
    // A cut that tells nobody leaves kept connections that swallow everything: the second try needs time of its own.
    const int kept = now.second ? 0 : qMin(m_endpoint.timeoutMs, timeFor(now.call)) / 2;
    timer->start(qMax(0, int(now.deadline.remainingTime()) - kept));
    watch(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply, now] { finish(reply, now); });
}

void NetworkWorker::watch(QNetworkReply *reply)
{
    const auto refuse = [reply] {
        reply->setProperty(tooLargeMark, true);
        reply->abort();
    };
    connect(reply, &QNetworkReply::socketStartedConnecting, reply, [reply] { reply->setProperty(freshMark, true); });
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply, refuse] {
        if (reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > wire::maxJsonBytes)
            refuse();
    });
    connect(reply, &QNetworkReply::readyRead, reply, [reply, refuse] {
        if (reply->bytesAvailable() > wire::maxJsonBytes)
            refuse();
    });
}

void NetworkWorker::finish(QNetworkReply *reply, const Try &now)
{
    m_running.remove(reply);
    const bool timedOut = has(reply, timedOutMark);
    if (metDeadConnection(reply)) {
        // Its neighbours went the same way: later calls must not try them one by one.
        if (reply->manager() == m_network)
            renewConnections();
        if (!now.second && !now.deadline.hasExpired()) {
            go({now.call, now.done, now.deadline, true});
            return letGo(reply);
        }
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply->isOpen() ? reply->readAll() : QByteArray();
    if (has(reply, tooLargeMark))
        now.done(domain::failure(FailureCode::NetworkProtocol, u"answer too large"_s));
    else if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300 && !isOfType(*reply, now.call.answerType))
        now.done(domain::failure(FailureCode::NetworkProtocol, u"answer of another media type"_s));
    else if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300)
        now.done(body);
    else
        now.done(tl::unexpected(failureOf(*reply, body, timedOut)));
    letGo(reply);
}

void NetworkWorker::renewConnections()
{
    m_network = new QNetworkAccessManager(this);
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
}

void NetworkWorker::letGo(QNetworkReply *reply)
{
    QNetworkAccessManager *manager = reply->manager();
    reply->deleteLater();
    const auto uses = [manager](const QNetworkReply *running) { return running->manager() == manager; };
    if (manager != m_network && std::none_of(m_running.cbegin(), m_running.cend(), uses))
        manager->deleteLater();
}

void NetworkWorker::cancelAll()
{
    const QSet<QNetworkReply *> running = m_running;
    for (QNetworkReply *reply : running) {
        reply->setProperty(cancelledMark, true);
        reply->abort();
    }
}

} // namespace yichuang::remote
