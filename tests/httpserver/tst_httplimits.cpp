// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QtTest/QtTest>

using namespace yichuang::httpserver;
using namespace yichuang::testing;
using yichuang::domain::FailureCode;

/** Limits and deadlines, each with the smallest values that show it. */
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsSlowClients_data();
    void cutsSlowClients();
    void servesOthersMeanwhile();
    void cutsClientsThatDoNotRead();
    void limitsTheRate();
    void limitsConnections_data();
    void limitsConnections();
    void refusesWhenWorkersAreFull();
    void boundsBodiesInFlight();
    void refusesBadOptions_data();
    void refusesBadOptions();
    void refusesAPortInUse();
};

namespace {
Options quick()
{
    Options options;
    options.headerSeconds = 1;
    options.bodySeconds = 1;
    options.idleSeconds = 1;
    options.writeSeconds = 1;
    options.parkedSeconds = 1;
    return options;
}
} // namespace

void TestHttpLimits::cutsSlowClients_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("drip");
    QTest::addColumn<int>("status"); // 0: closed without a word
    QTest::newRow("says nothing") << QByteArray() << QByteArray() << 0;
    QTest::newRow("stops in the head") << QByteArray("GET /a HTTP/1.1\r\nHo") << QByteArray() << 408;
    QTest::newRow("drips the head") << QByteArray("GET /a HTTP/1.1\r\nX: ") << QByteArray("x") << 408;
    QTest::newRow("stops in the body") << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab") << QByteArray() << 408;
    QTest::newRow("drips the body") << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n") << QByteArray("x") << 408;
    QTest::newRow("parks too long") << getRequest("/park", "Connection: close\r\n") << QByteArray() << 503;
}

void TestHttpLimits::cutsSlowClients()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, drip);
    QFETCH(int, status);
    ParkingLot lot;
    HttpServer server(quick(), lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    QElapsedTimer clock;
    clock.start();
    raw.send(start);
    RawAnswer answer;
    while (clock.elapsed() < 4000 && answer.status == 0 && raw.socket().state() == QAbstractSocket::ConnectedState) {
        if (!drip.isEmpty())
            raw.send(drip);
        answer = raw.answer(false, 150);
    }
    QCOMPARE(answer.status, status);
    QVERIFY2(clock.elapsed() >= 800 && clock.elapsed() < 2500, QByteArray::number(clock.elapsed()).constData());
    QVERIFY(raw.isClosedWithin(3000));
    QTRY_COMPARE(server.stats().connections, 0);
    QCOMPARE(lot.gone(), lot.parked());
}

void TestHttpLimits::servesOthersMeanwhile()
{
    ParkingLot lot;
    Options options = quick();
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> slow;
    for (int i = 0; i < 300; ++i) {
        slow.emplace_back(server.port());
        slow.back().send("GET /a HTTP/1.1\r\nHost: a\r\n");
    }
    RawClient raw(server.port());
    raw.send(getRequest("/a", "Connection: close\r\n"));
    QCOMPARE(raw.answer(false, 500).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(server.stats().connections, 0, 6000);
}

void TestHttpLimits::cutsClientsThatDoNotRead()
{
    ParkingLot lot;
    HttpServer server(quick(), lot.handler());
    QVERIFY(server.start());
    QTcpSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QVERIFY(socket.waitForConnected(1000));
    socket.write(getRequest("/big?50000000"));
    QVERIFY(socket.waitForBytesWritten(1000));
    QTRY_COMPARE(server.stats().connections, 1);
    // An event loop would let the socket drain a byte at a time; nothing may read here.
    QElapsedTimer clock;
    clock.start();
    while (server.stats().connections > 0 && clock.elapsed() < 5000)
        std::this_thread::yield();
    QCOMPARE(server.stats().connections, 0);
    QVERIFY(clock.elapsed() >= 500);
}

void TestHttpLimits::limitsTheRate()
{
    ParkingLot lot;
    Options options;
    options.requestsPerSecondPerAddress = 0.5;
    options.burstPerAddress = 5;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    RawClient raw(server.port());
    for (int i = 0; i < 5; ++i) {
        raw.send(getRequest("/a"));
        QCOMPARE(raw.answer().status, 200);
    }
    raw.send(getRequest("/a"));
    const RawAnswer refused = raw.answer();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), "2");
    QVERIFY(refused.body.contains("SVC-003"));
    // A refused request without body costs no new connection; one with a body does, since that is not read.
    raw.send(postRequest("/echo", "abc"));
    QCOMPARE(raw.answer().status, 429);
    QVERIFY(raw.isClosedWithin(3000));
}

void TestHttpLimits::limitsConnections_data()
{
    QTest::addColumn<int>("inAll");
    QTest::addColumn<int>("perAddress");
    QTest::newRow("in all") << 3 << 100;
    QTest::newRow("per address") << 100 << 3;
}

void TestHttpLimits::limitsConnections()
{
    QFETCH(int, inAll);
    QFETCH(int, perAddress);
    ParkingLot lot;
    Options options;
    options.maxConnections = inAll;
    options.maxConnectionsPerAddress = perAddress;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(getRequest("/a"));
        QCOMPARE(clients.back().answer().status, 200);
    }
    RawClient fourth(server.port());
    QVERIFY(fourth.isClosedWithin(2000));
    QCOMPARE(server.stats().refusedConnections, 1);
    clients.pop_back();
    QTRY_COMPARE(server.stats().connections, 2);
    RawClient fifth(server.port());
    fifth.send(getRequest("/a"));
    QCOMPARE(fifth.answer().status, 200);
}

void TestHttpLimits::refusesWhenWorkersAreFull()
{
    ParkingLot lot;
    Options options;
    options.workers = 1;
    options.maxQueued = 2;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    std::vector<RawClient> clients;
    clients.emplace_back(server.port());
    clients.back().send(getRequest("/hold"));
    QTRY_COMPARE(lot.held(), 1);
    int refused = 0;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(getRequest("/a"));
        const RawAnswer answer = clients.back().answer(false, 300);
        if (answer.status == 0)
            continue;
        ++refused;
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("Retry-After"), "1");
        QVERIFY(answer.body.contains("HTTP-007"));
    }
    QCOMPARE(refused, 2);
    lot.release();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(clients[static_cast<std::size_t>(i)].answer().status, 200);
    // The refused ones kept their connections.
    clients.back().send(getRequest("/a"));
    QCOMPARE(clients.back().answer().status, 200);
}

void TestHttpLimits::boundsBodiesInFlight()
{
    ParkingLot lot;
    Options options;
    options.maxBody = 1000;
    options.maxBodyBytesInFlight = 1500;
    HttpServer server(options, lot.handler());
    QVERIFY(server.start());
    RawClient first(server.port());
    first.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(first.answer().status, 100);
    RawClient second(server.port());
    second.send(postRequest("/echo", QByteArray(600, 'x')));
    QCOMPARE(second.answer().status, 503);
    RawClient third(server.port());
    third.send(postRequest("/echo", QByteArray(500, 'x')));
    QCOMPARE(third.answer().status, 200);
    first.send(QByteArray(1000, 'y'));
    QCOMPARE(first.answer().body.size(), 1000);
    third.send(postRequest("/echo", QByteArray(600, 'x')));
    QCOMPARE(third.answer().status, 200);
}

void TestHttpLimits::refusesBadOptions_data()
{
    QTest::addColumn<Options>("options");
    QTest::addColumn<FailureCode>("code");
    const auto row = [](const char *name, FailureCode code, auto change) {
        Options options;
        change(options);
        QTest::newRow(name) << options << code;
    };
    row("no address", FailureCode::HttpAddressInvalid, [](Options &o) { o.address = QStringLiteral("exchange.example"); });
    row("plain on every address", FailureCode::HttpPlainNotLoopback, [](Options &o) { o.address = QStringLiteral("0.0.0.0"); });
    row("plain on every IPv6 address", FailureCode::HttpPlainNotLoopback, [](Options &o) { o.address = QStringLiteral("::"); });
    row("no workers", FailureCode::HttpOptionInvalid, [](Options &o) { o.workers = 0; });
    row("no time", FailureCode::HttpOptionInvalid, [](Options &o) { o.headerSeconds = 0; });
    row("bodies beyond the bound", FailureCode::HttpOptionInvalid, [](Options &o) { o.maxBodyBytesInFlight = o.maxBody - 1; });
    row("missing certificate file", hasTls() ? FailureCode::HttpTlsMaterial : FailureCode::HttpTlsNotInBuild,
        [](Options &o) { o.tls.certificateFile = QStringLiteral("/nowhere/cert.pem"); });
}

void TestHttpLimits::refusesBadOptions()
{
    QFETCH(Options, options);
    QFETCH(FailureCode, code);
    ParkingLot lot;
    HttpServer server(options, lot.handler());
    const auto started = server.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, code);
    QCOMPARE(server.port(), 0);
}

void TestHttpLimits::refusesAPortInUse()
{
    ParkingLot lot;
    HttpServer first({}, lot.handler());
    QVERIFY(first.start());
    Options options;
    options.port = first.port();
    HttpServer second(options, lot.handler());
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, FailureCode::HttpAddressInUse);
    QVERIFY(!first.start());
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
