// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "offlineentry.h"

#include <QCoroFuture>
#include <QTimer>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

// A keychain prompt that nobody answers never ends by itself (the findings' table); the screen says so after this.
constexpr int keychainPatienceMs = 2500;

} // namespace

LiveSignInDesk::LiveSignInDesk(DeskSession &session, StoreDoor door, OfflineEntryPolicy policy, QObject *parent)
    : SignInDesk(parent)
    , m_session(session)
    , m_door(std::move(door))
    , m_policy(policy)
    , m_life(std::make_shared<Life>(Life{this}))
{
    connect(&session, &DeskSession::signInNeeded, this, [this] {
        if (m_entry != EntryState::SignedIn)
            return;
        m_session.clearOperator();
        m_session.client().forgetToken();
        enter(EntryState::SignedOut, domain::Error{domain::FailureCode::TokenExpired, {}, false});
    });
    connect(&session, &DeskSession::storeDamaged, this, &LiveSignInDesk::onStoreDamaged);
}

LiveSignInDesk::~LiveSignInDesk()
{
    m_life->desk = nullptr;
}

void LiveSignInDesk::onStoreDamaged(const domain::Error &error)
{
    m_session.closeStore();
    [[maybe_unused]] const auto told = m_session.client().signOut();
    m_session.clearOperator();
    enter(EntryState::StoreFailed, error);
}

void LiveSignInDesk::begin()
{
    retryStore();
}

OperatorView LiveSignInDesk::who() const
{
    return m_session.who();
}

void LiveSignInDesk::enter(EntryState state, std::optional<domain::Error> error)
{
    m_entry = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void LiveSignInDesk::retryStore()
{
    if (m_session.isStoreOpen())
        return;
    enter(EntryState::OpeningStore);
    QTimer::singleShot(keychainPatienceMs, this, [this] {
        if (m_entry == EntryState::OpeningStore)
            enter(EntryState::WaitingForKeychain);
    });
    openStore(m_life);
}

QCoro::Task<> LiveSignInDesk::openStore(LifePtr life)
{
    // One that was closed for its damage holds its files a moment longer.
    co_await life->desk->m_session.closeStore();
    if (!life->desk)
        co_return;
    const auto opened = co_await life->desk->m_door.open();
    if (!life->desk)
        co_return;
    if (!opened) {
        life->desk->enter(EntryState::StoreFailed, opened.error());
        co_return;
    }
    life->desk->m_session.setStore(*opened);
    const int days = life->desk->m_policy.days;
    const QDateTime oldest = days > 0 ? life->desk->m_session.clock().now().addDays(-days) : QDateTime();
    [[maybe_unused]] const auto swept = life->desk->m_session.store()->forgetKnownOperators(oldest);
    const auto last = co_await life->desk->m_session.store()->setting(u"lastLogin"_s);
    if (!life->desk || !life->desk->m_session.isStoreOpen())
        co_return;
    if (!last) {
        life->desk->enter(EntryState::SignedOut, last.error());
        co_return;
    }
    life->desk->m_lastLogin = *last;
    life->desk->enter(EntryState::SignedOut, life->desk->m_session.store()->openingNotice());
}

void LiveSignInDesk::setStoreAside()
{
    if (m_entry == EntryState::StoreFailed)
        aside(m_life);
}

QCoro::Task<> LiveSignInDesk::aside(LifePtr life)
{
    co_await life->desk->m_session.closeStore();
    if (!life->desk)
        co_return;
    const auto done = co_await life->desk->m_door.setAside();
    if (!life->desk)
        co_return;
    if (done)
        life->desk->retryStore();
    else
        life->desk->enter(EntryState::StoreFailed, done.error());
}

void LiveSignInDesk::signIn(const QString &login, const QString &password)
{
    const bool ready = m_entry == EntryState::SignedOut || m_entry == EntryState::SignInFailed;
    if (!ready)
        return;
    enter(EntryState::SigningIn);
    signInFlow(m_life, login.trimmed(), password);
}

QCoro::Task<> LiveSignInDesk::signInFlow(LifePtr life, QString login, QString password)
{
    const bool impatient = co_await mayDoWithout(life, login);
    if (!isSigningIn(life))
        co_return;
    askExchange(life, login, password, impatient);
}

QCoro::Task<> LiveSignInDesk::askExchange(LifePtr life, QString login, QString password, bool impatient)
{
    const int atMostMs = impatient ? life->desk->m_policy.patienceMs : 0;
    const auto session = co_await life->desk->m_session.client().signIn(login, password, atMostMs);
    if (!isSigningIn(life))
        co_return;
    if (!session && isAway(session.error())) {
        const bool cutShort = impatient && session.error().code == domain::FailureCode::NetworkTimeout;
        askRecord(life, login, password, session.error(), cutShort);
        co_return;
    }
    if (!session) {
        refused(life, login, password, session.error());
        co_return;
    }
    const wire::Operator account = session->account;
    co_await remember(life, login, password, account);
    if (isSigningIn(life))
        life->desk->welcome(login, viewOf(account), account.windowId);
}

void LiveSignInDesk::welcome(const QString &login, const OperatorView &who, const QString &windowId)
{
    ++m_entries;
    m_lastLogin = login;
    [[maybe_unused]] const auto kept = m_session.store()->setSetting(u"lastLogin"_s, login);
    // The notice stood above the fields that were just filled.
    if (m_session.store()->openingNotice())
        [[maybe_unused]] const auto accepted = m_session.store()->acceptLoss();
    m_session.setOperator(who, {who.id, who.role, who.departmentId, windowId});
    enter(EntryState::SignedIn);
}

void LiveSignInDesk::signOut()
{
    if (m_entry != EntryState::SignedIn)
        return;
    [[maybe_unused]] const auto told = m_session.client().signOut();
    m_session.clearOperator();
    enter(EntryState::SignedOut);
}

} // namespace yichuang::desk
