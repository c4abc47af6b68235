// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include <wire/json.h>
#include <wire/problem.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400: return u"The request cannot be understood"_s;
    case 401: return u"Sign in first"_s;
    case 403: return u"Not allowed"_s;
    case 404: return u"There is no such thing"_s;
    case 405: return u"This method is not allowed here"_s;
    case 409: return u"Somebody else was faster"_s;
    case 413: return u"The request is too large"_s;
    case 415: return u"This media type is not understood"_s;
    case 422: return u"The request is understood but not allowed"_s;
    case 429: return u"Too many requests"_s;
    case 503: return u"Not available at the moment"_s;
    default: return u"Internal fault"_s;
    }
}

/** Families of codes that share a status. */
int familyStatus(const QString &code)
{
    if (code.startsWith("WIRE-"_L1))
        return 400;
    if (code.startsWith("CASE-"_L1) || code.startsWith("CAT-"_L1) || code.startsWith("FORM-"_L1) || code.startsWith("CAL-"_L1))
        return 422;
    return 500;
}

} // namespace

int statusOf(FailureCode code)
{
    switch (code) {
    case FailureCode::RequestMalformed:
    case FailureCode::CursorInvalid:
        return 400;
    case FailureCode::SignInRefused:
    case FailureCode::TokenExpired:
    case FailureCode::TokenInvalid:
        return 401;
    case FailureCode::RoleForbidden:
    case FailureCode::ConsentRequired:
    case FailureCode::CaseForbidden:
    case FailureCode::CaseSameOperator:
        return 403;
    case FailureCode::ResourceUnknown:
    case FailureCode::HolderUnknown:
    case FailureCode::CertificateUnknown:
    case FailureCode::CaseUnknown:
    case FailureCode::CaseUnknownPart:
        return 404;
    case FailureCode::MethodNotAllowed:
        return 405;
    case FailureCode::IdempotencyMismatch:
    case FailureCode::CaseStaleRevision:
    case FailureCode::CaseDuplicateCommand:
        return 409;
    case FailureCode::RequestTooLarge:
    case FailureCode::JsonTooLarge:
        return 413;
    case FailureCode::RequestUnsupportedMedia:
        return 415;
    case FailureCode::PurposeRequired:
    case FailureCode::FileHashMismatch:
    case FailureCode::FileNotHere:
    case FailureCode::FileKindRefused:
        return 422;
    case FailureCode::RequestRateLimited:
    case FailureCode::SignInLocked:
        return 429;
    case FailureCode::StorageUnavailable:
    case FailureCode::ServerStopping:
        return 503;
    default:
        return familyStatus(domain::failureText(code));
    }
}

httpserver::Response problemAnswer(const domain::Error &error, const QString &requestId)
{
    wire::Problem problem;
    problem.status = statusOf(error.code);
    problem.code = error.code;
    problem.type = u"urn:yichuang:failure:"_s + domain::failureText(error.code);
    problem.title = titleOf(problem.status);
    problem.detail = error.detail;
    problem.requestId = requestId;
    httpserver::Response response = jsonAnswer(wire::toJson(problem), problem.status);
    response.contentType = "application/problem+json";
    if (problem.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    if (problem.status == 429)
        response.headers.emplaceBack("Retry-After", "30");
    if (problem.status == 503)
        response.headers.emplaceBack("Retry-After", "2");
    return response;
}

httpserver::Response jsonAnswer(const QJsonObject &object, int status)
{
    return bytesAnswer(wire::toBytes(object), status);
}

httpserver::Response bytesAnswer(const QByteArray &json, int status)
{
    httpserver::Response response;
    response.status = status;
    response.body = json;
    return response;
}

httpserver::Response emptyAnswer()
{
    httpserver::Response response;
    response.status = 204;
    response.contentType.clear();
    return response;
}

} // namespace yichuang::exchange
