// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "localauthenticator.h"

#include "../storage/words.h"
#include "systemclock.h"

#include <QCryptographicHash>
#include <algorithm>
#include <domain/signinlock.h>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 slidingMs = 30 * 60 * 1000;
constexpr qint64 longestMs = 12 * 60 * 60 * 1000;
// Extending on every call would make every read wait for the writer.
constexpr qint64 extendAfterMs = 60 * 1000;
constexpr qint64 keepExpiredMs = 24 * 60 * 60 * 1000;
constexpr qsizetype longestPassword = 256;

QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

} // namespace

LocalAuthenticator::LocalAuthenticator(Database &database, const domain::Clock &clock, PasswordCost cost)
    : m_database(database)
    , m_clock(clock)
    , m_cost(cost)
    , m_decoy(hashPassword(u"decoy"_s, cost).value_or(QString()))
{
}

domain::Result<wire::Session> LocalAuthenticator::signIn(const wire::SignInRequest &request)
{
    const auto account = m_database.read([&](Session &session) { return accountstore::byLogin(session, request.login); });
    if (!account)
        return tl::unexpected(account.error());
    if (*account && (*account)->lockedUntil > epochMs(m_clock.now()))
        return domain::failure(FailureCode::SignInLocked, {}, true);
    // An unknown login costs the same time as a wrong password.
    const QString &encoded = *account ? (*account)->passwordHash : m_decoy;
    const bool fits = request.password.size() <= longestPassword && verifyPassword(encoded, request.password);
    if (!*account || !fits) {
        if (*account) {
            if (const auto counted = countFailure(**account); !counted)
                return tl::unexpected(counted.error());
        }
        return domain::failure(FailureCode::SignInRefused);
    }
    return openSession(**account);
}

domain::Result<void> LocalAuthenticator::countFailure(const Account &account)
{
    return m_database.write([&](Session &session) -> domain::Result<void> {
        // Read again: several wrong attempts may be under way at once and each must count.
        const auto fresh = accountstore::byLogin(session, account.login);
        if (!fresh)
            return tl::unexpected(fresh.error());
        const int failures = (*fresh ? (*fresh)->failures : 0) + 1;
        const qint64 lockMs = domain::signInLockMs(failures);
        const qint64 until = lockMs == 0 ? 0 : epochMs(m_clock.now()) + lockMs;
        return accountstore::setFailures(session, account.person.id, failures, until);
    });
}

domain::Result<wire::Session> LocalAuthenticator::openSession(const Account &account)
{
    const qint64 now = epochMs(m_clock.now());
    const QByteArray token = randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const auto stored = m_database.write([&](Session &session) -> domain::Result<void> {
        if (const auto swept = accountstore::removeExpired(session, now - keepExpiredMs); !swept)
            return swept;
        if (const auto reset = accountstore::setFailures(session, account.person.id, 0, 0); !reset)
            return reset;
        return accountstore::addToken(session, hashOf(token), account.person.id, now, now + slidingMs);
    });
    if (!stored)
        return tl::unexpected(stored.error());
    return wire::Session{QString::fromLatin1(token), fromEpochMs(now + slidingMs), account.person};
}

domain::Result<wire::Operator> LocalAuthenticator::check(const QByteArray &token)
{
    const QString hash = hashOf(token);
    const auto found = m_database.read([&](Session &session) { return accountstore::token(session, hash); });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return domain::failure(FailureCode::TokenInvalid);
    const qint64 now = epochMs(m_clock.now());
    const accountstore::Token &known = **found;
    if (known.expiresAt <= now)
        return domain::failure(FailureCode::TokenExpired);
    const qint64 until = std::min(now + slidingMs, known.createdAt + longestMs);
    if (until - known.expiresAt > extendAfterMs) {
        const auto extended = m_database.write([&](Session &session) { return accountstore::extendToken(session, hash, until); });
        if (!extended)
            return tl::unexpected(extended.error());
    }
    return known.person;
}

domain::Result<void> LocalAuthenticator::signOut(const QByteArray &token)
{
    return m_database.write([&](Session &session) { return accountstore::removeToken(session, hashOf(token)); });
}

domain::Result<void> LocalAuthenticator::putAccount(const QString &login, const QString &password, const wire::Operator &person)
{
    if (login.isEmpty() || password.isEmpty() || password.size() > longestPassword)
        return domain::failure(FailureCode::ArgumentInvalid, u"login or password empty or too long"_s);
    const auto account = m_database.read([&](Session &session) { return accountstore::byLogin(session, login); });
    if (!account)
        return tl::unexpected(account.error());
    const bool isSame = *account && (*account)->person == person && verifyPassword((*account)->passwordHash, password);
    const auto encoded = hashPassword(password, m_cost);
    if (!encoded)
        return tl::unexpected(encoded.error());
    return m_database.write([&](Session &session) -> domain::Result<void> {
        // Whoever came in by the password of before, or in a role of before, comes in anew.
        if (*account && !isSame) {
            if (const auto ended = accountstore::removeTokensOf(session, (*account)->person.id); !ended)
                return ended;
        }
        return accountstore::put(session, {person, login, *encoded, 0, 0});
    });
}

} // namespace yichuang::exchange
