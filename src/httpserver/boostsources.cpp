// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The one place where the non-template parts of Asio and Beast are compiled.
#include <boost/asio/impl/src.hpp>
#ifdef YICHUANG_HTTP_TLS
#include <boost/asio/ssl/impl/src.hpp>
#endif
#include <boost/beast/src.hpp>
