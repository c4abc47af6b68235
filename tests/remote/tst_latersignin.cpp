// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using remote::ExchangeClient;
using test::await;
using test::ScriptedServer;

namespace {

using Later = QFuture<domain::Result<wire::Session>>;
const QByteArray signInPath = "/api/v1/sign-in";

httpserver::Response sessionOf(const QString &operatorId)
{
    const wire::Operator account{operatorId, u"窗口示例"_s, domain::Role::Clerk, {}, u"w01"_s, u"综合窗口 01"_s, u"大厅"_s};
    const wire::Session session{u"token-9"_s, QDateTime(QDate(2026, 11, 2), QTime(1, 30), Qt::UTC), account};
    return test::jsonResponse(200, wire::toBytes(wire::toJson(session)));
}

/** An exchange that answers its sign-in as told, and everything else to whoever has its token. */
void answerAs(ScriptedServer &server, const std::function<httpserver::Response()> &signIn)
{
    server.answerBy([signIn](const httpserver::Request &request) -> httpserver::Response {
        if (request.path == signInPath)
            return signIn();
        if (request.header("Authorization") != "Bearer token-9")
            return test::problemResponse(401, FailureCode::TokenInvalid);
        return test::jsonResponse(200, R"({"id":"clerk01","name":"n","role":"clerk"})");
    });
}

qsizetype signIns(const ScriptedServer &server)
{
    const QList<httpserver::Request> all = server.requests();
    return std::count_if(all.cbegin(), all.cend(), [](const auto &request) { return request.path == signInPath; });
}

Later comeIn(ExchangeClient &client)
{
    return client.signInLater(u"clerk01"_s, u"secret"_s, u"clerk01"_s);
}

bool endsWith(const Later &later, FailureCode code)
{
    const bool ended = QTest::qWaitFor([&] { return later.isFinished(); }, 10000) && later.resultCount() == 1;
    return ended && !later.result() && later.result().error().code == code;
}

} // namespace

/** Somebody who came in while the exchange was away is signed in by the first call that reaches it. */
class TestLaterSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksNobodyBeforeACall();
    void waitsForTheExchange();
    void oneSignInForManyCalls();
    void refused();
    void loginOfSomebodyElse();
    void garbageIsNoAnswer();
    void itsFaultIsNotTheCallers();
    void leftBefore();
    void leftWhileAsking();
    void clientEnds();
};

void TestLaterSignIn::asksNobodyBeforeACall()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return sessionOf(u"clerk01"_s); });
    const Later later = comeIn(client);
    [[maybe_unused]] const auto health = await(client.health());
    QCOMPARE(signIns(server), 0);
    QVERIFY(!later.isFinished());
    QVERIFY(await(client.me()).has_value());
    QVERIFY(await(later).has_value());
    QCOMPARE(later.result()->account.id, u"clerk01"_s);
    QVERIFY(client.hasToken());
}

void TestLaterSignIn::waitsForTheExchange()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return test::problemResponse(503, FailureCode::ServerStopping); });
    const Later later = comeIn(client);
    for (int i = 0; i < 3; ++i) {
        const auto answer = await(client.me());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, FailureCode::ServerStopping);
    }
    QCOMPARE(signIns(server), 3);
    QVERIFY(!later.isFinished());
    QVERIFY(!client.hasToken());
    answerAs(server, [] { return sessionOf(u"clerk01"_s); });
    QVERIFY(await(client.me()).has_value());
    QVERIFY(await(later).has_value());
    QVERIFY(await(client.me()).has_value());
    QCOMPARE(signIns(server), 4);
}

void TestLaterSignIn::oneSignInForManyCalls()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.park();
    const Later later = comeIn(client);
    QList<QFuture<domain::Result<wire::Operator>>> calls;
    for (int i = 0; i < 5; ++i)
        calls.append(client.me());
    QTRY_COMPARE(server.parked(), 1);
    std::atomic<int> answered = 0;
    answerAs(server, [&answered] {
        ++answered;
        return sessionOf(u"clerk01"_s);
    });
    server.release();
    for (const auto &call : calls)
        QVERIFY(await(call).has_value());
    QCOMPARE(answered.load(), 1);
    QVERIFY(await(later).has_value());
}

void TestLaterSignIn::refused()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return test::problemResponse(401, FailureCode::SignInRefused); });
    const Later later = comeIn(client);
    QCOMPARE(await(client.me()).error().code, FailureCode::SignInRefused);
    QVERIFY(endsWith(later, FailureCode::SignInRefused));
    // It is over: nobody tries the old password again and again.
    QCOMPARE(await(client.me()).error().code, FailureCode::TokenInvalid);
    QCOMPARE(signIns(server), 1);
}

void TestLaterSignIn::loginOfSomebodyElse()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return sessionOf(u"clerk77"_s); });
    const Later later = comeIn(client);
    QCOMPARE(await(client.me()).error().code, FailureCode::SignInRefused);
    QVERIFY(endsWith(later, FailureCode::SignInRefused));
    QVERIFY(!client.hasToken());
}

void TestLaterSignIn::garbageIsNoAnswer()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    // The login page of some network box.
    answerAs(server, [] { return test::jsonResponse(200, "<html>welcome</html>"); });
    const Later later = comeIn(client);
    QCOMPARE(await(client.me()).error().code, FailureCode::NetworkProtocol);
    QVERIFY(!later.isFinished());
    answerAs(server, [] { return sessionOf(u"clerk01"_s); });
    QVERIFY(await(client.me()).has_value());
    QVERIFY(await(later).has_value());
}

/** "Malformed" about the sign-in must not be read as "malformed" about the call that waited for it. */
void TestLaterSignIn::itsFaultIsNotTheCallers()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return test::problemResponse(400, FailureCode::RequestMalformed); });
    const Later later = comeIn(client);
    const auto answer = await(client.me());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, FailureCode::NetworkProtocol);
    QVERIFY(answer.error().detail.contains(u"SVC-001"_s));
    QVERIFY(!later.isFinished());
}

void TestLaterSignIn::leftBefore()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    answerAs(server, [] { return sessionOf(u"clerk01"_s); });
    const Later first = comeIn(client);
    QVERIFY(await(client.signOut()).has_value());
    QVERIFY(endsWith(first, FailureCode::NetworkCancelled));
    QVERIFY(server.requests().isEmpty());
    const Later second = comeIn(client);
    const Later third = comeIn(client);
    QVERIFY(endsWith(second, FailureCode::NetworkCancelled));
    QVERIFY(await(client.me()).has_value());
    QVERIFY(await(third).has_value());
}

void TestLaterSignIn::leftWhileAsking()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.park();
    const Later later = comeIn(client);
    const auto call = client.me();
    QTRY_COMPARE(server.parked(), 1);
    client.forgetToken();
    QVERIFY(endsWith(later, FailureCode::NetworkCancelled));
    answerAs(server, [] { return sessionOf(u"clerk01"_s); });
    server.release();
    QCOMPARE(await(call).error().code, FailureCode::NetworkCancelled);
    QVERIFY(!client.hasToken());
}

void TestLaterSignIn::clientEnds()
{
    ScriptedServer server;
    const test::PlainClock clock;
    server.park();
    Later waiting;
    Later asking;
    QFuture<domain::Result<wire::Operator>> call;
    {
        ExchangeClient client(server.endpoint(), clock);
        waiting = comeIn(client);
    }
    {
        ExchangeClient client(server.endpoint(), clock);
        asking = comeIn(client);
        call = client.me();
        QTRY_COMPARE(server.parked(), 1);
    }
    QVERIFY(endsWith(waiting, FailureCode::NetworkCancelled));
    QVERIFY(endsWith(asking, FailureCode::NetworkCancelled));
    QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }, 10000));
    QCOMPARE(call.resultCount(), 1);
}

QTEST_MAIN(TestLaterSignIn)
#include "tst_latersignin.moc"
