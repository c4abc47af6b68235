// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "cutline.h"
#include "rawserver.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/apicommandsjson.h>
#include <wire/apireviewsjson.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using remote::ExchangeClient;
using test::await;
using test::CutLine;
using test::ScriptedServer;

using Ask = std::function<std::optional<domain::Error>(ExchangeClient &)>;

namespace {

template<typename T>
std::optional<domain::Error> errorOf(const QFuture<domain::Result<T>> &future)
{
    const auto answer = await(future);
    return answer ? std::nullopt : std::optional(answer.error());
}

template<typename T>
httpserver::Response answerWith(const T &value)
{
    return test::jsonResponse(200, wire::toBytes(wire::toJson(value)));
}

/** The answers the calls of this test need. */
std::optional<httpserver::Response> goodAnswer(const httpserver::Request &request)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (request.path.endsWith("/sign-in"))
        return answerWith(wire::Session{u"token"_s, now.addSecs(600), {u"clerk01"_s, u"示例"_s, domain::Role::Clerk, {}, u"w1"_s, u"1"_s, u"h"_s}});
    if (request.path.endsWith("/health"))
        return answerWith(wire::Health{u"ok"_s, u"0.1.0"_s, QLatin1String(wire::apiVersion), now});
    if (request.path.endsWith("/feed"))
        return answerWith(wire::FeedAnswer());
    if (request.path.endsWith("/commands"))
        return answerWith(wire::CommandAnswer());
    if (request.path.endsWith("/certificate-files"))
        return httpserver::Response{200, "%PDF-1.7", "application/pdf", {}, {}};
    if (request.path.contains("/attachments/"))
        return answerWith(wire::AttachmentAnswer{QUuid::createUuid(), 1, QByteArray(32, 's')});
    return test::jsonResponse(200, "{}");
}

} // namespace

/** A cut kills kept connections without a word; whoever asks next must not pay for it. */
class TestClientCuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nextCallGetsThrough_data();
    void nextCallGetsThrough();
    void everyKeptConnectionIsDead();
    void firstCallAfterAnOutage_data();
    void firstCallAfterAnOutage();
    void deadLineIsGivenUp();
    void freshConnectionIsNotTriedAgain();
    void halfAnAnswerIsNotAskedAgain();
    void cancelledCallIsNotSentAgain();
    void timeoutLeavesFreshConnections();
    void slowAnswerIsWaitedFor();
    void runningPollSurvivesTheRenewal();
};

void TestClientCuts::nextCallGetsThrough_data()
{
    QTest::addColumn<ScriptedServer::Line>("secure");
    QTest::addColumn<CutLine::End>("end");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Ask>("ask");
    const QList<std::tuple<const char *, QByteArray, Ask>> calls{
        {"sign-in", "/sign-in", [](ExchangeClient &client) { return errorOf(client.signIn(u"clerk"_s, u"secret"_s)); }},
        {"sign-out", "/sign-out", [](ExchangeClient &client) { return errorOf(client.signOut()); }},
        {"commands", "/commands", [](ExchangeClient &client) { return errorOf(client.push({})); }},
        {"audit", "/audit-records", [](ExchangeClient &client) { return errorOf(client.pushAudit({})); }},
        {"file", "/certificate-files", [](ExchangeClient &client) { return errorOf(client.certificateFile({})); }},
        {"attachment", "/attachments/", [](ExchangeClient &client) { return errorOf(client.putAttachment(u"0191f2a0-0000-7000-8000-000000000001"_s, QUuid::createUuid(), "x")); }},
        {"feed", "/feed", [](ExchangeClient &client) { return errorOf(client.feed(0, 10, 0)); }},
    };
    for (const auto &[name, path, ask] : calls) {
        QTest::addRow("%s, reset", name) << ScriptedServer::Line::Plain << CutLine::End::Reset << path << ask;
        QTest::addRow("%s, closed", name) << ScriptedServer::Line::Plain << CutLine::End::Closed << path << ask;
        QTest::addRow("%s, TLS reset", name) << ScriptedServer::Line::Tls << CutLine::End::Reset << path << ask;
        QTest::addRow("%s, silent", name) << ScriptedServer::Line::Plain << CutLine::End::Silent << path << ask;
        QTest::addRow("%s, TLS closed", name) << ScriptedServer::Line::Tls << CutLine::End::Closed << path << ask;
        QTest::addRow("%s, TLS silent", name) << ScriptedServer::Line::Tls << CutLine::End::Silent << path << ask;
    }
}

void TestClientCuts::nextCallGetsThrough()
{
    QFETCH(ScriptedServer::Line, secure);
    QFETCH(CutLine::End, end);
    QFETCH(QByteArray, path);
    QFETCH(Ask, ask);
    ScriptedServer server(secure);
    server.answerBy(goodAnswer);
    CutLine line(server.port(), end);
    const test::PlainClock clock;
    ExchangeClient client(line.endpointTo(server.endpoint(2000)), clock);
    // Who has no token has nothing to sign out of.
    const auto last = path.endsWith("/sign-out") ? errorOf(client.signIn(u"clerk01"_s, u"secret"_s)) : errorOf(client.health());
    QVERIFY(!last);
    QCOMPARE(line.cut(), 1);
    const auto error = ask(client);
    QVERIFY2(!error, error ? qPrintable(domain::failureText(error->code) + u' ' + error->detail) : "");
    QCOMPARE(line.deadUses(), 1);
    QCOMPARE(line.connections(), 2);
    // It reached the server once: the first try went nowhere.
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.last().path.contains(path));
}

void TestClientCuts::everyKeptConnectionIsDead()
{
    ScriptedServer server;
    CutLine line(server.port(), CutLine::End::Silent);
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(2000), clock);
    server.park();
    QList<QFuture<domain::Result<void>>> together;
    for (int i = 0; i < 4; ++i)
        together.append(client.pushAudit({}));
    QTRY_COMPARE(server.parked(), 4);
    server.answerBy(goodAnswer);
    server.release();
    for (const auto &each : together)
        QVERIFY(await(each));
    QCOMPARE(line.cut(), 4);
    for (int i = 0; i < 4; ++i)
        QVERIFY(!errorOf(client.push({})));
    // One call met its dead line; none of the others was tried.
    QCOMPARE(line.deadUses(), 1);
    QCOMPARE(line.connections(), 5);
}

void TestClientCuts::firstCallAfterAnOutage_data()
{
    QTest::addColumn<ScriptedServer::Line>("secure");
    QTest::newRow("plain") << ScriptedServer::Line::Plain;
    QTest::newRow("TLS") << ScriptedServer::Line::Tls;
}

/** Work, outage, work, many times over: nobody has to press a button twice when the line is back. */
void TestClientCuts::firstCallAfterAnOutage()
{
    QFETCH(ScriptedServer::Line, secure);
    ScriptedServer server(secure);
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpointTo(server.endpoint()), clock);
    for (int round = 0; round < 10; ++round) {
        const auto first = client.feed(0, 10, 0);
        QVERIFY(!errorOf(client.health()));
        QVERIFY(!errorOf(first));
        line.setDown(true);
        QVERIFY(errorOf(client.health()));
        QVERIFY(errorOf(client.push({})));
        line.setDown(false);
        const auto error = errorOf(client.signIn(u"clerk"_s, u"secret"_s));
        QVERIFY2(!error, error ? qPrintable(u"round %1: %2"_s.arg(round).arg(domain::failureText(error->code) + u' ' + error->detail)) : "");
    }
}

void TestClientCuts::deadLineIsGivenUp()
{
    ScriptedServer server;
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    QVERIFY(!errorOf(client.health()));
    line.cut();
    line.stayDead();
    const auto error = errorOf(client.push({}));
    QVERIFY(error);
    QCOMPARE(error->code, FailureCode::NetworkUnreachable);
    QVERIFY(error->retryable);
    // Ours and at most one more by Qt each time.
    QVERIFY2(line.connections() <= 4, qPrintable(QString::number(line.connections())));
    QCOMPARE(server.requests().size(), 1);
}

void TestClientCuts::freshConnectionIsNotTriedAgain()
{
    ScriptedServer server;
    CutLine line(server.port());
    line.stayDead();
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    const auto error = errorOf(client.push({}));
    QVERIFY(error);
    QCOMPARE(error->code, FailureCode::NetworkUnreachable);
    // Some versions of Qt try once more by themselves.
    QVERIFY2(line.connections() <= 2, qPrintable(QString::number(line.connections())));
}

void TestClientCuts::halfAnAnswerIsNotAskedAgain()
{
    ScriptedServer server;
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    QVERIFY(!errorOf(client.health()));
    line.cutAnswers();
    // The exchange had the request: what came of it is the caller's next question.
    QVERIFY(errorOf(client.push({})));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(line.connections(), 1);
}

void TestClientCuts::cancelledCallIsNotSentAgain()
{
    ScriptedServer server;
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    QVERIFY(!errorOf(client.health()));
    server.park();
    const auto pushed = client.push({});
    QTRY_COMPARE(server.parked(), 1);
    client.cancelAll();
    const auto answer = await(pushed);
    QCOMPARE(answer.error().code, FailureCode::NetworkCancelled);
    QCOMPARE(server.requests().size(), 2);
}

void TestClientCuts::timeoutLeavesFreshConnections()
{
    ScriptedServer server;
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(1000), clock);
    QVERIFY(!errorOf(client.health()));
    server.park();
    const auto late = errorOf(client.push({}));
    QVERIFY(late);
    QCOMPARE(late->code, FailureCode::NetworkTimeout);
    // Once on the kept connection, once on a fresh one; then its time was over.
    QCOMPARE(server.requests().size(), 3);
    server.answerBy(goodAnswer);
    line.cut();
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.deadUses(), 0);
}

/** A slow answer is no dead line: who is answered late on a fresh connection was asked once. */
void TestClientCuts::slowAnswerIsWaitedFor()
{
    ScriptedServer server;
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(2000), clock);
    server.park();
    const auto slow = client.push({});
    QTRY_COMPARE(server.parked(), 1);
    QTest::qWait(1400); // beyond half of its time
    QVERIFY(!slow.isFinished());
    QCOMPARE(server.requests().size(), 1);
    server.answerBy(goodAnswer);
    server.release();
    QVERIFY(!errorOf(slow));
}

void TestClientCuts::runningPollSurvivesTheRenewal()
{
    ScriptedServer server;
    server.answerBy([](const httpserver::Request &request) {
        return request.path.endsWith("/feed") ? std::nullopt : goodAnswer(request);
    });
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    const auto poll = client.feed(0, 10, 20);
    QTRY_COMPARE(server.parked(), 1);
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.connections(), 2);
    line.cutNewest();
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.deadUses(), 1);
    QVERIFY(!poll.isFinished());
    server.answerBy(goodAnswer);
    server.release();
    QVERIFY(!errorOf(poll));
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.connections(), 3);
}

QTEST_GUILESS_MAIN(TestClientCuts)
#include "tst_clientcuts.moc"
