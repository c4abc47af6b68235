// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <wire/apisession.h>

namespace yichuang::exchange {

/** One operator account as stored. */
struct Account {
    wire::Operator person;       ///< hallName stays empty: it is the catalogue's
    QString login;
    QString passwordHash;        ///< Argon2id, encoded
    int failures = 0;            ///< wrong passwords in a row
    qint64 lockedUntil = 0;      ///< epoch milliseconds
};

/** Rows of operators and tokens. */
namespace accountstore {

[[nodiscard]] domain::Result<std::optional<Account>> byLogin(Session &session, const QString &login);
/** Adds an account or replaces the one with that login. */
[[nodiscard]] domain::Result<void> put(Session &session, const Account &account);
[[nodiscard]] domain::Result<void> setFailures(Session &session, const QString &operatorId, int failures, qint64 lockedUntil);

struct Token {
    wire::Operator person;
    qint64 createdAt = 0;
    qint64 expiresAt = 0;
};
[[nodiscard]] domain::Result<std::optional<Token>> token(Session &session, const QString &hash);
[[nodiscard]] domain::Result<void> addToken(Session &session, const QString &hash, const QString &operatorId, qint64 createdAt, qint64 expiresAt);
[[nodiscard]] domain::Result<void> extendToken(Session &session, const QString &hash, qint64 expiresAt);
[[nodiscard]] domain::Result<void> removeToken(Session &session, const QString &hash);
/** Ends every session of an operator. */
[[nodiscard]] domain::Result<void> removeTokensOf(Session &session, const QString &operatorId);
[[nodiscard]] domain::Result<void> removeExpired(Session &session, qint64 now);

} // namespace accountstore
} // namespace yichuang::exchange
