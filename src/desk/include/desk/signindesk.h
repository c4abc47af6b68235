// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <QObject>

namespace yichuang::desk {

/** Who sits at the desk. */
struct OperatorView {
    QString id;
    QString name;
    domain::Role role = domain::Role::Clerk;
    QString departmentId;
    QString windowName;
    QString hallName;
    bool confirmed = true; ///< false: came in while the exchange was away, and it has not said yes yet
    friend bool operator==(const OperatorView &, const OperatorView &) = default;
};

/** From program start to a usable counter. */
enum class EntryState {
    OpeningStore, WaitingForKeychain, StoreFailed, SignedOut, SigningIn, SignInFailed, SignedIn, Locked
};

/** The exchange was not there to decide. One that asks for a pause after too many tries was. */
[[nodiscard]] bool isAway(const domain::Error &error);

/** Start-up, the store's doors and sign-in. Ui thread. */
class SignInDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual EntryState state() const = 0;
    [[nodiscard]] virtual std::optional<domain::Error> error() const = 0;
    [[nodiscard]] virtual OperatorView who() const = 0;
    [[nodiscard]] virtual QString lastLogin() const = 0;
    /** How many days after the exchange last let them in somebody may come in without it; 0: never. */
    [[nodiscard]] virtual int offlineEntryDays() const = 0;
    virtual void signIn(const QString &login, const QString &password) = 0;
    virtual void signOut() = 0;                 ///< drafts stay, nothing is asked
    virtual void retryStore() = 0;
    /** The clerk's explicit way out of a damaged or keyless store: the old file is kept aside, a new one is made. */
    virtual void setStoreAside() = 0;

Q_SIGNALS:
    void stateChanged();
    /** What is known of who is signed in, without another having sat down. */
    void whoChanged();
};

} // namespace yichuang::desk
