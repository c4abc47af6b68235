// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gate.h"

#include <QCoroTask>
#include <sync/syncengine.h>

namespace yichuang::sync {

/**
 * What the flows of one run share; each holds it by shared pointer and asks `alive` after every wait. A stopped engine
 * sets `alive` to false and lets go; the flows then end by themselves.
 */
struct Link {
    Link(store::CaseStore &theStore, remote::ExchangeClient &theClient, const domain::Clock &theClock,
         SyncEngine::Options theOptions)
        : store(theStore)
        , client(theClient)
        , clock(theClock)
        , options(theOptions)
    {
    }
    store::CaseStore &store;
    remote::ExchangeClient &client;
    const domain::Clock &clock;
    SyncEngine::Options options;
    bool alive = true;
    int failures = 0;
    bool ignorePauses = false; ///< once: rows are sent even if their own pause is not over
    SyncStatus status;
    SyncEngine *engine = nullptr; ///< valid while alive
    Gate pumpGate;
    Gate feedGate;
    Gate refreshGate;

    /** The exchange answered: online, back-off starts again. */
    void answered();
    /** A call failed for a reason that trying again may cure; returns how long to pause in ms. */
    int failed(const domain::Error &error);
    /** A failure that only a person can cure (TLS, token): stops trying by itself for the longest pause. */
    [[nodiscard]] static bool needsSignIn(const domain::Error &error);
    void setStatus(const SyncStatus &next);
};
using LinkPtr = std::shared_ptr<Link>;

/** Sends attachments, then commands, then audit records, whenever the gate opens or a try is due. */
QCoro::Task<> runPump(LinkPtr link);
/** Long-polls the feed and applies what comes. */
QCoro::Task<> runFeed(LinkPtr link);
/** Fetches catalogue changes now and then, and clears what expired. */
QCoro::Task<> runRefresh(LinkPtr link);

} // namespace yichuang::sync
