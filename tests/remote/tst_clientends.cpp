// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using remote::ExchangeClient;
using test::await;
using test::ScriptedServer;

namespace {

using Me = QFuture<domain::Result<wire::Operator>>;

const QByteArray meAnswer = R"({"id":"clerk01","name":"n","role":"clerk"})";

bool endsOnce(const Me &future, int timeoutMs = 15000)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs) && future.resultCount() == 1;
}

} // namespace

/** Every call ends exactly once, whatever happens to the client in the meantime. */
class TestClientEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelled();
    void cancelLeavesLaterCalls();
    void destroyedUnderWay_data();
    void destroyedUnderWay();
    void serverDiesUnderWay();
    void manyThreads();
};

void TestClientEnds::cancelled()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.park();
    QList<Me> calls;
    for (int i = 0; i < 10; ++i)
        calls.append(client.me());
    QTRY_VERIFY(server.parked() > 0);
    client.cancelAll();
    for (const Me &call : calls) {
        QVERIFY(endsOnce(call));
        QCOMPARE(call.result().error().code, FailureCode::NetworkCancelled);
        QVERIFY(call.result().error().retryable);
    }
}

void TestClientEnds::cancelLeavesLaterCalls()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerWith(200, meAnswer);
    const Me before = client.me();
    client.cancelAll();
    const Me after = client.me();
    QVERIFY(endsOnce(before));
    QVERIFY(endsOnce(after));
    QVERIFY(after.result().has_value());
}

void TestClientEnds::destroyedUnderWay_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("at once") << 0;
    QTest::newRow("after a call ended") << 1;
    QTest::newRow("while calls are parked") << 2;
}

void TestClientEnds::destroyedUnderWay()
{
    QFETCH(int, when);
    ScriptedServer server;
    const test::PlainClock clock;
    QList<Me> calls;
    {
        ExchangeClient client(server.endpoint(), clock);
        if (when == 1) {
            server.answerWith(200, meAnswer);
            QVERIFY(await(client.me()).has_value());
        }
        server.park();
        for (int i = 0; i < 12; ++i)
            calls.append(client.me());
        if (when == 2)
            QTRY_VERIFY(server.parked() > 0);
    }
    for (const Me &call : calls) {
        QVERIFY2(call.isFinished() && call.resultCount() == 1, "the destructor ends what is under way");
        QCOMPARE(call.result().error().code, FailureCode::NetworkCancelled);
    }
    // Nothing of the client is left for an answer that comes too late.
    server.release();
}

void TestClientEnds::serverDiesUnderWay()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.park();
    QList<Me> calls;
    for (int i = 0; i < 6; ++i)
        calls.append(client.me());
    QTRY_VERIFY(server.parked() > 0);
    server.stop();
    for (const Me &call : calls) {
        QVERIFY(endsOnce(call));
        QVERIFY(!call.result().has_value());
        QVERIFY(call.result().error().retryable);
    }
}

void TestClientEnds::manyThreads()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    std::atomic<int> asked = 0;
    server.answerBy([&](const httpserver::Request &) {
        return ++asked % 7 == 0 ? test::jsonResponse(503, {}) : test::jsonResponse(200, meAnswer);
    });
    std::atomic<int> good = 0;
    std::atomic<int> bad = 0;
    constexpr int threads = 4;
    constexpr int each = 40;
    std::vector<std::thread> callers;
    for (int t = 0; t < threads; ++t) {
        callers.emplace_back([&] {
            for (int i = 0; i < each; ++i) {
                Me call = client.me();
                call.waitForFinished();
                ++(call.result().has_value() ? good : bad);
                if (i % 10 == 0)
                    client.forgetToken();
                [[maybe_unused]] const bool signedIn = client.hasToken();
            }
        });
    }
    for (std::thread &caller : callers)
        caller.join();
    QCOMPARE(good + bad, threads * each);
    QCOMPARE(bad, threads * each / 7);
}

QTEST_GUILESS_MAIN(TestClientEnds)
#include "tst_clientends.moc"
