// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/accountstore.h"
#include "authenticator.h"
#include "passwordhash.h"

#include <domain/uuid7.h>

namespace yichuang::exchange {

/**
 * Accounts of the exchange itself. A token is 32 random bytes and lives 30 minutes after its last use, at most 12 hours;
 * only its SHA-256 is stored. After five wrong passwords in a row the account is locked for 30 seconds, twice as long
 * with every further one, at most 15 minutes.
 */
class LocalAuthenticator final : public Authenticator
{
public:
    LocalAuthenticator(Database &database, const domain::Clock &clock, PasswordCost cost = {});
    [[nodiscard]] domain::Result<wire::Session> signIn(const wire::SignInRequest &request) override;
    [[nodiscard]] domain::Result<wire::Operator> check(const QByteArray &token) override;
    [[nodiscard]] domain::Result<void> signOut(const QByteArray &token) override;

    /** Adds an account or gives an existing login a new password and role, which ends its sessions. Error APP-001 for an empty login or password. */
    [[nodiscard]] domain::Result<void> putAccount(const QString &login, const QString &password, const wire::Operator &person);

private:
    [[nodiscard]] domain::Result<void> countFailure(const Account &account);
    [[nodiscard]] domain::Result<wire::Session> openSession(const Account &account);

    Database &m_database;
    const domain::Clock &m_clock;
    PasswordCost m_cost;
    QString m_decoy;
};

} // namespace yichuang::exchange
