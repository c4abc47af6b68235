// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "clientprivate.h"

#include <wire/apiauditjson.h>
#include <wire/apicataloguejson.h>
#include <wire/apicertificatesjson.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

namespace yichuang::remote {

using namespace Qt::StringLiterals;

ExchangeClient::ExchangeClient(Endpoint endpoint, const domain::Clock &clock)
    : d(std::make_unique<Private>(std::move(endpoint), clock))
{
}

ExchangeClient::~ExchangeClient() = default;

Call ExchangeClient::Private::signInCall(const QString &login, const QString &password) const
{
    return openCall("POST", u"/sign-in"_s, wire::toBytes(wire::toJson(wire::SignInRequest{login, password})));
}

void ExchangeClient::Private::admit(Call request, const NetworkWorker::Done &done)
{
    // Made before the token came, perhaps.
    if (!request.isOpen && request.token.isEmpty())
        request.token = currentToken();
    if (!request.isOpen && request.token.isEmpty() && later)
        later->send(request, done);
    else
        worker->send(request, done);
}

QFuture<domain::Result<wire::Session>> ExchangeClient::signIn(QString login, QString password, int atMostMs)
{
    Call call = d->signInCall(login, password);
    call.atMostMs = atMostMs;
    return d->call<wire::Session>(call, [this](const QByteArray &body) {
        auto session = wire::sessionFromJson(body);
        if (session)
            d->keepToken(session->token.toLatin1());
        return session;
    });
}

QFuture<domain::Result<wire::Session>> ExchangeClient::signInLater(QString login, QString password, QString operatorId)
{
    forgetToken();
    const auto over = [this](const QByteArray &token) {
        d->keepToken(token);
        d->later.reset();
    };
    const auto later = std::make_shared<LaterSignIn>(d->worker, d->signInCall(login, password), std::move(operatorId), over);
    QFuture<domain::Result<wire::Session>> future = later->future();
    d->onNetwork([this, later] { d->later = later; });
    return future;
}

QFuture<domain::Result<void>> ExchangeClient::signOut()
{
    // The exchange knows nothing of who has no token.
    QFuture<domain::Result<void>> answer = hasToken() ? d->call<void>(d->jsonCall("POST", u"/sign-out"_s), ignoreBody)
                                                      : QtFuture::makeReadyFuture(domain::Result<void>());
    forgetToken();
    return answer;
}

void ExchangeClient::forgetToken()
{
    {
        const QMutexLocker lock(&d->mutex);
        d->token.fill('\0');
        d->token.clear();
    }
    d->onNetwork([this] {
        // A later sign-in may have brought one just now.
        d->keepToken({});
        if (const auto later = d->later)
            later->giveUp();
    });
}

bool ExchangeClient::hasToken() const
{
    return !d->currentToken().isEmpty();
}

QFuture<domain::Result<wire::Health>> ExchangeClient::health()
{
    const QDateTime asked = d->clock.now();
    return d->call<wire::Health>(d->openCall("GET", u"/health"_s), [this, asked](const QByteArray &body) {
        auto health = wire::healthFromJson(body);
        if (!health)
            return health;
        if (health->apiVersion != QLatin1StringView(wire::apiVersion))
            return domain::Result<wire::Health>(domain::failure(domain::FailureCode::ApiVersion, health->apiVersion));
        const QDateTime middle = asked.addMSecs(asked.msecsTo(d->clock.now()) / 2);
        const QMutexLocker lock(&d->mutex);
        d->offset = middle.msecsTo(health->time);
        return health;
    });
}

QFuture<domain::Result<wire::Operator>> ExchangeClient::me()
{
    return d->call<wire::Operator>(d->jsonCall("GET", u"/me"_s),
                                   [](const QByteArray &body) { return wire::operatorFromJson(body); });
}

QFuture<domain::Result<wire::CatalogueAnswer>> ExchangeClient::catalogue(qint64 since)
{
    return d->call<wire::CatalogueAnswer>(d->jsonCall("GET", u"/catalogue?since=%1"_s.arg(since)),
                                          [](const QByteArray &body) { return wire::catalogueAnswerFromJson(body); });
}

QFuture<domain::Result<wire::ListingAnswer>> ExchangeClient::listCertificates(wire::ListingRequest request)
{
    return d->call<wire::ListingAnswer>(
        d->jsonCall("POST", u"/certificate-listings"_s, wire::toBytes(wire::toJson(request))),
        [](const QByteArray &body) { return wire::listingAnswerFromJson(body); });
}

QFuture<domain::Result<wire::PullAnswer>> ExchangeClient::pullCertificates(wire::PullRequest request)
{
    return d->call<wire::PullAnswer>(
        d->jsonCall("POST", u"/certificate-pulls"_s, wire::toBytes(wire::toJson(request))),
        [](const QByteArray &body) { return wire::pullAnswerFromJson(body); });
}

QFuture<domain::Result<QByteArray>> ExchangeClient::certificateFile(wire::FileRequest request)
{
    Call call = d->jsonCall("POST", u"/certificate-files"_s, wire::toBytes(wire::toJson(request)));
    call.answerType = "application/pdf";
    return d->call<QByteArray>(call, [](const QByteArray &body) { return domain::Result<QByteArray>(body); });
}

QFuture<domain::Result<void>> ExchangeClient::pushAudit(wire::AuditBatch batch)
{
    return d->call<void>(d->jsonCall("POST", u"/audit-records"_s, wire::toBytes(wire::toJson(batch))), ignoreBody);
}

QFuture<domain::Result<wire::LookupPage>> ExchangeClient::findLookups(wire::LookupQuery query)
{
    return d->call<wire::LookupPage>(d->jsonCall("POST", u"/lookups"_s, wire::toBytes(wire::toJson(query))),
                                     [](const QByteArray &body) { return wire::lookupPageFromJson(body); });
}

std::optional<qint64> ExchangeClient::offsetMs() const
{
    const QMutexLocker lock(&d->mutex);
    return d->offset;
}

void ExchangeClient::cancelAll()
{
    d->onNetwork([target = d->worker] { target->cancelAll(); });
}

} // namespace yichuang::remote
