// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scriptedserver.h"

#include <wire/json.h>
#include <wire/problem.h>

namespace yichuang::test {

using namespace Qt::StringLiterals;
using httpserver::Request;
using httpserver::Responder;
using httpserver::Response;

Response jsonResponse(int status, const QByteArray &body)
{
    Response response;
    response.status = status;
    response.body = body;
    response.route = "/scripted";
    return response;
}

Response problemResponse(int status, domain::FailureCode code)
{
    const wire::Problem problem{u"urn:yichuang:failure:"_s + domain::failureText(code), u"title"_s, status, code,
                                u"detail"_s, u"0191f2a0-0000-7000-8000-000000000001"_s};
    Response response = jsonResponse(status, wire::toBytes(wire::toJson(problem)));
    response.contentType = "application/problem+json";
    return response;
}

ScriptedServer::ScriptedServer(Line line, quint16 port, const QByteArray &clientCaPem)
{
    httpserver::Options options;
    options.port = port;
    if (line != Line::Plain) {
        const QStringList names = line == Line::Tls ? QStringList{u"localhost"_s, u"127.0.0.1"_s} : QStringList{u"exchange.example"_s};
        const auto made = httpserver::makeSelfSigned(names.first(), names);
        if (!made)
            qFatal("no certificate: %s", qPrintable(made.error().detail));
        m_certificate = *made;
        options.tls.certificatePem = m_certificate.certificatePem;
        options.tls.keyPem = m_certificate.keyPem;
        options.tls.clientCaPem = clientCaPem;
        options.tls.requireClientCertificate = !clientCaPem.isEmpty();
    }
    m_server = std::make_unique<httpserver::HttpServer>(
        options, [this](const Request &request, const Responder &responder) { handle(request, responder); });
    if (const auto started = m_server->start(); !started)
        qFatal("scripted server: %s", qPrintable(started.error().detail));
    answerWith(200, "{}");
}

ScriptedServer::~ScriptedServer()
{
    stop();
}

void ScriptedServer::stop()
{
    if (!std::exchange(m_stopped, true))
        m_server->stop(0);
}

void ScriptedServer::handle(const Request &request, const Responder &responder)
{
    Script script;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        script = m_script;
    }
    if (const auto response = script(request)) {
        responder.send(*response);
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_parked.append({request, responder});
}

void ScriptedServer::answerBy(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void ScriptedServer::answerWith(int status, const QByteArray &body, const QByteArray &type)
{
    Response response = jsonResponse(status, body);
    response.contentType = type;
    answerBy([response](const Request &) { return response; });
}

void ScriptedServer::park()
{
    answerBy([](const Request &) { return std::nullopt; });
}

void ScriptedServer::release()
{
    QList<std::pair<Request, Responder>> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_parked);
    }
    for (const auto &[request, responder] : waiting)
        handle(request, responder);
}

int ScriptedServer::parked() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_parked.size());
}

QList<Request> ScriptedServer::requests() const
{
    // A list of its own: one that is shared would be moved apart by the server's thread, in an order that only Qt knows of.
    const std::lock_guard lock(m_mutex);
    return {m_requests.cbegin(), m_requests.cend()};
}

Request ScriptedServer::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests.isEmpty() ? Request() : m_requests.last();
}

remote::Endpoint ScriptedServer::endpoint(int timeoutMs) const
{
    const QString scheme = m_server->isSecure() ? u"https"_s : u"http"_s;
    auto endpoint = remote::Endpoint::fromText(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_server->port()));
    if (!endpoint)
        qFatal("endpoint: %s", qPrintable(endpoint.error().detail));
    endpoint->authoritiesPem = m_certificate.certificatePem;
    endpoint->timeoutMs = timeoutMs;
    return *endpoint;
}

} // namespace yichuang::test
