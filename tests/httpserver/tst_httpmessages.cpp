// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QTcpSocket>
#include <QtTest/QtTest>

using namespace yichuang::httpserver;
using namespace yichuang::testing;

/** What goes over a real socket: each request gets its answer, its status and the right end of the connection. */
class TestHttpMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersOrRefuses_data();
    void answersOrRefuses();
    void givesTheHandlerTheRequest();
    void invitesTheBody();
    void keepsConnectionsOpen();
    void answersPipelinedRequestsInOrder();
    void answersAHalfClosedClient();
    void streamsLargeAnswers();
    void answersForFailingHandlers_data();
    void answersForFailingHandlers();
    void writesTheAccessLog();

private:
    RawClient client() { return RawClient(m_server->port()); }

    ParkingLot m_lot;
    std::mutex m_mutex;
    QList<AccessRecord> m_log;
    std::unique_ptr<HttpServer> m_server;
};

void TestHttpMessages::initTestCase()
{
    Options options;
    options.maxBody = 1 << 20;
    options.accessLog = [this](const AccessRecord &record) {
        const std::lock_guard lock(m_mutex);
        m_log.append(record);
    };
    m_server = std::make_unique<HttpServer>(options, m_lot.handler());
    QVERIFY(m_server->start());
    QVERIFY(m_server->port() > 0);
    QVERIFY(!m_server->isSecure());
}

void TestHttpMessages::answersOrRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    const QByteArray upload = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    const QByteArray chunked = upload + "Transfer-Encoding: chunked\r\n\r\n";
    QByteArray manyHeaders = "GET /a HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 20000; ++i)
        manyHeaders += "X" + QByteArray::number(i) + ": 1\r\n";
    QTest::newRow("good") << getRequest("/a") << 200 << false;
    QTest::newRow("garbage") << QByteArray("\0\1\2\xff\xfe garbage\r\n\r\n", 17) << 400 << true;
    QTest::newRow("bad version") << QByteArray("GET /a HTTP/9.9\r\nHost: a\r\n\r\n") << 505 << true;
    QTest::newRow("lower-case http") << QByteArray("GET /a http/1.1\r\nHost: a\r\n\r\n") << 505 << true;
    QTest::newRow("no Host") << QByteArray("GET /a HTTP/1.1\r\n\r\n") << 400 << true;
    QTest::newRow("two Hosts") << getRequest("/a", "Host: b\r\n") << 400 << true;
    QTest::newRow("unknown method") << QByteArray("FOO /a HTTP/1.1\r\nHost: a\r\n\r\n") << 501 << true;
    QTest::newRow("space before colon") << QByteArray("GET /a HTTP/1.1\r\nHost : a\r\n\r\n") << 400 << true;
    QTest::newRow("folded line") << getRequest("/a", "X: a\r\n b\r\n") << 400 << true;
    QTest::newRow("NUL in header") << getRequest("/a", QByteArray("X: a\0b\r\n", 8)) << 400 << true;
    QTest::newRow("bare LF") << QByteArray("GET /a HTTP/1.1\nHost: a\n\n") << 400 << true;
    QTest::newRow("length and encoding") << QByteArray(upload + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << 400 << true;
    QTest::newRow("two lengths") << QByteArray(upload + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde") << 400 << true;
    QTest::newRow("negative length") << QByteArray(upload + "Content-Length: -1\r\n\r\n") << 400 << true;
    QTest::newRow("overflowing length") << QByteArray(upload + "Content-Length: 99999999999999999999999\r\n\r\nab") << 400 << true;
    QTest::newRow("huge length") << QByteArray(upload + "Content-Length: 9000000000000000000\r\n\r\nab") << 413 << true;
    QTest::newRow("plus length") << QByteArray(upload + "Content-Length: +5\r\n\r\nabcde") << 400 << true;
    QTest::newRow("length with rest") << QByteArray(upload + "Content-Length: 5 x\r\n\r\nabcde") << 400 << true;
    QTest::newRow("unknown encoding") << QByteArray(upload + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n") << 501 << true;
    QTest::newRow("chunk overflow") << QByteArray(chunked + "FFFFFFFFFFFFFFFFFF\r\nabc") << 400 << true;
    QTest::newRow("chunk negative") << QByteArray(chunked + "-5\r\nabcde\r\n0\r\n\r\n") << 400 << true;
    QTest::newRow("chunk not hex") << QByteArray(chunked + "zz\r\nabcde\r\n0\r\n\r\n") << 400 << true;
    QTest::newRow("chunk without CR LF") << QByteArray(chunked + "3\r\nabcXX0\r\n\r\n") << 400 << true;
    QTest::newRow("chunked") << QByteArray(chunked + "3\r\nabc\r\n0\r\n\r\n") << 200 << false;
    QTest::newRow("1 MB header") << getRequest("/a", "X: " + QByteArray(1000000, 'a') + "\r\n") << 431 << true;
    QTest::newRow("20000 headers") << QByteArray(manyHeaders + "\r\n") << 431 << true;
    QTest::newRow("1 MB target") << getRequest("/" + QByteArray(1000000, 'a')) << 414 << true;
    QTest::newRow("absolute form") << getRequest("http://a/a") << 200 << false;
    QTest::newRow("NUL in path") << getRequest("/a%00%2f") << 400 << true;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << 200 << true;
    QTest::newRow("HTTP/1.0 keep-alive") << QByteArray("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << 200 << false;
    QTest::newRow("Connection: close") << getRequest("/a", "Connection: close\r\n") << 200 << true;
    QTest::newRow("body too large") << postRequest("/echo", QByteArray((1 << 20) + 1, 'x')) << 413 << true;
    QTest::newRow("body just right") << postRequest("/echo", QByteArray(1 << 20, 'x')) << 200 << false;
}

void TestHttpMessages::answersOrRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(bool, closes);
    RawClient raw = client();
    raw.send(bytes);
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Connection") == "close", closes);
    if (status >= 400) {
        QCOMPARE(answer.header("Content-Type"), "application/problem+json");
        const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
        QCOMPARE(problem.value(QLatin1String("status")).toInt(), status);
        QVERIFY(!problem.value(QLatin1String("code")).toString().isEmpty());
    }
    if (closes) {
        QVERIFY(raw.isClosedWithin(3000));
    } else {
        raw.send(getRequest("/again"));
        QCOMPARE(raw.answer().status, 200);
    }
}

void TestHttpMessages::givesTheHandlerTheRequest()
{
    RawClient raw = client();
    const QByteArray id = "01234567-89ab-cdef-0123-456789abcdef";
    raw.send(postRequest("/echo?x=1", "body", "X-Request-Id: " + id + "\r\nAccept: text/plain\r\n"));
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.body, "body");
    QCOMPARE(answer.header("X-Request-Id"), id);
    QCOMPARE(answer.header("Cache-Control"), "no-store");
    QVERIFY(!answer.header("Date").isEmpty());
    const Request request = m_lot.last();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/echo");
    QCOMPARE(request.query, "x=1");
    QCOMPARE(request.header("accept"), "text/plain");
    QCOMPARE(request.peerAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(request.requestId, QString::fromLatin1(id));
    QVERIFY(request.peerCertificateSha256.isEmpty());

    raw.send(getRequest("/a", "X-Request-Id: 110101199003070000\r\n"));
    const QByteArray made = raw.answer().header("X-Request-Id");
    QVERIFY(!QUuid::fromString(QLatin1String(made)).isNull());
}

void TestHttpMessages::invitesTheBody()
{
    RawClient raw = client();
    raw.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(raw.answer().status, 100);
    raw.send("hello");
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "hello");
    // A body that is refused anyway is not invited.
    raw.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(raw.answer().status, 413);
}

void TestHttpMessages::keepsConnectionsOpen()
{
    RawClient raw = client();
    for (int i = 0; i < 20; ++i) {
        raw.send(getRequest("/a").replace("GET", i % 2 ? "HEAD" : "GET"));
        const RawAnswer answer = raw.answer(i % 2);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Length"), "2");
    }
}

void TestHttpMessages::answersPipelinedRequestsInOrder()
{
    RawClient raw = client();
    QByteArray all;
    for (int i = 0; i < 50; ++i)
        all += postRequest("/echo", QByteArray::number(i));
    raw.send(all);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(raw.answer().body, QByteArray::number(i));
}

void TestHttpMessages::answersAHalfClosedClient()
{
    RawClient raw = client();
    raw.send(getRequest("/hold"));
    QTRY_COMPARE(m_lot.held(), 1);
    raw.socket().disconnectFromHost();
    QTRY_COMPARE(m_server->stats().connections, 1);
    m_lot.release();
    QTRY_COMPARE(m_server->stats().connections, 0);
}

void TestHttpMessages::streamsLargeAnswers()
{
    RawClient raw = client();
    raw.send(getRequest("/big?5000000"));
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.body.size(), 5000000);
    QCOMPARE(answer.body.count('b'), 5000000);
}

void TestHttpMessages::answersForFailingHandlers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("throws") << QByteArray("/throw");
    QTest::newRow("forgets") << QByteArray("/drop");
}

void TestHttpMessages::answersForFailingHandlers()
{
    QFETCH(QByteArray, path);
    RawClient raw = client();
    raw.send(getRequest(path));
    const RawAnswer answer = raw.answer();
    QCOMPARE(answer.status, 500);
    QVERIFY(answer.body.contains("APP-099"));
    QVERIFY(!answer.body.contains("on purpose"));
}

void TestHttpMessages::writesTheAccessLog()
{
    // An answer is logged after it is written: the earlier tests' connections must be through with that.
    QTRY_COMPARE(m_server->stats().connections, 0);
    RawClient raw = client();
    {
        const std::lock_guard lock(m_mutex);
        m_log.clear();
    }
    raw.send(postRequest("/echo?id=990101199001010000", "secret"));
    QCOMPARE(raw.answer().status, 200);
    raw.send("nonsense 990101199001010000\r\n\r\n");
    QCOMPARE(raw.answer().status, 400);
    QVERIFY(raw.isClosedWithin(3000));
    QTRY_COMPARE(m_server->stats().connections, 0);
    const std::lock_guard lock(m_mutex);
    QCOMPARE(m_log.size(), 2);
    QCOMPARE(m_log[0].status, 200);
    QCOMPARE(m_log[0].requestBytes, 6);
    QVERIFY(m_log[0].responseBytes > 6);
    QCOMPARE(m_log[0].route, "/test");
    QCOMPARE(m_log[1].status, 400);
    QCOMPARE(m_log[1].method, "-");
    for (const AccessRecord &record : m_log) {
        const QByteArray line = accessLine(record);
        QVERIFY2(!line.contains("990101199001010000") && !line.contains("secret") && !line.contains("127.0.0.1"), line.constData());
        QVERIFY(line.contains(" status=" + QByteArray::number(record.status) + " "));
    }
}

QTEST_GUILESS_MAIN(TestHttpMessages)
#include "tst_httpmessages.moc"
