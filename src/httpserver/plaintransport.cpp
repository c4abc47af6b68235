// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "transport.h"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace yichuang::httpserver {

using boost::asio::ip::tcp;

namespace {
class PlainTransport : public Transport
{
public:
    explicit PlainTransport(tcp::socket socket)
        : m_socket(std::move(socket))
    {
    }

    tcp::socket &socket() override { return m_socket; }
    void handshake(Done done) override
    {
        boost::asio::post(m_socket.get_executor(), [done = std::move(done)] { done({}); });
    }
    void readSome(char *to, std::size_t size, Moved moved) override
    {
        m_socket.async_read_some(boost::asio::buffer(to, size), std::move(moved));
    }
    void write(QByteArrayView first, QByteArrayView second, Moved moved) override
    {
        const std::array<boost::asio::const_buffer, 2> parts{
            boost::asio::const_buffer(first.data(), static_cast<std::size_t>(first.size())),
            boost::asio::const_buffer(second.data(), static_cast<std::size_t>(second.size()))};
        boost::asio::async_write(m_socket, parts, std::move(moved));
    }
    void finish(Done done) override
    {
        Error error;
        m_socket.shutdown(tcp::socket::shutdown_send, error);
        done(error);
    }

private:
    tcp::socket m_socket;
};
} // namespace

void Transport::close()
{
    Error ignored;
    socket().close(ignored);
}

std::unique_ptr<Transport> makePlainTransport(tcp::socket socket)
{
    return std::make_unique<PlainTransport>(std::move(socket));
}

} // namespace yichuang::httpserver
