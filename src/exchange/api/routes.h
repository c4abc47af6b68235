// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../service/caseservice.h"
#include "../service/certificateservice.h"
#include "../service/feed.h"
#include "router.h"

namespace yichuang::exchange {

/** The use cases that routes call. */
struct Services {
    Authenticator &authenticator;
    CatalogueService &catalogues;
    CertificateService &certificates;
    CommandEngine &commands;
    CaseService &cases;
    Feed &feed;
    const domain::Clock &clock;
};

/** Every route of resources/api/openapi.yaml. */
void addSessionRoutes(Router &router, const Services &services);
void addCertificateRoutes(Router &router, const Services &services);
void addCaseRoutes(Router &router, const Services &services);
void addReviewRoutes(Router &router, const Services &services);

/** The answer to a result: its JSON, or its problem. */
template<typename T, typename ToJson>
httpserver::Response answerOf(const Call &call, const domain::Result<T> &result, ToJson toJson)
{
    if (!result)
        return problemAnswer(result.error(), call.request.requestId);
    return jsonAnswer(toJson(*result));
}

} // namespace yichuang::exchange
