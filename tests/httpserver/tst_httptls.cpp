// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"
#include "rawclient.h"

#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QtTest/QtTest>
#include <httpserver/selfsigned.h>

using namespace yichuang::httpserver;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using yichuang::domain::FailureCode;

enum class Certificate { None, Ours, Rogue, Server };
enum class Demand { Nothing, Optional, Required };

/** TLS towards Qt's own client: versions, ciphers, client certificates. */
class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaksModernVersionsOnly_data();
    void speaksModernVersionsOnly();
    void asksForClientCertificates_data();
    void asksForClientCertificates();
    void refusesUnusableMaterial_data();
    void refusesUnusableMaterial();
    void loadsFiles();
    void carriesLargeBodies();
    void cutsClientsThatDoNotShakeHands();
    void closesPolitely();

private:
    std::unique_ptr<HttpServer> server(Demand demand, int headerSeconds = 10);
    QSslConfiguration clientConfiguration(Certificate certificate) const;
    /** Null when no connection came about. */
    std::unique_ptr<QSslSocket> connected(const HttpServer &server, const QSslConfiguration &configuration);

    ParkingLot m_lot;
    KeyedCertificate m_server, m_authority, m_client, m_rogue;
};

void TestHttpTls::initTestCase()
{
    if (!hasTls())
        QSKIP("built without TLS");
    const auto made = makeSelfSigned(u"demo exchange"_s, {u"localhost"_s, u"127.0.0.1"_s});
    const auto authority = makeCertificate({u"hall authority"_s, {}, CertificateUse::Authority, 30});
    QVERIFY(made && authority);
    const auto client = makeCertificate({u"workstation 示例"_s, {}, CertificateUse::Client, 30}, &*authority);
    const auto rogue = makeCertificate({u"rogue"_s, {}, CertificateUse::Client, 30});
    QVERIFY(client && rogue);
    m_server = *made;
    m_authority = *authority;
    m_client = *client;
    m_rogue = *rogue;
}

std::unique_ptr<HttpServer> TestHttpTls::server(Demand demand, int headerSeconds)
{
    Options options;
    options.headerSeconds = headerSeconds;
    options.tls.certificatePem = m_server.certificatePem;
    options.tls.keyPem = m_server.keyPem;
    if (demand != Demand::Nothing)
        options.tls.clientCaPem = m_authority.certificatePem;
    options.tls.requireClientCertificate = demand == Demand::Required;
    auto made = std::make_unique<HttpServer>(options, m_lot.handler());
    const auto started = made->start();
    if (!started)
        qFatal("%s", qPrintable(started.error().detail));
    return made;
}

QSslConfiguration TestHttpTls::clientConfiguration(Certificate certificate) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(m_server.certificatePem)});
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    const KeyedCertificate &own = certificate == Certificate::Ours ? m_client : certificate == Certificate::Rogue ? m_rogue : m_server;
    if (certificate != Certificate::None) {
        configuration.setLocalCertificate(QSslCertificate(own.certificatePem));
        configuration.setPrivateKey(QSslKey(own.keyPem, QSsl::Ec));
    }
    return configuration;
}

std::unique_ptr<QSslSocket> TestHttpTls::connected(const HttpServer &server, const QSslConfiguration &configuration)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, server.port(), u"localhost"_s);
    if (!socket->waitForEncrypted(5000))
        return {};
    return socket;
}

void TestHttpTls::speaksModernVersionsOnly_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<bool>("works");
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("TLS 1.0") << QSsl::TlsV1_0 << QString() << false;
    QTest::newRow("TLS 1.1") << QSsl::TlsV1_1 << QString() << false;
    QT_WARNING_POP
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2 << QString() << true;
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3 << QString() << true;
    QTest::newRow("ECDHE GCM") << QSsl::TlsV1_2 << u"ECDHE-ECDSA-AES256-GCM-SHA384"_s << true;
    QTest::newRow("ECDHE ChaCha20") << QSsl::TlsV1_2 << u"ECDHE-ECDSA-CHACHA20-POLY1305"_s << true;
    QTest::newRow("CBC") << QSsl::TlsV1_2 << u"ECDHE-ECDSA-AES256-SHA384"_s << false;
    QTest::newRow("CBC SHA-1") << QSsl::TlsV1_2 << u"ECDHE-ECDSA-AES128-SHA"_s << false;
    QTest::newRow("no forward secrecy") << QSsl::TlsV1_2 << u"AES256-GCM-SHA384"_s << false;
}

void TestHttpTls::speaksModernVersionsOnly()
{
    QFETCH(QSsl::SslProtocol, protocol);
    QFETCH(QString, cipher);
    QFETCH(bool, works);
    const auto exchange = server(Demand::Nothing);
    QVERIFY(exchange->isSecure());
    QSslConfiguration configuration = clientConfiguration(Certificate::None);
    configuration.setProtocol(protocol);
    if (!cipher.isEmpty()) {
        QVERIFY2(!QSslCipher(cipher).isNull(), "this client does not know the cipher");
        configuration.setCiphers({QSslCipher(cipher)});
    }
    auto socket = connected(*exchange, configuration);
    QCOMPARE(socket != nullptr, works);
    if (!works)
        return;
    if (!cipher.isEmpty())
        QCOMPARE(socket->sessionCipher().name(), cipher);
    RawClient raw(std::move(socket));
    raw.send(getRequest("/a"));
    QCOMPARE(raw.answer().status, 200);
    QVERIFY(m_lot.last().peerCertificateSha256.isEmpty());
}

void TestHttpTls::asksForClientCertificates_data()
{
    QTest::addColumn<Demand>("demand");
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<bool>("works");
    QTest::newRow("not asked, ours") << Demand::Nothing << Certificate::Ours << true;
    QTest::newRow("optional, none") << Demand::Optional << Certificate::None << true;
    QTest::newRow("optional, ours") << Demand::Optional << Certificate::Ours << true;
    QTest::newRow("optional, rogue") << Demand::Optional << Certificate::Rogue << false;
    QTest::newRow("required, none") << Demand::Required << Certificate::None << false;
    QTest::newRow("required, ours") << Demand::Required << Certificate::Ours << true;
    QTest::newRow("required, rogue") << Demand::Required << Certificate::Rogue << false;
    QTest::newRow("required, a server's") << Demand::Required << Certificate::Server << false;
}

void TestHttpTls::asksForClientCertificates()
{
    QFETCH(Demand, demand);
    QFETCH(Certificate, certificate);
    QFETCH(bool, works);
    const auto exchange = server(demand);
    // In TLS 1.3 the client learns of the refusal only after its side of the handshake: the answer is what counts.
    for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
        QSslConfiguration configuration = clientConfiguration(certificate);
        configuration.setProtocol(protocol);
        auto socket = connected(*exchange, configuration);
        RawAnswer answer;
        if (socket) {
            RawClient raw(std::move(socket));
            raw.send(getRequest("/a"));
            answer = raw.answer();
        }
        QCOMPARE(answer.status, works ? 200 : 0);
        if (!works)
            continue;
        const bool known = certificate == Certificate::Ours && demand != Demand::Nothing;
        QCOMPARE(m_lot.last().peerCommonName, known ? u"workstation 示例"_s : QString());
        const QByteArray digest = QSslCertificate(m_client.certificatePem).digest(QCryptographicHash::Sha256).toHex();
        QCOMPARE(m_lot.last().peerCertificateSha256, known ? digest : QByteArray());
    }
}

void TestHttpTls::refusesUnusableMaterial_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("certificate is no PEM") << 0;
    QTest::newRow("key is no PEM") << 1;
    QTest::newRow("key of another certificate") << 2;
    QTest::newRow("key missing") << 3;
    QTest::newRow("authority is no PEM") << 4;
    QTest::newRow("required without authority") << 5;
    QTest::newRow("no known cipher") << 6;
}

void TestHttpTls::refusesUnusableMaterial()
{
    QFETCH(int, which);
    Options options;
    TlsOptions &tls = options.tls;
    tls.certificatePem = which == 0 ? "nonsense" : m_server.certificatePem;
    tls.keyPem = which == 1 ? "nonsense" : which == 2 ? m_client.keyPem : which == 3 ? QByteArray() : m_server.keyPem;
    tls.clientCaPem = which == 4 ? "nonsense" : "";
    tls.requireClientCertificate = which == 5;
    if (which == 6)
        tls.ciphers = "NOT-A-CIPHER";
    HttpServer refused(options, m_lot.handler());
    const auto started = refused.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, FailureCode::HttpTlsMaterial);
    QVERIFY(!started.error().detail.isEmpty());
}

void TestHttpTls::loadsFiles()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"cert.pem"_s, m_server.certificatePem) && write(u"key.pem"_s, m_server.keyPem) && write(u"ca.pem"_s, m_authority.certificatePem));
    Options options;
    // With TLS any address will do.
    options.address = u"0.0.0.0"_s;
    options.tls.certificateFile = folder.filePath(u"cert.pem"_s);
    options.tls.keyFile = folder.filePath(u"key.pem"_s);
    options.tls.clientCaFile = folder.filePath(u"ca.pem"_s);
    options.tls.requireClientCertificate = true;
    HttpServer exchange(options, m_lot.handler());
    QVERIFY(exchange.start());
    QVERIFY(exchange.port() > 0);
    auto socket = connected(exchange, clientConfiguration(Certificate::Ours));
    QVERIFY(socket);
    RawClient raw(std::move(socket));
    raw.send(getRequest("/a"));
    QCOMPARE(raw.answer().status, 200);
}

void TestHttpTls::carriesLargeBodies()
{
    const auto exchange = server(Demand::Nothing);
    RawClient raw(connected(*exchange, clientConfiguration(Certificate::None)));
    QByteArray body;
    for (int i = 0; body.size() < 3000000; ++i)
        body += QByteArray::number(i);
    raw.send(postRequest("/echo", body));
    QVERIFY(raw.answer().body == body);
    raw.send(getRequest("/a") + getRequest("/a"));
    QCOMPARE(raw.answer().status, 200);
    QCOMPARE(raw.answer().status, 200);
}

void TestHttpTls::cutsClientsThatDoNotShakeHands()
{
    const auto exchange = server(Demand::Nothing, 1);
    std::vector<RawClient> silent;
    for (int i = 0; i < 20; ++i)
        silent.emplace_back(exchange->port());
    QTRY_COMPARE(exchange->stats().connections, 20);
    for (RawClient &client : silent)
        QVERIFY(client.isClosedWithin(3000));
    RawClient plain(exchange->port());
    plain.send(getRequest("/a"));
    QCOMPARE(plain.answer().status, 0);
    QTRY_COMPARE(exchange->stats().connections, 0);
}

void TestHttpTls::closesPolitely()
{
    const auto exchange = server(Demand::Nothing);
    auto socket = connected(*exchange, clientConfiguration(Certificate::None));
    QVERIFY(socket);
    RawClient raw(std::move(socket));
    raw.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 90000000\r\n\r\n" + QByteArray(200000, 'x'));
    QCOMPARE(raw.answer().status, 413);
    QVERIFY(raw.isClosedWithin(3000));
    QCOMPARE(raw.socket().error(), QAbstractSocket::RemoteHostClosedError);
    exchange->stop(2000);
    QCOMPARE(exchange->stats().connections, 0);
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
