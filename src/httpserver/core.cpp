// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "core.h"

#include "connection.h"
#ifdef YICHUANG_HTTP_TLS
#include "tlscontext.h"
#endif

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

namespace yichuang::httpserver {

using namespace Qt::StringLiterals;
using boost::asio::ip::tcp;
using domain::FailureCode;

namespace {
constexpr auto acceptPause = std::chrono::milliseconds(100);
constexpr int lastAnswersMs = 1000;

boost::asio::ip::address unmapped(const boost::asio::ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
    return address;
}

/** One IPv4 address, or one IPv6 /64, since a single host owns all of the latter. */
QByteArray rateKeyOf(const boost::asio::ip::address &address)
{
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return {reinterpret_cast<const char *>(bytes.data()), 4};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {reinterpret_cast<const char *>(bytes.data()), 8};
}
} // namespace

Core::Core(Options options, Handler handler)
    : m_options(std::move(options))
    , m_handler(std::move(handler))
    , m_rateLimiter(m_options.requestsPerSecondPerAddress, m_options.burstPerAddress)
{
}

Core::~Core()
{
    stop(0, ParkedAtStop::AnswerStopping);
}

domain::Result<void> Core::start()
{
    if (m_pool || m_counters->draining)
        return domain::failure(FailureCode::HttpOptionInvalid, u"a server is started once"_s);
    if (const auto checked = checkOptions(); !checked)
        return checked;
    if (const auto loaded = loadTls(); !loaded)
        return loaded;
    if (const auto listening = listen(); !listening)
        return listening;
    m_pool = std::make_unique<WorkerPool>(m_options.workers, m_options.maxQueued);
    m_guard.emplace(m_io.get_executor());
    accept();
    for (int i = 0; i < m_options.ioThreads; ++i)
        m_threads.emplace_back([this] { m_io.run(); });
    return {};
}

domain::Result<void> Core::checkOptions() const
{
    const Options &o = m_options;
    const bool counts = o.ioThreads >= 1 && o.workers >= 1 && o.maxQueued >= 1 && o.maxConnections >= 1 && o.maxConnectionsPerAddress >= 1;
    const bool sizes = o.maxBody >= 0 && o.maxBodyBytesInFlight >= o.maxBody && o.maxHeader >= 256 && o.maxTarget >= 1;
    const bool times = o.headerSeconds >= 1 && o.bodySeconds >= 1 && o.idleSeconds >= 1 && o.writeSeconds >= 1 && o.parkedSeconds >= 1;
    if (!counts || !sizes || !times || !m_handler)
        return domain::failure(FailureCode::HttpOptionInvalid, u"a limit or a deadline is below its least value"_s);
    return {};
}

domain::Result<void> Core::loadTls()
{
    if (!m_options.tls.enabled())
        return {};
#ifdef YICHUANG_HTTP_TLS
    m_tls = std::make_shared<TlsContext>();
    return m_tls->load(m_options.tls);
#else
    return domain::failure(FailureCode::HttpTlsNotInBuild);
#endif
}

domain::Result<void> Core::listen()
{
    boost::system::error_code error;
    const QString text = m_options.address == "localhost"_L1 ? u"127.0.0.1"_s : m_options.address;
    const auto address = boost::asio::ip::make_address(text.toStdString(), error);
    if (error)
        return domain::failure(FailureCode::HttpAddressInvalid, text + QStringLiteral(" is no IP address"));
    if (!m_options.tls.enabled() && !unmapped(address).is_loopback())
        return domain::failure(FailureCode::HttpPlainNotLoopback, text + u": without TLS only a loopback address is served"_s);
    const tcp::endpoint endpoint(address, m_options.port);
    m_acceptor.emplace(boost::asio::make_strand(m_io));
    m_acceptPause.emplace(m_acceptor->get_executor());
    m_acceptor->open(endpoint.protocol(), error);
    if (!error)
        m_acceptor->set_option(boost::asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor->bind(endpoint, error);
    if (!error)
        m_acceptor->listen(boost::asio::socket_base::max_listen_connections, error);
    if (error) {
        m_acceptor.reset();
        return domain::failure(FailureCode::HttpAddressInUse,
                               u"%1 port %2: %3"_s.arg(text, QString::number(m_options.port), QString::fromStdString(error.message())));
    }
    m_port = m_acceptor->local_endpoint().port();
    return {};
}

void Core::accept()
{
    m_acceptor->async_accept(boost::asio::make_strand(m_io),
                             [this](boost::system::error_code error, tcp::socket socket) { onAccepted(error, std::move(socket)); });
}

void Core::onAccepted(boost::system::error_code error, tcp::socket socket)
{
    if (!m_acceptor->is_open())
        return;
    if (!error) {
        admit(std::move(socket));
        accept();
        return;
    }
    // Out of descriptors, for example: trying again at once would only burn the processor.
    m_acceptPause->expires_after(acceptPause);
    m_acceptPause->async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled && m_acceptor->is_open())
            accept();
    });
}

void Core::admit(tcp::socket socket)
{
    boost::system::error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error)
        return;
    socket.set_option(tcp::no_delay(true), error);
    const auto address = unmapped(remote.address());
    const QString text = QString::fromStdString(address.to_string());
    std::shared_ptr<Connection> connection;
    {
        const std::lock_guard lock(m_mutex);
        int &ofAddress = m_perAddress[text];
        if (m_counters->draining || m_connections.size() >= m_options.maxConnections || ofAddress >= m_options.maxConnectionsPerAddress) {
            ++m_counters->refusedConnections;
            if (ofAddress == 0)
                m_perAddress.remove(text);
            return;
        }
        ++ofAddress;
#ifdef YICHUANG_HTTP_TLS
        auto transport = m_tls ? makeTlsTransport(std::move(socket), *m_tls) : makePlainTransport(std::move(socket));
#else
        auto transport = makePlainTransport(std::move(socket));
#endif
        const quint64 id = ++m_lastId;
        connection = std::make_shared<Connection>(*this, std::move(transport), id, text, rateKeyOf(address));
        m_connections.insert(id, connection);
        ++m_counters->connections;
    }
    connection->start();
}

void Core::remove(const Connection &connection)
{
    std::shared_ptr<Connection> last;
    {
        const std::lock_guard lock(m_mutex);
        last = m_connections.take(connection.id());
        if (!last)
            return;
        --m_counters->connections;
        if (--m_perAddress[connection.peerAddress()] <= 0)
            m_perAddress.remove(connection.peerAddress());
        if (!m_connections.isEmpty())
            return;
    }
    m_empty.notify_all();
}

std::vector<std::shared_ptr<Connection>> Core::connections()
{
    const std::lock_guard lock(m_mutex);
    return {m_connections.cbegin(), m_connections.cend()};
}

bool Core::waitUntilEmpty(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return m_empty.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_connections.isEmpty(); });
}

void Core::stop(int drainMs, ParkedAtStop parked)
{
    if (!m_guard)
        return;
    const bool answerParked = parked == ParkedAtStop::AnswerStopping;
    m_counters->answerParked = answerParked;
    m_counters->draining = true;
    boost::asio::post(m_acceptor->get_executor(), [this] {
        boost::system::error_code ignored;
        m_acceptor->close(ignored);
        m_acceptPause->cancel();
    });
    for (const auto &connection : connections())
        connection->drain(answerParked);
    if (!waitUntilEmpty(drainMs)) {
        for (const auto &connection : connections())
            connection->finishStopping();
        waitUntilEmpty(qMin(drainMs, lastAnswersMs));
        for (const auto &connection : connections())
            connection->abort();
    }
    // Workers first: what they hold posts to the I/O threads until the connections have let go of it.
    m_pool->stop();
    m_guard.reset();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

} // namespace yichuang::httpserver
