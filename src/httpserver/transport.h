// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>

namespace yichuang::httpserver {

class TlsContext;

/** Who the client proved to be; empty without a verified certificate. */
struct PeerIdentity {
    QString commonName;
    QByteArray certificateSha256;
};

/**
 * The byte stream under a connection, plain or TLS. Everything happens on the socket's executor. At most one read and one
 * write at a time. Callbacks come once each; after close() with an error. The caller keeps the transport alive until then.
 */
class Transport
{
public:
    using Error = boost::system::error_code;
    using Done = std::function<void(Error)>;
    using Moved = std::function<void(Error, std::size_t)>;

    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    virtual boost::asio::ip::tcp::socket &socket() = 0;
    virtual void handshake(Done done) = 0;
    virtual PeerIdentity identity() { return {}; }
    virtual void readSome(char *to, std::size_t size, Moved moved) = 0;
    /** Writes both, in order, completely. */
    virtual void write(QByteArrayView first, QByteArrayView second, Moved moved) = 0;
    /** Ends our side of the stream. What is read from then on has no meaning. */
    virtual void finish(Done done) = 0;
    void close();
};

[[nodiscard]] std::unique_ptr<Transport> makePlainTransport(boost::asio::ip::tcp::socket socket);
[[nodiscard]] std::unique_ptr<Transport> makeTlsTransport(boost::asio::ip::tcp::socket socket, TlsContext &context);

} // namespace yichuang::httpserver
