// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "routes.h"

#include <wire/apiauditjson.h>
#include <wire/apicommandsjson.h>
#include <wire/apireviewsjson.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestWait = 25;
constexpr qint64 mostEvents = 1000;
constexpr qsizetype mostAuditRecords = 500;

httpserver::Response commands(const Call &call, const Services &services)
{
    const auto batch = wire::commandBatchFromJson(call.request.body);
    if (!batch)
        return problemAnswer(batch.error(), call.request.requestId);
    return answerOf(call, services.commands.submit(call.who, *batch), [](const auto &value) { return wire::toJson(value); });
}

/** Parked in the feed when there is nothing new; the responder outlives this call. */
std::optional<httpserver::Response> feed(const Call &call, const Services &services)
{
    const auto after = call.number("after"_L1, 0, 0, std::numeric_limits<qint64>::max());
    const auto limit = call.number("limit"_L1, 200, 1, mostEvents);
    const auto wait = call.number("wait"_L1, 0, 0, longestWait);
    for (const auto *number : {&after, &limit, &wait}) {
        if (!*number)
            return problemAnswer(number->error(), call.request.requestId);
    }
    const auto answer = [call](const domain::Result<wire::FeedAnswer> &found) {
        httpserver::Response response = answerOf(call, found, [](const auto &value) { return wire::toJson(value); });
        response.route = QByteArray(Router::base) + "/feed";
        call.responder.send(std::move(response));
    };
    services.feed.ask(call.who, *after, static_cast<int>(*limit), static_cast<int>(*wait), answer);
    return std::nullopt;
}

httpserver::Response caseById(const Call &call, const Services &services)
{
    const auto id = call.id(0);
    if (!id)
        return problemAnswer(id.error(), call.request.requestId);
    return answerOf(call, services.cases.caseById(call.who, *id), [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response putAttachment(const Call &call, const Services &services)
{
    const auto id = call.id(0);
    if (!id)
        return problemAnswer(id.error(), call.request.requestId);
    const QUuid caseId = QUuid::fromString(QLatin1StringView(call.request.header("X-Case-Id")));
    const QByteArray sha256 = QByteArray::fromHex(call.request.header("X-Content-Sha256"));
    if (caseId.isNull() || sha256.size() != 32)
        return problemAnswer({FailureCode::RequestMalformed, u"X-Case-Id and X-Content-Sha256 are required"_s, false}, call.request.requestId);
    const auto added = services.cases.putAttachment(call.who, *id, caseId, sha256, call.request.body);
    if (!added)
        return problemAnswer(added.error(), call.request.requestId);
    return jsonAnswer(wire::toJson(wire::AttachmentAnswer{*id, call.request.body.size(), sha256}), *added ? 201 : 200);
}

httpserver::Response getAttachment(const Call &call, const Services &services)
{
    const auto id = call.id(0);
    if (!id)
        return problemAnswer(id.error(), call.request.requestId);
    const auto content = services.cases.attachment(call.who, *id);
    if (!content)
        return problemAnswer(content.error(), call.request.requestId);
    httpserver::Response response;
    response.contentType = "application/octet-stream";
    response.body = *content;
    return response;
}

httpserver::Response audit(const Call &call, const Services &services)
{
    const auto batch = wire::auditBatchFromJson(call.request.body);
    if (!batch)
        return problemAnswer(batch.error(), call.request.requestId);
    if (batch->records.size() > mostAuditRecords)
        return problemAnswer({FailureCode::RequestMalformed, u"more than %1 records"_s.arg(mostAuditRecords), false}, call.request.requestId);
    const auto done = services.cases.audit(call.who, *batch);
    return done ? emptyAnswer() : problemAnswer(done.error(), call.request.requestId);
}

} // namespace

void addCaseRoutes(Router &router, const Services &services)
{
    router.add({"POST", "/commands", "application/json", false, [services](const Call &call) { return commands(call, services); }});
    router.add({"GET", "/feed", {}, false, [services](const Call &call) { return feed(call, services); }});
    router.add({"GET", "/cases/{caseId}", {}, false, [services](const Call &call) { return caseById(call, services); }});
    router.add({"PUT", "/attachments/{id}", "application/octet-stream", false, [services](const Call &call) { return putAttachment(call, services); }});
    router.add({"GET", "/attachments/{id}", {}, false, [services](const Call &call) { return getAttachment(call, services); }});
    router.add({"POST", "/audit-records", "application/json", false, [services](const Call &call) { return audit(call, services); }});
}

} // namespace yichuang::exchange
