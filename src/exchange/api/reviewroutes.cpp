// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "routes.h"

#include <wire/apireviewsjson.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostEntries = 200;

httpserver::Response reviews(const Call &call, const Services &services)
{
    const auto limit = call.number("limit"_L1, 50, 1, mostEntries);
    if (!limit)
        return problemAnswer(limit.error(), call.request.requestId);
    return answerOf(call, services.cases.reviews(call.who, call.query("state"_L1), call.query("after"_L1), static_cast<int>(*limit)),
                    [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response review(const Call &call, const Services &services)
{
    const auto id = call.id(0);
    if (!id)
        return problemAnswer(id.error(), call.request.requestId);
    return answerOf(call, services.cases.review(call.who, *id), [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response act(const Call &call, const Services &services, ReviewVerb verb)
{
    const auto id = call.id(0);
    if (!id)
        return problemAnswer(id.error(), call.request.requestId);
    const auto action = wire::reviewActionFromJson(call.request.body);
    if (!action)
        return problemAnswer(action.error(), call.request.requestId);
    return answerOf(call, services.cases.act(call.who, *id, verb, *action), [](const auto &value) { return wire::toJson(value); });
}

} // namespace

void addReviewRoutes(Router &router, const Services &services)
{
    router.add({"GET", "/reviews", {}, false, [services](const Call &call) { return reviews(call, services); }});
    router.add({"GET", "/reviews/{partId}", {}, false, [services](const Call &call) { return review(call, services); }});
    const QList<std::pair<QByteArray, ReviewVerb>> verbs{
        {"accept", ReviewVerb::Accept}, {"reject", ReviewVerb::Reject},   {"ask-correction", ReviewVerb::AskCorrection},
        {"take", ReviewVerb::Take},     {"approve", ReviewVerb::Approve}, {"refuse", ReviewVerb::Refuse},
        {"pause", ReviewVerb::Pause},   {"resume", ReviewVerb::Resume},   {"finish", ReviewVerb::Finish},
    };
    for (const auto &[name, verb] : verbs)
        router.add({"POST", "/reviews/{partId}/" + name, "application/json", false, [services, chosen = verb](const Call &call) { return act(call, services, chosen); }});
}

} // namespace yichuang::exchange
