// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ratelimiter.h"
#include "responderlink.h"
#include "transport.h"
#include "workerpool.h"

#include <QHash>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <httpserver/httpserver.h>
#include <optional>
#include <thread>

namespace yichuang::httpserver {

class Connection;

/** Everything behind HttpServer: listener, threads, the register of connections and the limits they share. */
class Core
{
public:
    Core(Options options, Handler handler);
    ~Core();
    Q_DISABLE_COPY_MOVE(Core)

    domain::Result<void> start();
    void stop(int drainMs, ParkedAtStop parked);
    quint16 port() const { return m_port; }

    // For connections, from any thread.
    const Options &options() const { return m_options; }
    const std::shared_ptr<Counters> &counters() const { return m_counters; }
    RateLimiter &rateLimiter() { return m_rateLimiter; }
    bool isDraining() const { return m_counters->draining; }
    /** False when no worker can take it; the task is then left untouched. */
    bool tryPost(std::function<void()> &task) { return m_pool->tryPost(task); }
    int queued() const { return m_pool ? m_pool->queued() : 0; }
    const Handler &handler() const { return m_handler; }
    void remove(const Connection &connection);

private:
    domain::Result<void> checkOptions() const;
    domain::Result<void> loadTls();
    domain::Result<void> listen();
    void accept();
    void onAccepted(boost::system::error_code error, boost::asio::ip::tcp::socket socket);
    void admit(boost::asio::ip::tcp::socket socket);
    std::vector<std::shared_ptr<Connection>> connections();
    bool waitUntilEmpty(int milliseconds);

    const Options m_options;
    const Handler m_handler;
    const std::shared_ptr<Counters> m_counters = std::make_shared<Counters>();
    RateLimiter m_rateLimiter;
    // Declared before the I/O context, whose destructor may still end TLS streams.
    std::shared_ptr<TlsContext> m_tls;
    boost::asio::io_context m_io;
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> m_guard;
    std::optional<boost::asio::ip::tcp::acceptor> m_acceptor;
    std::optional<boost::asio::steady_timer> m_acceptPause;
    std::unique_ptr<WorkerPool> m_pool;
    std::vector<std::thread> m_threads;
    quint16 m_port = 0;

    std::mutex m_mutex;
    std::condition_variable m_empty;
    QHash<quint64, std::shared_ptr<Connection>> m_connections;
    QHash<QString, int> m_perAddress;
    quint64 m_lastId = 0;
};

} // namespace yichuang::httpserver
