// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <functional>

namespace yichuang::httpserver {

/** What the access log may know about one answer: nothing that names a person (no path, no query, no header). */
struct AccessRecord {
    QDateTime time; //!< UTC, when the request's head was complete
    QByteArray method; //!< "-" when the request could not be read
    QByteArray route; //!< Response::route; empty for the server's own refusals
    int status = 0; //!< 499: the client left before its answer
    qint64 requestBytes = 0; //!< body
    qint64 responseBytes = 0; //!< head and body written
    qint64 microseconds = 0;
    QString requestId;
    QString peerAddress; //!< only with Options::logPeerAddress
};

/** One line, key=value, no line feed. */
[[nodiscard]] QByteArray accessLine(const AccessRecord &record);

struct TlsOptions {
    /** PEM; the bytes win over the file. A certificate turns TLS on. */
    QByteArray certificatePem;
    QByteArray keyPem;
    QByteArray clientCaPem;
    QString certificateFile;
    QString keyFile;
    QString clientCaFile;
    /** With a client CA: a client without a certificate is refused in the handshake; a wrong certificate always is. */
    bool requireClientCertificate = false;
    /** TLS 1.2 only; TLS 1.3 suites are all AEAD with forward secrecy. Nothing older is spoken. */
    QByteArray ciphers = QByteArrayLiteral("ECDHE+AESGCM:ECDHE+CHACHA20");

    [[nodiscard]] bool enabled() const { return !certificatePem.isEmpty() || !certificateFile.isEmpty(); }
};

/** Limits are per server unless said otherwise; times are seconds of at least 1. */
struct Options {
    /** A numeric address or "localhost". Without TLS it must be a loopback address. */
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; //!< 0: any free port, see HttpServer::port()
    TlsOptions tls;

    int ioThreads = 1;
    int workers = 4;
    int maxQueued = 256; //!< requests waiting for a worker; beyond: 503
    int maxConnections = 4096; //!< beyond: closed on arrival
    int maxConnectionsPerAddress = 512;
    double requestsPerSecondPerAddress = 0; //!< 0: no limit; beyond rate and burst: 429. IPv6 counts by /64
    double burstPerAddress = 100;

    qint64 maxBody = 8 << 20; //!< bytes; beyond, declared or chunked: 413
    qint64 maxBodyBytesInFlight = 256 << 20; //!< bodies being received or handled; beyond: 503
    int maxHeader = 16 << 10; //!< bytes of request line and headers; beyond: 431
    int maxTarget = 8 << 10; //!< bytes; beyond: 414

    int headerSeconds = 10; //!< TLS handshake; then from the first byte of a request to the end of its headers
    int bodySeconds = 30; //!< for every started 256 KiB of a body
    int idleSeconds = 30; //!< between two requests
    int writeSeconds = 30; //!< for every started 256 KiB of an answer
    int parkedSeconds = 120; //!< from request to answer; beyond: 503

    /** On an I/O thread, one call at a time only with one I/O thread: must be quick and thread-safe. */
    std::function<void(const AccessRecord &)> accessLog;
    bool logPeerAddress = false;
};

struct Stats {
    int connections = 0;
    int parked = 0; //!< handler returned, answer outstanding
    int queued = 0; //!< read whole, waiting for a worker
    qint64 requests = 0; //!< answered or refused, since start
    qint64 refusedConnections = 0;
};

} // namespace yichuang::httpserver
