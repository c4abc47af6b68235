// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "cutline.h"
#include "rawserver.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/apicommandsjson.h>
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
Q_DECLARE_METATYPE(Ask)

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
        return answerWith(wire::Session{u"token"_s, now.addSecs(600), {}});
    if (request.path.endsWith("/health"))
        return answerWith(wire::Health{u"ok"_s, u"0.1.0"_s, QLatin1String(wire::apiVersion), now});
    if (request.path.endsWith("/feed"))
        return answerWith(wire::FeedAnswer());
    if (request.path.endsWith("/commands"))
        return answerWith(wire::CommandAnswer());
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
    void deadLineIsAskedTwiceAtMost();
    void freshConnectionIsNotTriedAgain();
    void halfAnAnswerIsNotAskedAgain();
    void cancelledCallIsNotSentAgain();
    void timeoutLeavesFreshConnections();
    void runningPollSurvivesTheRenewal();
};

void TestClientCuts::nextCallGetsThrough_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Ask>("ask");
    QTest::newRow("sign-in") << QByteArray("/sign-in") << Ask([](ExchangeClient &client) { return errorOf(client.signIn(u"clerk"_s, u"secret"_s)); });
    QTest::newRow("sign-out") << QByteArray("/sign-out") << Ask([](ExchangeClient &client) { return errorOf(client.signOut()); });
    QTest::newRow("commands") << QByteArray("/commands") << Ask([](ExchangeClient &client) { return errorOf(client.push({})); });
    QTest::newRow("audit") << QByteArray("/audit-records") << Ask([](ExchangeClient &client) { return errorOf(client.pushAudit({})); });
    QTest::newRow("file") << QByteArray("/certificate-files") << Ask([](ExchangeClient &client) { return errorOf(client.certificateFile({})); });
    QTest::newRow("feed") << QByteArray("/feed") << Ask([](ExchangeClient &client) { return errorOf(client.feed(0, 10, 0)); });
}

void TestClientCuts::nextCallGetsThrough()
{
    QFETCH(QByteArray, path);
    QFETCH(Ask, ask);
    ScriptedServer server;
    server.answerBy(goodAnswer);
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    QVERIFY(!errorOf(client.health()));
    QCOMPARE(line.cut(), 1);
    const auto error = ask(client);
    QVERIFY2(!error, error ? qPrintable(domain::failureText(error->code) + u' ' + error->detail) : "");
    QCOMPARE(line.resets(), 1);
    QCOMPARE(line.connections(), 2);
    // It reached the server once: the first try went nowhere.
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.last().path.contains(path));
}

void TestClientCuts::everyKeptConnectionIsDead()
{
    ScriptedServer server;
    CutLine line(server.port());
    const test::PlainClock clock;
    ExchangeClient client(line.endpoint(), clock);
    server.park();
    QList<QFuture<domain::Result<void>>> together;
    for (int i = 0; i < 4; ++i)
        together.append(client.pushAudit({}));
    QTRY_COMPARE(server.parked(), 4);
    server.release();
    for (const auto &each : together)
        [[maybe_unused]] const auto ended = await(each);
    QCOMPARE(line.cut(), 4);
    server.answerBy(goodAnswer);
    for (int i = 0; i < 4; ++i)
        QVERIFY(!errorOf(client.push({})));
    // One call met its dead line; none of the others was tried.
    QCOMPARE(line.resets(), 1);
    QCOMPARE(line.connections(), 5);
}

void TestClientCuts::deadLineIsAskedTwiceAtMost()
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
    QCOMPARE(line.connections(), 2);
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
    QCOMPARE(line.connections(), 1);
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
    // Its time was over: it is not sent again behind the caller's back.
    QCOMPARE(server.requests().size(), 2);
    server.answerBy(goodAnswer);
    line.cut();
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.resets(), 0);
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
    QCOMPARE(line.resets(), 1);
    QVERIFY(!poll.isFinished());
    server.answerBy(goodAnswer);
    server.release();
    QVERIFY(!errorOf(poll));
    QVERIFY(!errorOf(client.push({})));
    QCOMPARE(line.connections(), 3);
}

QTEST_GUILESS_MAIN(TestClientCuts)
#include "tst_clientcuts.moc"
