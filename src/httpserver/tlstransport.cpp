// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "opensslptr.h"
#include "tlscontext.h"
#include "transport.h"

#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace yichuang::httpserver {

using boost::asio::ip::tcp;

namespace {
class TlsTransport : public Transport
{
public:
    TlsTransport(tcp::socket socket, TlsContext &context)
        : m_stream(std::move(socket), context.native())
    {
    }

    tcp::socket &socket() override { return m_stream.next_layer(); }
    void handshake(Done done) override { m_stream.async_handshake(boost::asio::ssl::stream_base::server, std::move(done)); }
    PeerIdentity identity() override;
    void readSome(char *to, std::size_t size, Moved moved) override
    {
        if (m_finished)
            socket().async_read_some(boost::asio::buffer(to, size), std::move(moved));
        else
            m_stream.async_read_some(boost::asio::buffer(to, size), std::move(moved));
    }
    void write(QByteArrayView first, QByteArrayView second, Moved moved) override;
    void finish(Done done) override
    {
        // Fails when the client was still sending; the close_notify is on its way all the same.
        m_stream.async_shutdown([this, done = std::move(done)](Error) {
            Error error;
            socket().shutdown(tcp::socket::shutdown_send, error);
            m_finished = true;
            done(error);
        });
    }

private:
    boost::asio::ssl::stream<tcp::socket> m_stream;
    QByteArray m_joined;
    bool m_finished = false;
};

PeerIdentity TlsTransport::identity()
{
    const OpenSslPtr<X509> certificate(SSL_get1_peer_certificate(m_stream.native_handle()));
    if (!certificate || SSL_get_verify_result(m_stream.native_handle()) != X509_V_OK)
        return {};
    PeerIdentity peer;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) == 1)
        peer.certificateSha256 = QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)).toHex();
    const X509_NAME *subject = X509_get_subject_name(certificate.get());
    const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (index < 0)
        return peer;
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    if (length >= 0) {
        peer.commonName = QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
        OPENSSL_free(utf8);
    }
    return peer;
}

void TlsTransport::write(QByteArrayView first, QByteArrayView second, Moved moved)
{
    // Small parts go out as one TLS record; the stream would make one of each.
    constexpr qsizetype oneRecord = 16 << 10;
    m_joined.clear();
    m_joined.append(first);
    const qsizetype room = qMin(second.size(), qMax<qsizetype>(0, oneRecord - m_joined.size()));
    m_joined.append(second.first(room));
    const QByteArrayView rest = second.sliced(room);
    const std::array<boost::asio::const_buffer, 2> parts{
        boost::asio::const_buffer(m_joined.constData(), static_cast<std::size_t>(m_joined.size())),
        boost::asio::const_buffer(rest.data(), static_cast<std::size_t>(rest.size()))};
    boost::asio::async_write(m_stream, parts, std::move(moved));
}
} // namespace

std::unique_ptr<Transport> makeTlsTransport(tcp::socket socket, TlsContext &context)
{
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

} // namespace yichuang::httpserver
