// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "accountstore.h"

#include "words.h"

namespace yichuang::exchange::accountstore {

using namespace Qt::StringLiterals;

namespace {

const QString personColumns = u"o.id, o.name, o.role, o.department_id, o.window_id, o.window_name"_s;

wire::Operator personFrom(const Row &row)
{
    return {row.at(0).toString(), row.at(1).toString(), roleFromWord(row.at(2).toString()).value_or(domain::Role::Clerk),
            row.at(3).toString(), row.at(4).toString(), row.at(5).toString(), {}};
}

domain::Result<void> done(const domain::Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

} // namespace

domain::Result<std::optional<Account>> byLogin(Session &session, const QString &login)
{
    const auto rows = session.select(u"SELECT "_s + personColumns + u", o.login, o.password, o.failures, o.locked_until FROM operators o WHERE o.login = ?"_s, {login});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<Account>();
    const Row &row = rows->first();
    return Account{personFrom(row), row.at(6).toString(), row.at(7).toString(), row.at(8).toInt(), row.at(9).toLongLong()};
}

domain::Result<void> put(Session &session, const Account &account)
{
    const wire::Operator &person = account.person;
    return done(session.change(
        u"INSERT INTO operators (id, login, name, role, department_id, window_id, window_name, password) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, department_id = excluded.department_id, "
        "window_id = excluded.window_id, window_name = excluded.window_name, password = excluded.password, failures = 0, locked_until = 0"_s,
        {person.id, account.login, notNull(person.name), word(person.role), notNull(person.departmentId), notNull(person.windowId),
         notNull(person.windowName), account.passwordHash}));
}

domain::Result<void> setFailures(Session &session, const QString &operatorId, int failures, qint64 lockedUntil)
{
    return done(session.change(u"UPDATE operators SET failures = ?, locked_until = ? WHERE id = ?"_s, {failures, lockedUntil, operatorId}));
}

domain::Result<std::optional<Token>> token(Session &session, const QString &hash)
{
    const auto rows = session.select(u"SELECT "_s + personColumns + u", t.created_at, t.expires_at FROM tokens t JOIN operators o ON o.id = t.operator_id WHERE t.hash = ?"_s, {hash});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<Token>();
    const Row &row = rows->first();
    return Token{personFrom(row), row.at(6).toLongLong(), row.at(7).toLongLong()};
}

domain::Result<void> addToken(Session &session, const QString &hash, const QString &operatorId, qint64 createdAt, qint64 expiresAt)
{
    return done(session.change(u"INSERT INTO tokens (hash, operator_id, created_at, expires_at) VALUES (?, ?, ?, ?)"_s, {hash, operatorId, createdAt, expiresAt}));
}

domain::Result<void> extendToken(Session &session, const QString &hash, qint64 expiresAt)
{
    return done(session.change(u"UPDATE tokens SET expires_at = ? WHERE hash = ?"_s, {expiresAt, hash}));
}

domain::Result<void> removeToken(Session &session, const QString &hash)
{
    return done(session.change(u"DELETE FROM tokens WHERE hash = ?"_s, {hash}));
}

domain::Result<void> removeTokensOf(Session &session, const QString &operatorId)
{
    return done(session.change(u"DELETE FROM tokens WHERE operator_id = ?"_s, {operatorId}));
}

domain::Result<void> removeExpired(Session &session, qint64 now)
{
    return done(session.change(u"DELETE FROM tokens WHERE expires_at < ?"_s, {now}));
}

} // namespace yichuang::exchange::accountstore
