// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>
#include <remote/exchangeclient.h>
#include <store/casestore.h>
#include <sync/backoff.h>

#include <QObject>
#include <memory>

namespace yichuang::sync {

enum class LinkState { SignedOut, Connecting, Online, Offline };

/** What the exchange pill says. */
struct SyncStatus {
    LinkState link = LinkState::SignedOut;
    QDateTime lastAnswer;  ///< last time the exchange answered well
    QDateTime nextTry;     ///< null while online
    std::optional<domain::Error> reason;
    std::optional<domain::Error> catalogueError; ///< why the exchange's catalogue is not taken although it answers
    std::optional<domain::Error> storeError;     ///< this computer's store fails: says nothing of the exchange
    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

/**
 * Carries commands up and decided events down while somebody is signed in. Lives on the thread that made it (the ui's)
 * and only waits there: the store's and the client's threads do the work. Store, client and clock must outlive it.
 * Nothing is dropped: a refused command stays in the case's timeline.
 */
class SyncEngine : public QObject
{
    Q_OBJECT
public:
    struct Options {
        BackOff backOff{1000, 60000};
        int feedWaitSeconds = 20;
        int batch = 50;
        int catalogueMinutes = 10;
    };
    SyncEngine(store::CaseStore &store, remote::ExchangeClient &client, const domain::Clock &clock, Options options,
               QObject *parent = nullptr);
    ~SyncEngine() override;

    /**
     * Starts after a sign-in; does nothing when already running for them. Sends what this operator made and reads what
     * the exchange shows them: a colleague's work waits until they sign in again, and with it what stands behind it in its case.
     */
    void start(const QString &operatorId);
    /** Stops at once, for example at sign-out; what is under way on the network is ignored when it comes back. */
    void stop();
    /** Something new waits in the outbox. */
    void wake();
    /** Tries everything now, whatever the back-off says. */
    void retryNow();
    [[nodiscard]] SyncStatus status() const;

Q_SIGNALS:
    void statusChanged();
    /** The exchange no longer knows the token. */
    void signInNeeded();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang::sync
