// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desksession.h>

#include <QCoroTask>
#include <functional>
#include <vault/passwordverifier.h>

namespace yichuang::desk {

/** How the program opens its store; both run without blocking and end exactly once. */
struct StoreDoor {
    using Opened = domain::Result<std::shared_ptr<store::CaseStore>>;
    std::function<QFuture<Opened>()> open;
    /** Renames the unreadable file aside (never deletes it) so that open() may make a new one. */
    std::function<QFuture<domain::Result<void>>()> setAside;
};

/**
 * Who may come in while the exchange is away: whom it let in at this computer at most `days` days ago, with the password of
 * that time (the store keeps an Argon2id verifier of it). Wrong ones lock as at the exchange: domain::signInLockMs().
 */
struct OfflineEntryPolicy {
    int days = 7; ///< 0: nobody, and nothing is kept for it
    vault::VerifierCost cost;
    int patienceMs = 4000; ///< how long a line that swallows everything keeps who may come in without it
};

/**
 * Start-up and sign-in on the real store and exchange. The exchange decides as long as it answers; who came in without it is
 * signed in as soon as it is back, or sent to the door when it refuses. The session must outlive it.
 */
class LiveSignInDesk : public SignInDesk
{
    Q_OBJECT
public:
    LiveSignInDesk(DeskSession &session, StoreDoor door, OfflineEntryPolicy policy = {}, QObject *parent = nullptr);
    ~LiveSignInDesk() override;
    /** Opens the store; called once by the program after the window shows. */
    void begin();

    [[nodiscard]] EntryState state() const override { return m_entry; }
    [[nodiscard]] std::optional<domain::Error> error() const override { return m_error; }
    [[nodiscard]] OperatorView who() const override;
    [[nodiscard]] QString lastLogin() const override { return m_lastLogin; }
    [[nodiscard]] int offlineEntryDays() const override { return m_policy.days; }
    void signIn(const QString &login, const QString &password) override;
    void signOut() override;
    void retryStore() override;
    void setStoreAside() override;

private:
    struct Life {
        LiveSignInDesk *desk = nullptr;
    };
    using LifePtr = std::shared_ptr<Life>;
    void enter(EntryState state, std::optional<domain::Error> error = {});
    void onStoreDamaged(const domain::Error &error);
    /** The desk is there, and the sign-in that waited is still the matter. */
    [[nodiscard]] static bool isSigningIn(const LifePtr &life) { return life->desk && life->desk->m_entry == EntryState::SigningIn; }
    static QCoro::Task<> openStore(LifePtr life);
    static QCoro::Task<> aside(LifePtr life);
    static QCoro::Task<> signInFlow(LifePtr life, QString login, QString password);
    /** Impatient: a line that swallows everything keeps who may come in without the exchange no longer than the policy says. */
    static QCoro::Task<> askExchange(LifePtr life, QString login, QString password, bool impatient);
    void welcome(const QString &login, const OperatorView &who, const QString &windowId);
    // Without the exchange; livesignindesk_offline.cpp.
    [[nodiscard]] bool isFresh(const store::KnownOperator &known) const;
    static QCoro::Task<bool> mayDoWithout(LifePtr life, QString login);
    static QCoro::Task<> remember(LifePtr life, QString login, QString password, wire::Operator account);
    static QCoro::Task<> refused(LifePtr life, QString login, QString password, domain::Error why);
    static QCoro::Task<> askRecord(LifePtr life, QString login, QString password, domain::Error away, bool cutShort);
    static QCoro::Task<> countFailure(LifePtr life, store::KnownOperator known);
    static QCoro::Task<> comeIn(LifePtr life, store::KnownOperator known, QString password);
    static QCoro::Task<> confirm(LifePtr life, int entry, store::KnownOperator known, QString password);

    DeskSession &m_session;
    StoreDoor m_door;
    OfflineEntryPolicy m_policy;
    int m_entries = 0; ///< tells a late answer of the exchange whose entry it was about
    LifePtr m_life;
    EntryState m_entry = EntryState::OpeningStore;
    std::optional<domain::Error> m_error;
    QString m_lastLogin;
};

} // namespace yichuang::desk
