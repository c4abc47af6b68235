// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <remote/endpoint.h>

#include <QTest>

using namespace Qt::StringLiterals;
using yichuang::domain::FailureCode;
using yichuang::remote::Endpoint;

class TestEndpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("https name") << u"https://exchange.example"_s << true;
        QTest::newRow("https port and prefix") << u"https://exchange.example:8443/hall/"_s << true;
        QTest::newRow("https address") << u"https://192.0.2.7:8443"_s << true;
        QTest::newRow("http localhost") << u"http://localhost:8080"_s << true;
        QTest::newRow("http LOCALHOST") << u"http://LOCALHOST:8080"_s << true;
        QTest::newRow("http 127.0.0.1") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("http 127.9.9.9") << u"http://127.9.9.9"_s << true;
        QTest::newRow("http ::1") << u"http://[::1]:8080"_s << true;
        QTest::newRow("http elsewhere") << u"http://exchange.example"_s << false;
        QTest::newRow("http other address") << u"http://192.0.2.7"_s << false;
        QTest::newRow("http any address") << u"http://0.0.0.0:80"_s << false;
        QTest::newRow("http name that begins like loopback") << u"http://localhost.example"_s << false;
        QTest::newRow("http 127 as a name") << u"http://127.0.0.1.example"_s << false;
        QTest::newRow("ftp") << u"ftp://localhost/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("no scheme") << u"exchange.example"_s << false;
        QTest::newRow("no host") << u"https:///api"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << u"   "_s << false;
        QTest::newRow("user") << u"https://somebody@exchange.example"_s << false;
        QTest::newRow("user and password") << u"https://a:b@exchange.example"_s << false;
        QTest::newRow("query") << u"https://exchange.example/?a=b"_s << false;
        QTest::newRow("fragment") << u"https://exchange.example/#a"_s << false;
        QTest::newRow("bad port") << u"https://exchange.example:99999"_s << false;
        QTest::newRow("space") << u"https://exchange example"_s << false;
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto endpoint = Endpoint::fromText(text);
        QCOMPARE(endpoint.has_value(), good);
        if (good)
            QCOMPARE(endpoint->timeoutMs, 15000);
        else
            QCOMPARE(endpoint.error().code, FailureCode::ExchangeUrlInvalid);
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
