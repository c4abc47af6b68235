// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "latersignin.h"

#include <wire/apisessionjson.h>

namespace yichuang::remote {

using domain::FailureCode;

LaterSignIn::LaterSignIn(NetworkWorker *worker, Call signIn, QString operatorId, Over over)
    : m_worker(worker)
    , m_signIn(std::move(signIn))
    , m_operatorId(std::move(operatorId))
    , m_over(std::move(over))
{
    m_promise.start();
}

void LaterSignIn::send(const Call &call, NetworkWorker::Done done)
{
    m_waiting.push_back({call, std::move(done)});
    if (std::exchange(m_asking, true))
        return;
    m_worker->send(m_signIn, [self = shared_from_this()](const domain::Result<QByteArray> &body) { self->settle(body); });
}

void LaterSignIn::giveUp()
{
    end(domain::failure(FailureCode::NetworkCancelled, {}, true));
}

namespace {

/** What the exchange finds wrong with a sign-in is no word about the calls that wait behind it. */
domain::Error forWaiting(const domain::Error &error)
{
    switch (error.code) {
    case FailureCode::RequestMalformed:
    case FailureCode::RequestTooLarge:
    case FailureCode::RequestUnsupportedMedia:
    case FailureCode::ResourceUnknown:
    case FailureCode::MethodNotAllowed:
    case FailureCode::JsonSyntax:
    case FailureCode::JsonShape:
    case FailureCode::JsonValue:
    case FailureCode::JsonTooLarge:
        return {FailureCode::NetworkProtocol, QStringLiteral("sign-in: ") + domain::failureText(error.code) + QLatin1Char(' ') + error.detail, false};
    default:
        return error;
    }
}

} // namespace

LaterSignIn::Answer LaterSignIn::sessionFrom(const domain::Result<QByteArray> &body) const
{
    if (!body)
        return tl::unexpected(body.error());
    auto session = wire::sessionFromJson(*body);
    if (!session)
        return domain::failure(FailureCode::NetworkProtocol, session.error().detail);
    if (session->account.id != m_operatorId)
        return domain::failure(FailureCode::SignInRefused);
    return session;
}

void LaterSignIn::settle(const domain::Result<QByteArray> &body)
{
    m_asking = false;
    Answer session = sessionFrom(body);
    if (m_ended)
        session = domain::failure(FailureCode::NetworkCancelled, {}, true);
    else if (session || session.error().code == FailureCode::SignInRefused)
        end(session);
    for (Waiting &waiting : std::exchange(m_waiting, {})) {
        if (!session) {
            waiting.done(tl::unexpected(forWaiting(session.error())));
            continue;
        }
        waiting.call.token = session->token.toLatin1();
        m_worker->send(waiting.call, std::move(waiting.done));
    }
}

void LaterSignIn::end(const Answer &answer)
{
    if (std::exchange(m_ended, true))
        return;
    m_signIn.body.fill('\0');
    m_over(answer ? answer->token.toLatin1() : QByteArray());
    m_promise.addResult(answer);
    m_promise.finish();
}

} // namespace yichuang::remote
