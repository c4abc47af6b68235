// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apisession.h>

namespace yichuang::exchange {

/**
 * Who may come in. The one place that OpenID Connect will replace; everything behind it only knows operators.
 * Thread-safe.
 */
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    /** Errors AUTH-001 (wrong login or password), AUTH-002 (locked for a while), SVC-013. */
    [[nodiscard]] virtual domain::Result<wire::Session> signIn(const wire::SignInRequest &request) = 0;
    /** Who a token stands for. Errors AUTH-003 (expired), AUTH-004 (none of ours), SVC-013. */
    [[nodiscard]] virtual domain::Result<wire::Operator> check(const QByteArray &token) = 0;
    [[nodiscard]] virtual domain::Result<void> signOut(const QByteArray &token) = 0;
};

} // namespace yichuang::exchange
