// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "responsewriter.h"

#include <QtTest/QtTest>

using namespace yichuang::httpserver;
using yichuang::domain::FailureCode;

/** The bytes of an answer's head. */
class TestResponseWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesTheBody_data();
    void framesTheBody();
    void dropsHeadersThatWouldSplitTheAnswer_data();
    void dropsHeadersThatWouldSplitTheAnswer();
    void letsTheHandlerChooseCaching();
    void saysHowTheConnectionGoesOn();
    void writesProblems();
};

void TestResponseWriter::framesTheBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isHead");
    QTest::addColumn<QByteArray>("startsWith");
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<bool>("follows");
    QTest::newRow("200") << 200 << false << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("5") << true;
    QTest::newRow("HEAD") << 200 << true << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("5") << false;
    QTest::newRow("204") << 204 << false << QByteArray("HTTP/1.1 204 No Content\r\n") << QByteArray() << false;
    QTest::newRow("304") << 304 << false << QByteArray("HTTP/1.1 304 Not Modified\r\n") << QByteArray() << false;
    QTest::newRow("no reason known") << 299 << false << QByteArray("HTTP/1.1 299 ") << QByteArray("5") << true;
    QTest::newRow("informational") << 100 << false << QByteArray("HTTP/1.1 500 ") << QByteArray("5") << true;
    QTest::newRow("nonsense") << -1 << false << QByteArray("HTTP/1.1 500 ") << QByteArray("5") << true;
}

void TestResponseWriter::framesTheBody()
{
    QFETCH(int, status);
    QFETCH(bool, isHead);
    QFETCH(QByteArray, startsWith);
    QFETCH(QByteArray, length);
    QFETCH(bool, follows);
    Response response;
    response.status = status;
    response.body = "hello";
    const AnswerFrame frame{true, isHead, false, {}};
    const QByteArray head = answerHead(response, frame);
    QVERIFY2(head.startsWith(startsWith), head.constData());
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.contains("\r\nContent-Length: " + (length.isEmpty() ? QByteArray() : length + "\r\n")), !length.isEmpty());
    QCOMPARE(bodyFollows(response, frame), follows);
}

void TestResponseWriter::dropsHeadersThatWouldSplitTheAnswer_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("kept");
    QTest::newRow("good") << QByteArray("ETag") << QByteArray("\"1\"") << true;
    QTest::newRow("UTF-8 value") << QByteArray("X-Note") << QByteArray("\xe4\xb8\x80") << true;
    QTest::newRow("CR LF in value") << QByteArray("X-A") << QByteArray("1\r\nSet-Cookie: b") << false;
    QTest::newRow("LF in value") << QByteArray("X-A") << QByteArray("1\n2") << false;
    QTest::newRow("NUL in value") << QByteArray("X-A") << QByteArray("1\0002", 3) << false;
    QTest::newRow("CR LF in name") << QByteArray("X\r\nY") << QByteArray("1") << false;
    QTest::newRow("colon in name") << QByteArray("X:") << QByteArray("1") << false;
    QTest::newRow("empty name") << QByteArray() << QByteArray("1") << false;
    QTest::newRow("own length") << QByteArray("content-length") << QByteArray("1") << false;
    QTest::newRow("own encoding") << QByteArray("Transfer-Encoding") << QByteArray("chunked") << false;
    QTest::newRow("own connection") << QByteArray("Connection") << QByteArray("upgrade") << false;
}

void TestResponseWriter::dropsHeadersThatWouldSplitTheAnswer()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, kept);
    Response plain;
    Response response;
    response.headers.append({name, value});
    const qsizetype lines = answerHead(plain, {}).count('\n');
    const QByteArray head = answerHead(response, {});
    QCOMPARE(head.count('\n'), lines + (kept ? 1 : 0));
    if (kept)
        QVERIFY(head.contains("\r\n" + name + ": " + value + "\r\n"));
}

void TestResponseWriter::letsTheHandlerChooseCaching()
{
    Response response;
    QVERIFY(answerHead(response, {}).contains("\r\nCache-Control: no-store\r\n"));
    response.headers.emplaceBack("cache-control", "max-age=60");
    const QByteArray head = answerHead(response, {});
    QVERIFY(head.contains("\r\ncache-control: max-age=60\r\n"));
    QVERIFY(!head.contains("no-store"));
}

void TestResponseWriter::saysHowTheConnectionGoesOn()
{
    QVERIFY(!answerHead({}, {true, false, false, {}}).contains("\r\nConnection:"));
    QVERIFY(answerHead({}, {false, false, false, {}}).contains("\r\nConnection: close\r\n"));
    QVERIFY(answerHead({}, {true, false, true, {}}).contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(answerHead({}, {true, false, false, QStringLiteral("id-1")}).contains("\r\nX-Request-Id: id-1\r\n"));
}

void TestResponseWriter::writesProblems()
{
    const Response response = problem(503, FailureCode::ServerStopping, "Stopping");
    QCOMPARE(response.contentType, "application/problem+json");
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(object.value(QLatin1String("type")).toString(), QStringLiteral("urn:yichuang:failure:SVC-014"));
    QCOMPARE(object.value(QLatin1String("title")).toString(), QStringLiteral("Stopping"));
    QCOMPARE(object.value(QLatin1String("status")).toInt(), 503);
    QCOMPARE(object.value(QLatin1String("code")).toString(), QStringLiteral("SVC-014"));
}

QTEST_GUILESS_MAIN(TestResponseWriter)
#include "tst_responsewriter.moc"
