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

QFuture<domain::Result<wire::Session>> ExchangeClient::signIn(QString login, QString password)
{
    Call request = d->jsonCall("POST", u"/sign-in"_s, wire::toBytes(wire::toJson(wire::SignInRequest{login, password})));
    request.token.clear();
    return d->call<wire::Session>(request, [this](const QByteArray &body) {
        auto session = wire::sessionFromJson(body);
        if (session) {
            const QMutexLocker lock(&d->mutex);
            d->token = session->token.toLatin1();
        }
        return session;
    });
}

QFuture<domain::Result<void>> ExchangeClient::signOut()
{
    QFuture<domain::Result<void>> answer = d->call<void>(d->jsonCall("POST", u"/sign-out"_s), ignoreBody);
    forgetToken();
    return answer;
}

void ExchangeClient::forgetToken()
{
    const QMutexLocker lock(&d->mutex);
    d->token.fill('\0');
    d->token.clear();
}

bool ExchangeClient::hasToken() const
{
    return !d->currentToken().isEmpty();
}

QFuture<domain::Result<wire::Health>> ExchangeClient::health()
{
    Call request = d->jsonCall("GET", u"/health"_s);
    request.token.clear();
    const QDateTime asked = d->clock.now();
    return d->call<wire::Health>(request, [this, asked](const QByteArray &body) {
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
    QMetaObject::invokeMethod(d->worker, [target = d->worker] { target->cancelAll(); }, Qt::QueuedConnection);
}

} // namespace yichuang::remote
