// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QtTest/QtTest>
#include <thread>

using namespace yichuang::httpserver;
using namespace yichuang::testing;

/** A graceful stop answers everything that has begun and waits for nothing else. */
class TestHttpStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesIdleConnectionsAtOnce();
    void answersWhatRuns();
    void answersParkedRequests();
    void lets503WaitForTheOwner();
    void givesUpAtTheEndOfItsTime();
    void finishesHalfReadRequests();
    void losesNoAnswerUnderLoad();
    void mayBeRepeated();
};

void TestHttpStop::closesIdleConnectionsAtOnce()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 100; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(getRequest("/a"));
        QCOMPARE(clients.back().answer().status, 200);
    }
    QTRY_COMPARE(server.stats().connections, 100);
    QElapsedTimer clock;
    clock.start();
    server.stop(5000);
    QVERIFY2(clock.elapsed() < 1000, QByteArray::number(clock.elapsed()).constData());
    QCOMPARE(server.stats().connections, 0);
    for (RawClient &client : clients)
        QVERIFY(client.isClosedWithin(1000));
    RawClient late(server.port());
    QCOMPARE(late.socket().state(), QAbstractSocket::UnconnectedState);
}

void TestHttpStop::answersWhatRuns()
{
    ParkingLot lot;
    Options options;
    options.workers = 2;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 6; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(getRequest("/hold"));
    }
    QTRY_COMPARE(lot.held(), 2);
    // The stop closes whoever has not asked yet: the other four must have been read.
    QTRY_COMPARE(server.stats().queued, 4);
    std::thread stopping([&server] { server.stop(5000); });
    // A refused newcomer shows that the stop has begun.
    QTRY_VERIFY(RawClient(server.port()).socket().state() != QAbstractSocket::ConnectedState);
    lot.release();
    for (RawClient &client : clients) {
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.body, "held");
        QCOMPARE(answer.header("Connection"), "close");
    }
    stopping.join();
}

void TestHttpStop::answersParkedRequests()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(getRequest("/park"));
    }
    QTRY_COMPARE(server.stats().parked, 200);
    std::thread stopping([&server] { server.stop(5000); });
    for (RawClient &client : clients) {
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.body.contains("SVC-014"));
        QVERIFY(!answer.header("Retry-After").isEmpty());
        QVERIFY(client.isClosedWithin(1000));
    }
    stopping.join();
    QCOMPARE(lot.gone(), 200);
    QCOMPARE(server.stats().parked, 0);
}

void TestHttpStop::lets503WaitForTheOwner()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    RawClient idle(server.port());
    raw.send(getRequest("/park"));
    QTRY_COMPARE(server.stats().parked, 1);
    std::thread stopping([&server] { server.stop(5000, ParkedAtStop::WaitForOwner); });
    QVERIFY(idle.isClosedWithin(1000));
    QCOMPARE(raw.answer(false, 200).status, 0);
    lot.release();
    QCOMPARE(raw.answer().body, "released");
    // The connection is closed by whoever reads its end first.
    QVERIFY(raw.isClosedWithin(1000));
    stopping.join();
}

void TestHttpStop::givesUpAtTheEndOfItsTime()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    RawClient parked(server.port());
    RawClient held(server.port());
    parked.send(getRequest("/park"));
    held.send(getRequest("/hold"));
    QTRY_COMPARE(server.stats().parked, 1);
    QTRY_COMPARE(lot.held(), 1);
    std::thread stopping([&server] { server.stop(300, ParkedAtStop::WaitForOwner); });
    QCOMPARE(parked.answer().status, 503);
    QCOMPARE(held.answer().status, 503);
    QVERIFY(held.isClosedWithin(1000));
    lot.release();
    stopping.join();
    QCOMPARE(server.stats().connections, 0);
}

void TestHttpStop::finishesHalfReadRequests()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    QVERIFY(server.start());
    RawClient idle(server.port());
    RawClient raw(server.port());
    raw.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(raw.answer().status, 100);
    std::thread stopping([&server] { server.stop(5000); });
    QVERIFY(idle.isClosedWithin(1000));
    raw.send("hello");
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.body, "hello");
    QCOMPARE(answer.header("Connection"), "close");
    QVERIFY(raw.isClosedWithin(1000));
    stopping.join();
}

void TestHttpStop::losesNoAnswerUnderLoad()
{
    std::atomic<int> handled{0};
    Options options;
    options.ioThreads = 2;
    HttpServer server(options, [&handled](const Request &request, const Responder &responder) {
        ++handled;
        Response response;
        response.body = request.body;
        responder.send(response);
    });
    QVERIFY(server.start());
    std::atomic<int> answered{0};
    std::atomic<bool> running{false};
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back([&] {
            RawClient raw(server.port());
            for (;;) {
                raw.send(postRequest("/", "abc"));
                if (raw.answer(false, 2000).status != 200)
                    return;
                ++answered;
                running = answered > 200;
            }
        });
    }
    QTRY_VERIFY(running.load());
    server.stop(5000);
    for (std::thread &thread : threads)
        thread.join();
    // Whatever a handler did was told to its client.
    QCOMPARE(answered.load(), handled.load());
}

void TestHttpStop::mayBeRepeated()
{
    ParkingLot lot;
    HttpServer server({}, lot.handler());
    server.stop();
    QVERIFY(server.start());
    server.stop();
    server.stop();
    QVERIFY(!server.start());
}

QTEST_GUILESS_MAIN(TestHttpStop)
#include "tst_httpstop.moc"
