// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QTcpSocket>
#include <QtTest/QtTest>
#include <thread>

using namespace yichuang::httpserver;
using namespace yichuang::testing;

/** Answers that come later: no thread waits for them, and whoever owes one learns when nobody is there any more. */
class TestHttpDeferred : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parksHundredsWithTwoWorkers();
    void tellsWhenTheClientHangsUp_data();
    void tellsWhenTheClientHangsUp();
    void answersOnceFromAnyThread();
    void answersForForgottenResponders();
    void respondersMayOutliveTheServer();
    void callbackMayHoldTheLastResponder();
    void lateAnswersDoNotReachTheNextRequest();
    void pipelinedRequestsWaitTheirTurn();
};

void TestHttpDeferred::parksHundredsWithTwoWorkers()
{
    ParkingLot lot;
    Options options;
    options.workers = 2;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    constexpr int count = 500;
    std::vector<RawClient> waiting;
    for (int i = 0; i < count; ++i) {
        waiting.emplace_back(server.port());
        waiting.back().send(getRequest("/park"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.stats().parked, count, 20000);
    RawClient raw(server.port());
    for (int i = 0; i < 50; ++i) {
        raw.send(getRequest("/a"));
        QCOMPARE(raw.answer(false, 1000).status, 200);
    }
    lot.release();
    for (RawClient &client : waiting)
        QCOMPARE(client.answer().body, "released");
    QCOMPARE(server.stats().parked, 0);
    QCOMPARE(lot.gone(), 0);
}

void TestHttpDeferred::tellsWhenTheClientHangsUp_data()
{
    QTest::addColumn<bool>("byReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestHttpDeferred::tellsWhenTheClientHangsUp()
{
    QFETCH(bool, byReset);
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    constexpr int count = 50;
    std::vector<RawClient> waiting;
    for (int i = 0; i < count; ++i) {
        waiting.emplace_back(server.port());
        waiting.back().send(getRequest("/park"));
    }
    QTRY_COMPARE(server.stats().parked, count);
    for (RawClient &client : waiting) {
        if (byReset)
            client.reset();
    }
    waiting.clear();
    QTRY_COMPARE(lot.gone(), count);
    lot.release();
    QTRY_COMPARE(server.stats().connections, 0);
    QCOMPARE(server.stats().parked, 0);
}

void TestHttpDeferred::answersOnceFromAnyThread()
{
    std::atomic<int> accepted{0};
    HttpServer server({}, [&accepted](const Request &, const Responder &responder) {
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&accepted, responder] {
                Response response;
                response.body = "one";
                accepted += responder.send(response);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        accepted += responder.isAlive() ? 100 : 0;
    });
    QVERIFY(server.start());
    RawClient raw(server.port());
    for (int i = 1; i <= 20; ++i) {
        raw.send(getRequest("/"));
        QCOMPARE(raw.answer().body, "one");
        QTRY_COMPARE(accepted.load(), i);
    }
}

void TestHttpDeferred::answersForForgottenResponders()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    raw.send(getRequest("/park"));
    QTRY_COMPARE(server.stats().parked, 1);
    lot.forget();
    QCOMPARE(raw.answer().status, 500);
    QCOMPARE(server.stats().parked, 0);
}

void TestHttpDeferred::respondersMayOutliveTheServer()
{
    Responder kept;
    std::atomic<bool> has{false};
    std::atomic<int> gone{0};
    {
        HttpServer server({}, [&](const Request &, const Responder &responder) {
            kept = responder;
            has = true;
        });
        QVERIFY(server.start());
        RawClient raw(server.port());
        raw.send(getRequest("/"));
        QTRY_VERIFY(has.load());
        kept.onGone([&gone] { ++gone; });
        QVERIFY(kept.isAlive());
    }
    QCOMPARE(gone.load(), 1);
    QVERIFY(!kept.isAlive());
    QVERIFY(!kept.send({}));
    kept.onGone([&gone] { ++gone; });
    QCOMPARE(gone.load(), 2);
    QVERIFY(!Responder().send({}));
}

void TestHttpDeferred::callbackMayHoldTheLastResponder()
{
    HttpServer server({}, [](const Request &, const Responder &responder) { responder.onGone([responder] { responder.send({}); }); });
    QVERIFY(server.start());
    RawClient raw(server.port());
    raw.send(getRequest("/"));
    QTRY_COMPARE(server.stats().parked, 1);
    raw.reset();
    QTRY_COMPARE(server.stats().connections, 0);
    QCOMPARE(server.stats().parked, 0);
}

void TestHttpDeferred::lateAnswersDoNotReachTheNextRequest()
{
    ParkingLot lot;
    Options options;
    options.parkedSeconds = 1;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    raw.send(getRequest("/park"));
    const RawAnswer late = raw.answer();
    QCOMPARE(late.status, 503);
    QVERIFY(late.body.contains("HTTP-008"));
    QCOMPARE(lot.gone(), 1);
    raw.send(postRequest("/echo", "next"));
    lot.release();
    QCOMPARE(raw.answer().body, "next");
    QCOMPARE(raw.answer(false, 200).status, 0);
}

void TestHttpDeferred::pipelinedRequestsWaitTheirTurn()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    // More than the server reads ahead, so that it must stop reading and take it up again.
    raw.send(getRequest("/park") + postRequest("/echo", QByteArray(300000, 'z')) + getRequest("/a"));
    QTRY_COMPARE(server.stats().parked, 1);
    lot.release();
    QCOMPARE(raw.answer().body, "released");
    QCOMPARE(raw.answer().body.size(), 300000);
    QCOMPARE(raw.answer().body, "ok");
}

QTEST_GUILESS_MAIN(TestHttpDeferred)
#include "tst_httpdeferred.moc"
