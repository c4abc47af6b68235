// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "rawserver.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/json.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using remote::ExchangeClient;
using test::await;
using test::RawServer;
using test::ScriptedServer;

/** Every way a call can fail, and the code and the word "retryable" that come of it. */
class TestClientFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusWithProblem_data();
    void statusWithProblem();
    void statusWithout_data();
    void statusWithout();
    void problemsThatAreNone_data();
    void problemsThatAreNone();
    void answersNotUnderstood_data();
    void answersNotUnderstood();
    void badLines_data();
    void badLines();
    void refusedConnection();
    void unknownHost();
    void tls_data();
    void tls();
    void workplaceCertificate_data();
    void workplaceCertificate();
    void detailNeverHoldsTheBody();
};

void TestClientFailures::statusWithProblem_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("retryable");
    const QList<std::tuple<int, FailureCode, bool>> rows{
        {400, FailureCode::JsonValue, false},          {400, FailureCode::CursorInvalid, false},
        {401, FailureCode::SignInRefused, false},      {401, FailureCode::TokenExpired, false},
        {403, FailureCode::RoleForbidden, false},      {403, FailureCode::ConsentRequired, false},
        {404, FailureCode::ResourceUnknown, false},    {404, FailureCode::HolderUnknown, false},
        {405, FailureCode::MethodNotAllowed, false},   {408, FailureCode::HttpRequestTimedOut, true},
        {409, FailureCode::CaseStaleRevision, false},  {413, FailureCode::RequestTooLarge, false},
        {415, FailureCode::RequestUnsupportedMedia, false}, {422, FailureCode::PurposeRequired, false},
        {422, FailureCode::FileHashMismatch, false},   {425, FailureCode::HttpServerBusy, true},
        {429, FailureCode::SignInLocked, true},        {429, FailureCode::RequestRateLimited, true},
        {500, FailureCode::InternalFault, true},       {502, FailureCode::HttpServerBusy, true},
        {503, FailureCode::ServerStopping, true},      {503, FailureCode::StorageUnavailable, true},
        {504, FailureCode::HttpRequestTimedOut, true}};
    for (const auto &[status, code, retryable] : rows)
        QTest::addRow("%d %s", status, qPrintable(domain::failureText(code))) << status << code << retryable;
}

void TestClientFailures::statusWithProblem()
{
    QFETCH(int, status);
    QFETCH(FailureCode, code);
    QFETCH(bool, retryable);
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerBy([=](const auto &) { return test::problemResponse(status, code); });
    const auto answer = await(client.me());
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().retryable, retryable);
    QVERIFY(answer.error().detail.contains(u"detail"));
    QVERIFY(answer.error().detail.contains(u"0191f2a0-0000-7000-8000-000000000001"));
}

void TestClientFailures::statusWithout_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("retryable");
    for (const int status : {301, 302, 303, 307, 308, 400, 403, 404, 405, 407, 409, 410, 413, 415, 422, 451})
        QTest::addRow("%d", status) << status << FailureCode::NetworkProtocol << false;
    QTest::addRow("401") << 401 << FailureCode::TokenInvalid << false;
    QTest::addRow("408") << 408 << FailureCode::NetworkProtocol << true;
    QTest::addRow("425") << 425 << FailureCode::NetworkProtocol << true;
    QTest::addRow("429") << 429 << FailureCode::ExchangeBusy << true;
    QTest::addRow("503") << 503 << FailureCode::ExchangeBusy << true;
    for (const int status : {500, 501, 502, 504, 599})
        QTest::addRow("%d", status) << status << FailureCode::ExchangeFault << true;
}

void TestClientFailures::statusWithout()
{
    QFETCH(int, status);
    QFETCH(FailureCode, code);
    QFETCH(bool, retryable);
    // A proxy in between answers like this.
    RawServer server({"HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>", 0, true, false});
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(5000), clock);
    const auto answer = await(client.me());
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().retryable, retryable);
}

void TestClientFailures::problemsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>busy</html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("cut") << QByteArray(R"({"type":"urn:yichuang:failure:SVC-013","title":"t","status":503,"code":"SVC-0)");
    QTest::newRow("another's JSON") << QByteArray(R"({"error":"busy"})");
}

void TestClientFailures::problemsThatAreNone()
{
    QFETCH(QByteArray, body);
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerWith(503, body, "application/problem+json");
    QCOMPARE(await(client.me()).error().code, FailureCode::ExchangeBusy);
}

void TestClientFailures::answersNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>sign in to the network</html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("missing members") << QByteArray("{}");
    QTest::newRow("wrong type") << QByteArray(R"({"id":5})");
    QTest::newRow("cut") << QByteArray(R"({"id":"clerk01","na)");
    QTest::newRow("deep") << QByteArray(R"({"id":)") + QByteArray(4000, '[') + QByteArray(4000, ']') + "}";
}

void TestClientFailures::answersNotUnderstood()
{
    QFETCH(QByteArray, body);
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerWith(200, body);
    const auto answer = await(client.me());
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, FailureCode::NetworkProtocol);
}

void TestClientFailures::badLines_data()
{
    QTest::addColumn<RawServer::Answer>("answer");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("retryable");
    using Answer = RawServer::Answer;
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    QTest::newRow("silence") << Answer{} << FailureCode::NetworkTimeout << true;
    QTest::newRow("head, then silence") << Answer{head} << FailureCode::NetworkTimeout << true;
    QTest::newRow("drips of a byte") << Answer{head + QByteArray(1000, ' '), 20} << FailureCode::NetworkTimeout << true;
    QTest::newRow("hung up at once") << Answer{{}, 0, true} << FailureCode::NetworkUnreachable << true;
    QTest::newRow("reset at once") << Answer{{}, 0, false, true} << FailureCode::NetworkUnreachable << true;
    QTest::newRow("cut in the head") << Answer{"HTTP/1.1 200 OK\r\nContent-", 0, true} << FailureCode::NetworkUnreachable << true;
    QTest::newRow("cut in the body") << Answer{head + "{\"id\":", 0, true} << FailureCode::NetworkUnreachable << true;
    QTest::newRow("declared too large")
        << Answer{"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(wire::maxJsonBytes + 1) + "\r\n\r\n{"} << FailureCode::NetworkProtocol << false;
    QTest::newRow("too large without a length")
        << Answer{"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(wire::maxJsonBytes + 100000, ' ')} << FailureCode::NetworkProtocol << false;
    QTest::newRow("not HTTP") << Answer{"220 mail.example ESMTP\r\n\r\n", 0, true} << FailureCode::NetworkUnreachable << true;
}

void TestClientFailures::badLines()
{
    QFETCH(RawServer::Answer, answer);
    QFETCH(FailureCode, code);
    QFETCH(bool, retryable);
    RawServer server(answer);
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(2000), clock);
    QElapsedTimer timer;
    timer.start();
    wire::CommandBatch batch;
    const auto result = await(client.push(batch));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().retryable, retryable);
    QVERIFY2(timer.elapsed() < 8000, "a bad line must not hold a call beyond its time");
    // A command is given to the exchange again only by who knows that it did not get through.
    QVERIFY(server.connections() <= 4);
}

void TestClientFailures::refusedConnection()
{
    remote::Endpoint endpoint;
    {
        ScriptedServer server;
        endpoint = server.endpoint();
    }
    const test::PlainClock clock;
    ExchangeClient client(endpoint, clock);
    const auto answer = await(client.me());
    QCOMPARE(answer.error().code, FailureCode::NetworkUnreachable);
    QVERIFY(answer.error().retryable);
}

void TestClientFailures::unknownHost()
{
    auto endpoint = remote::Endpoint::fromText(u"https://exchange.invalid"_s);
    QVERIFY(endpoint);
    endpoint->timeoutMs = 5000;
    const test::PlainClock clock;
    ExchangeClient client(*endpoint, clock);
    const auto answer = await(client.me());
    QVERIFY(answer.error().code == FailureCode::NetworkUnreachable || answer.error().code == FailureCode::NetworkTimeout);
    QVERIFY(answer.error().retryable);
}

void TestClientFailures::tls_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("trusted") << 0;
    QTest::newRow("unknown authority") << 1;
    QTest::newRow("another's certificate") << 2;
    QTest::newRow("wrong name") << 3;
}

void TestClientFailures::tls()
{
    QFETCH(int, how);
    ScriptedServer server(how == 3 ? ScriptedServer::Line::TlsOfAnotherName : ScriptedServer::Line::Tls);
    server.answerWith(200, R"({"id":"clerk01","name":"n","role":"clerk"})");
    remote::Endpoint endpoint = server.endpoint();
    if (how == 1)
        endpoint.authoritiesPem.clear();
    if (how == 2)
        endpoint.authoritiesPem = httpserver::makeSelfSigned(u"localhost"_s, {u"127.0.0.1"_s})->certificatePem;
    const test::PlainClock clock;
    ExchangeClient client(endpoint, clock);
    const auto answer = await(client.me());
    QCOMPARE(answer.has_value(), how == 0);
    if (how != 0) {
        QCOMPARE(answer.error().code, FailureCode::NetworkTls);
        QVERIFY(!answer.error().retryable);
        QVERIFY(server.requests().isEmpty());
    }
}

void TestClientFailures::workplaceCertificate_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("shown") << 0;
    QTest::newRow("none") << 1;
    QTest::newRow("of another authority") << 2;
}

/** An exchange that is started with --client-ca lets in who shows a certificate of that authority. */
void TestClientFailures::workplaceCertificate()
{
    QFETCH(int, how);
    using httpserver::CertificateUse;
    const auto authority = httpserver::makeCertificate({u"hall"_s, {}, CertificateUse::Authority});
    const auto other = httpserver::makeCertificate({u"other hall"_s, {}, CertificateUse::Authority});
    const auto shown = httpserver::makeCertificate({u"window 2"_s, {}, CertificateUse::Client}, how == 2 ? &*other : &*authority);
    ScriptedServer server(ScriptedServer::Line::Tls, 0, authority->certificatePem);
    server.answerWith(200, R"({"id":"clerk01","name":"n","role":"clerk"})");
    remote::Endpoint endpoint = server.endpoint();
    if (how != 1) {
        endpoint.certificatePem = shown->certificatePem;
        endpoint.keyPem = shown->keyPem;
    }
    const test::PlainClock clock;
    ExchangeClient client(endpoint, clock);
    const auto answer = await(client.me());
    QCOMPARE(answer.has_value(), how == 0);
    if (how != 0) {
        QVERIFY2(answer.error().code == FailureCode::NetworkTls, qPrintable(answer.error().detail));
        QVERIFY(server.requests().isEmpty());
    }
}

void TestClientFailures::detailNeverHoldsTheBody()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    for (const int status : {200, 400, 500}) {
        server.answerWith(status, R"({"id":{"number":"990100199001010018"}})");
        const auto answer = await(client.me());
        QVERIFY(!answer.has_value());
        QVERIFY2(!answer.error().detail.contains(u"990100"), qPrintable(answer.error().detail));
    }
}

QTEST_GUILESS_MAIN(TestClientFailures)
#include "tst_clientfailures.moc"
