// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desksession.h>

#include <QCoroTask>
#include <functional>

namespace yichuang::desk {

/** How the program opens its store; both run without blocking and end exactly once. */
struct StoreDoor {
    using Opened = domain::Result<std::shared_ptr<store::CaseStore>>;
    std::function<QFuture<Opened>()> open;
    /** Renames the unreadable file aside (never deletes it) so that open() may make a new one. */
    std::function<QFuture<domain::Result<void>>()> setAside;
};

/** Start-up and sign-in on the real store and exchange. The session must outlive it. */
class LiveSignInDesk : public SignInDesk
{
    Q_OBJECT
public:
    LiveSignInDesk(DeskSession &session, StoreDoor door, QObject *parent = nullptr);
    ~LiveSignInDesk() override;
    /** Opens the store; called once by the program after the window shows. */
    void begin();

    [[nodiscard]] EntryState state() const override { return m_entry; }
    [[nodiscard]] std::optional<domain::Error> error() const override { return m_error; }
    [[nodiscard]] OperatorView who() const override;
    [[nodiscard]] QString lastLogin() const override { return m_lastLogin; }
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
    static QCoro::Task<> openStore(LifePtr life);
    static QCoro::Task<> aside(LifePtr life);
    static QCoro::Task<> signInFlow(LifePtr life, QString login, QString password);

    DeskSession &m_session;
    StoreDoor m_door;
    LifePtr m_life;
    EntryState m_entry = EntryState::OpeningStore;
    std::optional<domain::Error> m_error;
    QString m_lastLogin;
};

} // namespace yichuang::desk
