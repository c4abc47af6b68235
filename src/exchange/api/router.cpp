// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "router.h"

#include <QUrlQuery>
#include <QUuid>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** The path's values when it fits the template. */
std::optional<QStringList> match(const QByteArray &path, const QByteArray &pattern)
{
    const QByteArrayList have = path.split('/');
    const QByteArrayList want = pattern.split('/');
    if (have.size() != want.size())
        return std::nullopt;
    QStringList values;
    for (qsizetype i = 0; i < have.size(); ++i) {
        if (want.at(i).startsWith('{'))
            values.append(QString::fromUtf8(QByteArray::fromPercentEncoding(have.at(i))));
        else if (have.at(i) != want.at(i))
            return std::nullopt;
    }
    return values;
}

QByteArray mediaTypeOf(const httpserver::Request &request)
{
    return request.header("Content-Type").split(';').first().trimmed().toLower();
}

} // namespace

QString Call::query(QLatin1StringView name) const
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(name, QUrl::FullyDecoded);
}

domain::Result<qint64> Call::number(QLatin1StringView name, qint64 fallback, qint64 least, qint64 most) const
{
    const QString text = query(name);
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        return domain::failure(FailureCode::RequestMalformed, u"%1 is out of range"_s.arg(name));
    return value;
}

domain::Result<QUuid> Call::id(qsizetype place) const
{
    const QString text = params.value(place);
    const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        return domain::failure(FailureCode::ResourceUnknown);
    return id;
}

QByteArray Call::bearer() const
{
    const QByteArray value = request.header("Authorization");
    return value.left(7).toLower() == "bearer " ? value.mid(7).trimmed() : QByteArray();
}

Router::Router(Authenticator &authenticator)
    : m_authenticator(authenticator)
{
}

void Router::add(Route route)
{
    route.path.prepend(base);
    m_routes.append(std::move(route));
}

const Route *Router::find(Call &call, QByteArrayList &allowed) const
{
    for (const Route &route : m_routes) {
        const auto values = match(call.request.path, route.path);
        if (!values)
            continue;
        if (route.method == call.request.method) {
            call.params = *values;
            return &route;
        }
        allowed.append(route.method);
    }
    return nullptr;
}

std::optional<httpserver::Response> Router::answer(Call &call, const Route *&route) const
{
    const auto refuse = [&](const domain::Error &error) { return problemAnswer(error, call.request.requestId); };
    QByteArrayList allowed;
    route = find(call, allowed);
    if (!route && allowed.isEmpty())
        return refuse({FailureCode::ResourceUnknown, {}, false});
    if (!route) {
        httpserver::Response response = refuse({FailureCode::MethodNotAllowed, {}, false});
        response.headers.emplaceBack("Allow", allowed.join(", "));
        return response;
    }
    if (!route->open) {
        domain::Result<wire::Operator> who = domain::failure(FailureCode::TokenInvalid);
        if (!call.bearer().isEmpty())
            who = m_authenticator.check(call.bearer());
        if (!who)
            return refuse(who.error());
        call.who = std::move(*who);
    }
    if (!route->media.isEmpty() && mediaTypeOf(call.request) != route->media)
        return refuse({FailureCode::RequestUnsupportedMedia, QString::fromLatin1(route->media), false});
    return route->handler(call);
}

void Router::handle(httpserver::Request request, httpserver::Responder responder) const
{
    Call call{std::move(request), std::move(responder), {}, {}};
    const Route *route = nullptr;
    auto response = answer(call, route);
    if (!response)
        return;
    response->route = route ? route->path : QByteArray();
    call.responder.send(std::move(*response));
}

} // namespace yichuang::exchange
