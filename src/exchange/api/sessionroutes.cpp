// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "routes.h"

#include <wire/apisessionjson.h>
#include <wire/json.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

wire::Operator withHall(wire::Operator person, CatalogueService &catalogues)
{
    person.hallName = catalogues.current()->content().hallName;
    return person;
}

httpserver::Response health(const Call &, const Services &services)
{
    return jsonAnswer(wire::toJson(wire::Health{u"ok"_s, QStringLiteral(YICHUANG_VERSION), QString::fromLatin1(wire::apiVersion), services.clock.now()}));
}

httpserver::Response signIn(const Call &call, const Services &services)
{
    const auto request = wire::signInRequestFromJson(call.request.body);
    if (!request)
        return problemAnswer(request.error(), call.request.requestId);
    auto session = services.authenticator.signIn(*request);
    if (session)
        session->account = withHall(session->account, services.catalogues);
    return answerOf(call, session, [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response signOut(const Call &call, const Services &services)
{
    const auto done = services.authenticator.signOut(call.bearer());
    return done ? emptyAnswer() : problemAnswer(done.error(), call.request.requestId);
}

httpserver::Response catalogue(const Call &call, const Services &services)
{
    const auto since = call.number("since"_L1, 0, 0, std::numeric_limits<qint64>::max());
    if (!since)
        return problemAnswer(since.error(), call.request.requestId);
    const auto bytes = services.catalogues.bytesSince(*since);
    return bytes ? bytesAnswer(*bytes) : problemAnswer(bytes.error(), call.request.requestId);
}

} // namespace

void addSessionRoutes(Router &router, const Services &services)
{
    router.add({"GET", "/health", {}, true, [services](const Call &call) { return health(call, services); }});
    router.add({"POST", "/sign-in", "application/json", true, [services](const Call &call) { return signIn(call, services); }});
    router.add({"POST", "/sign-out", {}, false, [services](const Call &call) { return signOut(call, services); }});
    router.add({"GET", "/me", {}, false, [services](const Call &call) { return jsonAnswer(wire::toJson(withHall(call.who, services.catalogues))); }});
    router.add({"GET", "/catalogue", {}, false, [services](const Call &call) { return catalogue(call, services); }});
}

} // namespace yichuang::exchange
