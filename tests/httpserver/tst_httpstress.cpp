// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QTcpSocket>
#include <QtTest/QtTest>
#include <thread>

using namespace yichuang::httpserver;
using namespace yichuang::testing;

/** Everything at once, for the thread and address sanitizers: parking, hanging up, releasing, limits, stopping. */
class TestHttpStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mixesEverythingAndStops();
};

namespace {
void runClient(quint16 port, int seed, const std::atomic<bool> &going, std::atomic<int> &answered)
{
    for (int round = seed; going; ++round) {
        RawClient raw(port);
        switch (round % 5) {
        case 0:
            raw.send(getRequest("/park"));
            raw.reset();
            break;
        case 1:
            raw.send(getRequest("/park"));
            answered += raw.answer(false, 1000).status != 0;
            break;
        case 2:
            raw.send(getRequest("/a") + postRequest("/echo", QByteArray(50000, 'x')) + getRequest("/drop"));
            for (int i = 0; i < 3; ++i)
                answered += raw.answer(false, 1000).status != 0;
            break;
        case 3:
            raw.send("GET /a HTTP/1.1\r\nHo");
            break;
        default:
            raw.send(getRequest("/big?400000"));
            raw.socket().waitForReadyRead(1000);
            raw.reset();
        }
    }
}
} // namespace

void TestHttpStress::mixesEverythingAndStops()
{
    for (int round = 0; round < 3; ++round) {
        ParkingLot lot;
        std::atomic<bool> going{true};
        std::atomic<int> answered{0};
        Options options;
        options.ioThreads = 2;
        options.workers = 3;
        options.maxQueued = 16;
        options.requestsPerSecondPerAddress = 100000;
        std::atomic<int> logged{0};
        options.accessLog = [&logged](const AccessRecord &) { ++logged; };
        HttpServer server(options, lot.handler());
        QVERIFY(server.start());
        std::vector<std::thread> clients;
        for (int i = 0; i < 6; ++i)
            clients.emplace_back(runClient, server.port(), i, std::cref(going), std::ref(answered));
        std::thread releasing([&] {
            while (going) {
                lot.release();
                static_cast<void>(server.stats());
                std::this_thread::yield();
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(answered > 300, 20000);
        server.stop(round == 0 ? 0 : 2000, round == 1 ? ParkedAtStop::WaitForOwner : ParkedAtStop::AnswerStopping);
        going = false;
        for (std::thread &client : clients)
            client.join();
        releasing.join();
        QCOMPARE(server.stats().connections, 0);
        QCOMPARE(server.stats().parked, 0);
        QVERIFY(logged >= answered);
    }
}

QTEST_GUILESS_MAIN(TestHttpStress)
#include "tst_httpstress.moc"
