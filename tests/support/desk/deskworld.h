// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world.h"

#include <desk/livecasedesk.h>
#include <desk/livecounterdesk.h>
#include <desk/livesignindesk.h>
#include <desk/livesyncdesk.h>
#include <vault/keyprovider.h>

namespace yichuang::test {

/** The desks as the program wires them, without its window: a profile of their own and the world's exchange. */
class DeskWorld
{
public:
    explicit DeskWorld(World &world);
    ~DeskWorld();
    Q_DISABLE_COPY_MOVE(DeskWorld)

    /** Opens the store, signs in and waits for the catalogue; fails the test otherwise. */
    void enter(const QString &login = QStringLiteral("clerk01"));
    /** Opens the store and tries to sign in; what became of it. */
    [[nodiscard]] desk::EntryState knock(const QString &login, const QString &password = QString::fromUtf8(World::secret));
    /** Everything goes, as when the program ends; enter() opens what is left on disk. */
    void quit();
    /** The program again, before its store is open. */
    void restart() { make(); }
    /** Puts a card of the demo's tray on the reader. */
    void place(int place);
    [[nodiscard]] domain::IdCard card(int place) const;
    [[nodiscard]] QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }
    /** The place of the demo person made for a life event. */
    [[nodiscard]] int placeOf(const QString &story) const;
    /** Waits until the applicant's certificates are there and everything shown is stored. */
    void awaitListing();
    void awaitSaved();
    /** Answers, fills and satisfies with the desk's own calls until nothing is missing; false when it does not get there. */
    [[nodiscard]] bool completeByDesk();
    [[nodiscard]] const desk::CounterView &view() const { return counter->view(); }
    [[nodiscard]] domain::Case stored(const domain::CaseId &id);
    [[nodiscard]] store::CaseStore &store() { return *session->store(); }

    World &world;
    std::unique_ptr<remote::ExchangeClient> client;
    std::unique_ptr<desk::DeskSession> session;
    std::unique_ptr<desk::LiveSignInDesk> signIn;
    std::unique_ptr<desk::LiveCounterDesk> counter;
    std::unique_ptr<desk::LiveCaseDesk> cases;
    std::unique_ptr<desk::LiveSyncDesk> sync;
    sync::SyncEngine::Options options;
    int timeoutMs = 5000;
    std::optional<domain::Error> storeFailure; ///< what opening the store answers instead
    std::function<bool()> failStatement;       ///< of the next opening of the store; asked on the store's threads
    int setAsides = 0;
    desk::OfflineEntryPolicy offlineEntry{7, {64, 1}}; ///< of the next start

private:
    void make();
    [[nodiscard]] bool fix(const domain::Missing &missing);

    QTemporaryDir m_folder;
    std::shared_ptr<vault::KeyProvider> m_keys;
};

} // namespace yichuang::test
