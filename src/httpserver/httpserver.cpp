// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "core.h"

namespace yichuang::httpserver {

HttpServer::HttpServer(Options options, Handler handler)
    : m_core(std::make_unique<Core>(std::move(options), std::move(handler)))
{
}

HttpServer::~HttpServer() = default;

domain::Result<void> HttpServer::start()
{
    return m_core->start();
}

quint16 HttpServer::port() const
{
    return m_core->port();
}

bool HttpServer::isSecure() const
{
    return m_core->options().tls.enabled();
}

Stats HttpServer::stats() const
{
    const Counters &counters = *m_core->counters();
    return {counters.connections, counters.parked, m_core->queued(), counters.requests, counters.refusedConnections};
}

void HttpServer::stop(int drainMs, ParkedAtStop parked)
{
    m_core->stop(drainMs, parked);
}

bool hasTls()
{
#ifdef YICHUANG_HTTP_TLS
    return true;
#else
    return false;
#endif
}

} // namespace yichuang::httpserver
