// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../service/authenticator.h"
#include "answer.h"

#include <QStringList>

namespace yichuang::exchange {

/** One request on its way to its route. */
struct Call {
    httpserver::Request request;
    httpserver::Responder responder;
    QStringList params;      ///< the path's values in the order of the template
    wire::Operator who;      ///< empty on open routes

    /** A query value, percent-decoded; empty when absent. */
    [[nodiscard]] QString query(QLatin1StringView name) const;
    /** A whole number from the query within bounds, or SVC-001. */
    [[nodiscard]] domain::Result<qint64> number(QLatin1StringView name, qint64 fallback, qint64 least, qint64 most) const;
    /** The UUID of a path value, or SVC-005: what is no id names nothing. */
    [[nodiscard]] domain::Result<QUuid> id(qsizetype place) const;
    [[nodiscard]] QByteArray bearer() const;
};

/** Answers now, or nothing when the handler kept the responder for later. */
using RouteHandler = std::function<std::optional<httpserver::Response>(const Call &)>;

struct Route {
    QByteArray method;
    QByteArray path;         ///< template below the base, for example "/reviews/{partId}"
    QByteArray media;        ///< required content type of the body; empty: no body
    bool open = false;       ///< needs no token
    RouteHandler handler;
};

/** Finds the route, checks method, token and media type, and turns every failure into problem details. Thread-safe. */
class Router
{
public:
    explicit Router(Authenticator &authenticator);
    void add(Route route);
    void handle(httpserver::Request request, httpserver::Responder responder) const;

    static constexpr char base[] = "/api/v1";

private:
    [[nodiscard]] std::optional<httpserver::Response> answer(Call &call, const Route *&route) const;
    [[nodiscard]] const Route *find(Call &call, QByteArrayList &allowed) const;

    Authenticator &m_authenticator;
    QList<Route> m_routes;
};

} // namespace yichuang::exchange
