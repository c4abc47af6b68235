// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>
#include <httpserver/httpserver.h>
#include <httpserver/selfsigned.h>
#include <remote/endpoint.h>

#include <atomic>
#include <mutex>

namespace yichuang::test {

/** The machine's own time with ids at random; enough where time itself is not under test. */
class PlainClock : public domain::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addMSecs(aheadMs); }
    [[nodiscard]] qint64 monotonicMs() const override { return QDateTime::currentMSecsSinceEpoch(); }
    [[nodiscard]] QString bootId() const override { return QStringLiteral("boot"); }
    [[nodiscard]] QUuid newId() const override
    {
        return domain::makeUuid7(now().toMSecsSinceEpoch(), QUuid::createUuid().toRfc4122().left(10));
    }
    std::atomic<qint64> aheadMs = 0;
};

/** Answers what it is told and remembers what it was asked. Thread-safe. */
class ScriptedServer
{
public:
    enum class Line { Plain, Tls, TlsOfAnotherName };
    /** Decides an answer; std::nullopt parks the request until release(). */
    using Script = std::function<std::optional<httpserver::Response>(const httpserver::Request &)>;

    /** @param clientCaPem clients must show a certificate of this authority; empty: none is asked for. */
    explicit ScriptedServer(Line line = Line::Plain, quint16 port = 0, const QByteArray &clientCaPem = {});
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    void answerWith(int status, const QByteArray &body, const QByteArray &type = "application/json");
    void answerBy(Script script);
    /** Answers nothing until released. */
    void park();
    /** Answers everything parked by the script of now. */
    void release();
    [[nodiscard]] int parked() const;
    [[nodiscard]] QList<httpserver::Request> requests() const;
    [[nodiscard]] httpserver::Request last() const;
    [[nodiscard]] remote::Endpoint endpoint(int timeoutMs = 10000) const;
    [[nodiscard]] quint16 port() const { return m_server->port(); }
    /** Ends every connection; nothing listens afterwards. */
    void stop();

private:
    void handle(const httpserver::Request &request, const httpserver::Responder &responder);

    httpserver::KeyedCertificate m_certificate;
    mutable std::mutex m_mutex;
    Script m_script;
    QList<httpserver::Request> m_requests;
    QList<std::pair<httpserver::Request, httpserver::Responder>> m_parked;
    std::unique_ptr<httpserver::HttpServer> m_server;
    bool m_stopped = false;
};

[[nodiscard]] httpserver::Response jsonResponse(int status, const QByteArray &body);
/** A problem document as the exchange writes it. */
[[nodiscard]] httpserver::Response problemResponse(int status, domain::FailureCode code);

} // namespace yichuang::test
