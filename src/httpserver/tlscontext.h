// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <domain/error.h>
#include <httpserver/options.h>

namespace yichuang::httpserver {

/** The server's TLS settings: versions, ciphers, own certificate, client authority. */
class TlsContext
{
public:
    TlsContext();

    [[nodiscard]] domain::Result<void> load(const TlsOptions &options);
    boost::asio::ssl::context &native() { return m_context; }

private:
    domain::Result<void> loadOwn(const TlsOptions &options);
    domain::Result<void> loadClientAuthority(const TlsOptions &options);

    boost::asio::ssl::context m_context;
};

} // namespace yichuang::httpserver
