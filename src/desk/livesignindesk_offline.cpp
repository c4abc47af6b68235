// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Coming in while the exchange is away: the store proves the password, the exchange confirms it when it is back.
#include "offlineentry.h"

#include <QCoroFuture>
#include <QtConcurrentRun>
#include <domain/signinlock.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {

constexpr int clockMayBeBehindDays = 1;

OperatorView viewOf(const store::KnownOperator &known)
{
    return {known.operatorId, known.name, known.role, known.departmentId, known.windowName, known.hallName, false};
}

} // namespace

bool isAway(const domain::Error &error)
{
    switch (error.code) {
    case FailureCode::NetworkUnreachable:
    case FailureCode::NetworkTimeout:
    case FailureCode::NetworkTls:
    // A proxy's word for an exchange that stands still, or a page in its place: the exchange itself speaks in problem documents.
    case FailureCode::NetworkProtocol:
    case FailureCode::ExchangeFault:
    case FailureCode::ExchangeBusy:
    case FailureCode::ServerStopping:
    case FailureCode::StorageUnavailable:
    case FailureCode::HttpServerBusy:
        return true;
    default:
        return false;
    }
}

OperatorView viewOf(const wire::Operator &account)
{
    return {account.id, account.name, account.role, account.departmentId, account.windowName, account.hallName, true};
}

bool LiveSignInDesk::isFresh(const store::KnownOperator &known) const
{
    const QDateTime now = m_session.clock().now();
    return known.confirmedAt > now.addDays(-m_policy.days) && known.confirmedAt < now.addDays(clockMayBeBehindDays);
}

QCoro::Task<bool> LiveSignInDesk::mayDoWithout(LifePtr life, QString login)
{
    if (life->desk->m_policy.days <= 0)
        co_return false;
    const auto known = co_await life->desk->m_session.store()->knownOperator(login);
    co_return life->desk && known && *known && life->desk->isFresh(**known);
}

QCoro::Task<> LiveSignInDesk::remember(LifePtr life, QString login, QString password, wire::Operator account)
{
    if (life->desk->m_policy.days <= 0) {
        // For the day when somebody else sits here and what they made still waits.
        [[maybe_unused]] const auto named = life->desk->m_session.store()->keepOperatorName(account.id, account.name);
        co_return;
    }
    const auto verifier = co_await QtConcurrent::run(&vault::makeVerifier, password, life->desk->m_policy.cost);
    if (!life->desk || !verifier)
        co_return;
    const store::KnownOperator known{login, *verifier, account.id, account.name, account.role, account.departmentId, account.windowId,
                                     account.windowName, account.hallName, life->desk->m_session.clock().now(), 0, {}};
    // Who cannot be remembered comes in all the same; the store tells of its own trouble.
    [[maybe_unused]] const auto kept = co_await life->desk->m_session.store()->keepKnownOperator(known);
}

QCoro::Task<> LiveSignInDesk::refused(LifePtr life, QString login, QString password, domain::Error why)
{
    if (why.code == FailureCode::SignInRefused) {
        const auto known = co_await life->desk->m_session.store()->knownOperator(login);
        if (!isSigningIn(life))
            co_return;
        // The password of then is refused now: it was changed, or the account closed.
        const QString verifier = known && *known ? (*known)->verifier : QString();
        const bool outdated = co_await QtConcurrent::run(&vault::fitsVerifier, verifier, password);
        if (!isSigningIn(life))
            co_return;
        if (outdated)
            [[maybe_unused]] const auto forgotten = life->desk->m_session.store()->forgetKnownOperator(login);
    }
    life->desk->enter(EntryState::SignInFailed, why);
}

QCoro::Task<> LiveSignInDesk::askRecord(LifePtr life, QString login, QString password, domain::Error away, bool cutShort)
{
    const auto known = co_await life->desk->m_session.store()->knownOperator(login);
    if (!isSigningIn(life))
        co_return;
    if (!known || !*known || !life->desk->isFresh(**known)) {
        life->desk->enter(EntryState::SignInFailed, known ? away : known.error());
        co_return;
    }
    const store::KnownOperator who = **known;
    const bool locked = who.lockedUntil.isValid() && who.lockedUntil > life->desk->m_session.clock().now();
    bool fits = false;
    if (!locked)
        fits = co_await QtConcurrent::run(&vault::fitsVerifier, who.verifier, password);
    if (!isSigningIn(life))
        co_return;
    if (!fits && cutShort) {
        // The password may be a newer one, and the exchange only slow: it gets its whole time before the record says no.
        askExchange(life, login, password, false);
        co_return;
    }
    if (locked) {
        life->desk->enter(EntryState::SignInFailed, domain::Error{FailureCode::SignInLocked, {}, true});
        co_return;
    }
    if (fits)
        comeIn(life, who, password);
    else
        countFailure(life, who);
}

QCoro::Task<> LiveSignInDesk::countFailure(LifePtr life, store::KnownOperator known)
{
    const qint64 lockMs = domain::signInLockMs(++known.failures);
    known.lockedUntil = lockMs > 0 ? life->desk->m_session.clock().now().addMSecs(lockMs) : QDateTime();
    const auto kept = co_await life->desk->m_session.store()->keepKnownOperator(known);
    if (isSigningIn(life))
        life->desk->enter(EntryState::SignInFailed, kept ? domain::Error{FailureCode::SignInRefused, u"checked on this computer"_s, false} : kept.error());
}

QCoro::Task<> LiveSignInDesk::comeIn(LifePtr life, store::KnownOperator known, QString password)
{
    known.failures = 0;
    known.lockedUntil = {};
    const auto kept = co_await life->desk->m_session.store()->keepKnownOperator(known);
    if (!isSigningIn(life))
        co_return;
    if (!kept) {
        life->desk->enter(EntryState::SignInFailed, kept.error());
        co_return;
    }
    life->desk->welcome(known.login, viewOf(known), known.windowId);
    [[maybe_unused]] const auto recorded = life->desk->m_session.audit(u"offline-entry"_s, {}, {});
    confirm(life, life->desk->m_entries, known, password);
}

QCoro::Task<> LiveSignInDesk::confirm(LifePtr life, int entry, store::KnownOperator known, QString password)
{
    const auto session = co_await life->desk->m_session.client().signInLater(known.login, password, known.operatorId);
    if (!life->desk)
        co_return;
    const bool isHere = life->desk->m_entries == entry && life->desk->m_entry == EntryState::SignedIn;
    if (!session) {
        if (session.error().code != FailureCode::SignInRefused)
            co_return;
        [[maybe_unused]] const auto forgotten = life->desk->m_session.store()->forgetKnownOperator(known.login);
        if (!isHere)
            co_return;
        life->desk->m_session.clearOperator();
        life->desk->enter(EntryState::SignedOut, session.error());
        co_return;
    }
    const wire::Operator account = session->account;
    co_await remember(life, known.login, password, account);
    if (!life->desk || life->desk->m_entries != entry || life->desk->m_entry != EntryState::SignedIn)
        co_return;
    const domain::Actor now{account.id, account.role, account.departmentId, account.windowId};
    if (now == life->desk->m_session.actor())
        life->desk->m_session.confirmOperator(viewOf(account));
    else
        life->desk->m_session.setOperator(viewOf(account), now);
    Q_EMIT life->desk->whoChanged();
}

} // namespace yichuang::desk
