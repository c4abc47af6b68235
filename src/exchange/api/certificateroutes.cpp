// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "routes.h"

#include <wire/apiauditjson.h>
#include <wire/apicertificatesjson.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

httpserver::Response list(const Call &call, const Services &services)
{
    const auto request = wire::listingRequestFromJson(call.request.body);
    if (!request)
        return problemAnswer(request.error(), call.request.requestId);
    return answerOf(call, services.certificates.list(call.who, *request), [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response pull(const Call &call, const Services &services)
{
    const auto request = wire::pullRequestFromJson(call.request.body);
    if (!request)
        return problemAnswer(request.error(), call.request.requestId);
    return answerOf(call, services.certificates.pull(call.who, *request), [](const auto &value) { return wire::toJson(value); });
}

httpserver::Response file(const Call &call, const Services &services)
{
    const auto request = wire::fileRequestFromJson(call.request.body);
    if (!request)
        return problemAnswer(request.error(), call.request.requestId);
    const auto pdf = services.certificates.file(call.who, *request);
    if (!pdf)
        return problemAnswer(pdf.error(), call.request.requestId);
    httpserver::Response response;
    response.contentType = "application/pdf";
    response.body = *pdf;
    return response;
}

httpserver::Response lookups(const Call &call, const Services &services)
{
    return answerOf(call, services.certificates.lookups(call.who, {{}, call.query("caseId"_L1)}), [](const auto &value) { return wire::toJson(value); });
}

/** By citizen: a person's id never stands in an address. */
httpserver::Response findLookups(const Call &call, const Services &services)
{
    const auto query = wire::lookupQueryFromJson(call.request.body);
    if (!query)
        return problemAnswer(query.error(), call.request.requestId);
    return answerOf(call, services.certificates.lookups(call.who, *query), [](const auto &value) { return wire::toJson(value); });
}

} // namespace

void addCertificateRoutes(Router &router, const Services &services)
{
    router.add({"POST", "/certificate-listings", "application/json", false, [services](const Call &call) { return list(call, services); }});
    router.add({"POST", "/certificate-pulls", "application/json", false, [services](const Call &call) { return pull(call, services); }});
    router.add({"POST", "/certificate-files", "application/json", false, [services](const Call &call) { return file(call, services); }});
    router.add({"GET", "/lookups", {}, false, [services](const Call &call) { return lookups(call, services); }});
    router.add({"POST", "/lookups", "application/json", false, [services](const Call &call) { return findLookups(call, services); }});
}

} // namespace yichuang::exchange
