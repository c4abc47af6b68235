// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "requestreader.h"

#include <QtTest/QtTest>

using namespace yichuang::httpserver;
using Step = RequestReader::Step;

namespace {
constexpr ReaderLimits limits{1000, 2000, 500};

/** Feeds the bytes in pieces of that size; the status of the refusal, 200 for a whole request, 0 for neither. */
int outcome(const QByteArray &bytes, qsizetype piece, Request *request = nullptr)
{
    RequestReader reader(limits);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.mid(at, piece));
        Step step = reader.advance();
        if (step == Step::HeadDone)
            step = reader.advance();
        if (step == Step::Refused)
            return reader.refusal().status;
        if (step == Step::Done) {
            if (request)
                *request = reader.takeRequest();
            return 200;
        }
    }
    return 0;
}

QByteArray post(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /v1/upload HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}
} // namespace

/** Every shape of request, whole and byte by byte: a proxy and this reader must never see different requests. */
class TestRequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesFraming_data();
    void judgesFraming();
    void readsTargets_data();
    void readsTargets();
    void readsPipelinedRequests();
    void dropsTrailers();
    void boundsUnfinishedChunkLines();
    void survivesAnyBytes();
};

void TestRequestReader::judgesFraming_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("plain GET") << get("/a") << 200;
    QTest::newRow("empty line first") << QByteArray("\r\n" + get("/a")) << 200;
    QTest::newRow("length") << post("Content-Length: 3\r\n", "abc") << 200;
    QTest::newRow("short of its length") << post("Content-Length: 3\r\n", "ab") << 0;
    QTest::newRow("chunked") << post(chunked, "3\r\nabc\r\n0\r\n\r\n") << 200;
    QTest::newRow("chunk extension") << post(chunked, "3;x=y\r\nabc\r\n0\r\n\r\n") << 200;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << 200;
    QTest::newRow("bare LF in a body") << post("Content-Length: 4\r\n", "\n\n \n") << 200;

    QTest::newRow("two lengths, same") << post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd") << 400;
    QTest::newRow("list of lengths") << post("Content-Length: 3, 4\r\n", "abcd") << 400;
    QTest::newRow("negative length") << post("Content-Length: -1\r\n") << 400;
    QTest::newRow("plus length") << post("Content-Length: +5\r\n", "abcde") << 400;
    QTest::newRow("length with rest") << post("Content-Length: 5 x\r\n", "abcde") << 400;
    QTest::newRow("hex length") << post("Content-Length: 0x5\r\n", "abcde") << 400;
    QTest::newRow("empty length") << post("Content-Length:\r\n") << 400;
    QTest::newRow("overflowing length") << post("Content-Length: 99999999999999999999999\r\n") << 400;
    QTest::newRow("too long by declaration") << post("Content-Length: 1001\r\n") << 413;
    QTest::newRow("huge length") << post("Content-Length: 9000000000000000000\r\n") << 413;
    QTest::newRow("too long by chunks") << post(chunked, "3E9\r\n" + QByteArray(1001, 'x')) << 413;
    QTest::newRow("length and encoding") << post("Content-Length: 4\r\n" + chunked, "0\r\n\r\n") << 400;
    QTest::newRow("encoding and length") << post(chunked + "Content-Length: 4\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("unknown encoding") << post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n") << 501;
    QTest::newRow("list of encodings") << post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n") << 501;
    QTest::newRow("chunked twice") << post(chunked + chunked, "0\r\n\r\n") << 400;
    QTest::newRow("chunked then identity") << post(chunked + "Transfer-Encoding: identity\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("chunked in HTTP/1.0") << QByteArray("POST /a HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk overflow") << post(chunked, "FFFFFFFFFFFFFFFFFF\r\nabc\r\n") << 400;
    QTest::newRow("chunk negative") << post(chunked, "-5\r\nabcde\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk not hex") << post(chunked, "zz\r\nabcde\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk without CR LF") << post(chunked, "3\r\nabcXX0\r\n\r\n") << 400;

    QTest::newRow("no Host") << QByteArray("GET /a HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("two Authorizations") << post("Authorization: a\r\nAuthorization: b\r\n") << 400;
    QTest::newRow("space before colon") << QByteArray("GET /a HTTP/1.1\r\nHost : a\r\n\r\n") << 400;
    QTest::newRow("folded line") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n") << 400;
    QTest::newRow("NUL in value") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 36) << 400;
    QTest::newRow("bare LF") << QByteArray("GET /a HTTP/1.1\nHost: a\n\n") << 400;
    QTest::newRow("bare CR") << QByteArray("GET /a HTTP/1.1\r\nHost: a\rX: b\r\n\r\n") << 400;
    QTest::newRow("no colon") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n") << 400;
    QTest::newRow("garbage") << QByteArray("\x01\x02\xff\xfe garbage\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02") << 400;
    QTest::newRow("version 9.9") << QByteArray("GET /a HTTP/9.9\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("lower-case http") << QByteArray("GET /a http/1.1\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("unknown method") << QByteArray("FOO /a HTTP/1.1\r\nHost: a\r\n\r\n") << 501;
    QTest::newRow("CONNECT") << QByteArray("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n") << 501;
    QTest::newRow("unknown expectation") << post("Expect: more\r\nContent-Length: 1\r\n", "a") << 417;
    QTest::newRow("large header") << get("/a").replace("Host: a", "Host: a\r\nX: " + QByteArray(3000, 'x')) << 431;
    QTest::newRow("endless header") << QByteArray("GET /a HTTP/1.1\r\nX: " + QByteArray(3000, 'x')) << 431;
    QTest::newRow("long target") << get("/" + QByteArray(600, 'a')) << 414;
    QTest::newRow("endless target") << QByteArray("GET /" + QByteArray(3000, 'a')) << 414;
}

void TestRequestReader::judgesFraming()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(outcome(bytes, bytes.size()), status);
    QCOMPARE(outcome(bytes, 1), status);
    QCOMPARE(outcome(bytes, 7), status);
}

void TestRequestReader::readsTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("path") << QByteArray("/v1/a") << 200 << QByteArray("/v1/a") << QByteArray();
    QTest::newRow("query") << QByteArray("/v1/a?b=c?d") << 200 << QByteArray("/v1/a") << QByteArray("b=c?d");
    QTest::newRow("escapes stay") << QByteArray("/a%2fb?c=%e4") << 200 << QByteArray("/a%2fb") << QByteArray("c=%e4");
    QTest::newRow("absolute") << QByteArray("http://a/v1?x") << 200 << QByteArray("/v1") << QByteArray("x");
    QTest::newRow("absolute without path") << QByteArray("HTTPS://a") << 200 << QByteArray("/") << QByteArray();
    QTest::newRow("escaped NUL") << QByteArray("/a%00") << 400 << QByteArray() << QByteArray();
    QTest::newRow("half an escape") << QByteArray("/a%2") << 400 << QByteArray() << QByteArray();
    QTest::newRow("bad escape") << QByteArray("/a%zz") << 400 << QByteArray() << QByteArray();
    QTest::newRow("fragment") << QByteArray("/a#b") << 400 << QByteArray() << QByteArray();
    QTest::newRow("raw UTF-8") << QByteArray("/\xe4\xb8\x80") << 400 << QByteArray() << QByteArray();
    QTest::newRow("no slash") << QByteArray("v1/a") << 400 << QByteArray() << QByteArray();
    QTest::newRow("star for GET") << QByteArray("*") << 400 << QByteArray() << QByteArray();
}

void TestRequestReader::readsTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    Request request;
    QCOMPARE(outcome(get(target), 1 << 10, &request), status);
    QCOMPARE(request.path, path);
    QCOMPARE(request.query, query);
}

void TestRequestReader::readsPipelinedRequests()
{
    RequestReader reader(limits);
    reader.feed(post("Content-Length: 3\r\nX-Name:  value \r\n", "abc") + get("/b") + "GET /c");
    QCOMPARE(reader.advance(), Step::HeadDone);
    QCOMPARE(reader.expectedBody(), 3);
    QCOMPARE(reader.advance(), Step::Done);
    const Request first = reader.takeRequest();
    QCOMPARE(first.method, "POST");
    QCOMPARE(first.body, "abc");
    QCOMPARE(first.header("x-name"), "value");
    QVERIFY(reader.keepAlive());

    reader.next();
    QCOMPARE(reader.advance(), Step::HeadDone);
    QCOMPARE(reader.advance(), Step::Done);
    const Request second = reader.takeRequest();
    QCOMPARE(second.path, "/b");
    QVERIFY(second.body.isEmpty());
    QVERIFY(second.header("x-name").isEmpty());

    reader.next();
    QVERIFY(!reader.isFresh());
    QCOMPARE(reader.advance(), Step::NeedMore);
}

void TestRequestReader::dropsTrailers()
{
    Request request;
    const QByteArray bytes = post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\nAuthorization: Bearer stolen\r\n\r\n");
    QCOMPARE(outcome(bytes, bytes.size(), &request), 200);
    QCOMPARE(request.body, "abc");
    QVERIFY(request.header("Authorization").isEmpty());
}

void TestRequestReader::boundsUnfinishedChunkLines()
{
    RequestReader reader(limits);
    reader.feed(post("Transfer-Encoding: chunked\r\n", "3;"));
    QCOMPARE(reader.advance(), Step::HeadDone);
    for (int i = 0; i < 30; ++i) {
        reader.feed(QByteArray(100, 'x'));
        const Step step = reader.advance();
        if (step == Step::Refused)
            return;
        QCOMPARE(step, Step::NeedMore);
    }
    QFAIL("an endless chunk line was not refused");
}

void TestRequestReader::survivesAnyBytes()
{
    // Mutations of good requests with a fixed seed: no outcome is expected but an end, within the limits.
    quint32 state = 20261123;
    const auto random = [&state] { return state = state * 1664525U + 1013904223U; };
    const QByteArray seeds[] = {get("/a?b=%20"), post("Content-Length: 3\r\n", "abc"), post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")};
    int refused = 0;
    for (int round = 0; round < 6000; ++round) {
        QByteArray bytes = seeds[round % 3];
        for (int flips = 0; flips < 3; ++flips)
            bytes[static_cast<qsizetype>((random() >> 8) % static_cast<quint32>(bytes.size()))] = static_cast<char>(random() >> 16);
        const int whole = outcome(bytes, bytes.size());
        QCOMPARE(outcome(bytes, 1), whole);
        refused += whole >= 400;
    }
    QVERIFY(refused > 2000);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
