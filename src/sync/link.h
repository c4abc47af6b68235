// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gate.h"

#include <QCoroTask>
#include <sync/syncengine.h>

namespace yichuang::sync {

/** How one of the flows fares: each has a back-off of its own, so that one that works never hurries one that fails. */
struct FlowState {
    int failures = 0; ///< in a row
    std::optional<domain::Error> error;
    QDateTime nextTry;
};

/**
 * What the flows of one run share; each holds it by shared pointer and asks `alive` after every wait, before it touches
 * store, client or engine again. A stopped engine sets `alive` to false and lets go; the flows then end by themselves.
 */
struct Link {
    Link(store::CaseStore &theStore, remote::ExchangeClient &theClient, const domain::Clock &theClock,
         SyncEngine::Options theOptions, QString theOperator)
        : store(theStore)
        , client(theClient)
        , clock(theClock)
        , options(theOptions)
        , operatorId(std::move(theOperator))
    {
    }
    store::CaseStore &store;
    remote::ExchangeClient &client;
    const domain::Clock &clock;
    SyncEngine::Options options;
    QString operatorId;
    bool alive = true;
    bool ignorePauses = false; ///< once: rows are sent even if their own pause is not over
    bool oneByOne = false;     ///< the exchange could not read a batch: find the command it stumbles over
    bool seen = false;         ///< the exchange has answered well in this run
    SyncStatus status;
    SyncEngine *engine = nullptr; ///< valid while alive
    FlowState feed;
    FlowState pump;
    std::optional<domain::Error> catalogueError;
    Gate pumpGate;
    Gate feedGate;
    Gate refreshGate;
    QList<QDateTime> dueTimes;                        ///< of the postponed commands
    QHash<QString, domain::Error> refusedAttachments; ///< the exchange will never take these
    QHash<domain::CommandId, int> conflicts;          ///< lost in a row
    QSet<domain::CaseId> unfetchable;                 ///< could not be had; asked for again when the link comes back
    std::optional<qint64> catalogueVersion;           ///< known after the first look

    /** The exchange answered a flow's call well: its back-off starts again, and a recovered feed wakes the others. */
    void answered(FlowState &flow);
    /** A flow's call failed; returns how long it should pause in ms. */
    int failed(FlowState &flow, const domain::Error &error);
    /** A flow has nothing to send but what was postponed, and why; new work goes at once. */
    void waits(FlowState &flow, const domain::Error &why);
    /** When a command that failed `failures` times in a row is tried again; the pump wakes for it. */
    [[nodiscard]] QDateTime postpone(int failures);
    /** The exchange's catalogue was taken, or could not be. */
    void tellCatalogue(const std::optional<domain::Error> &error);
    void openGates();

private:
    [[nodiscard]] int pauseMs(int failures) const;
    /** Tells what the flows make of the link; a valid moment is that of an answer, which is news by itself. */
    void update(const QDateTime &answeredAt = {});
};
using LinkPtr = std::shared_ptr<Link>;

/** Only a new sign-in helps. */
[[nodiscard]] bool needsSignIn(const domain::Error &error);
/** The exchange was not reached at all, or is not itself: no other call would fare better now. */
[[nodiscard]] bool isAway(const domain::Error &error);

/** Sends attachments, then commands, then audit records, whenever the gate opens or a try is due. */
QCoro::Task<> runPump(LinkPtr link);
/** Long-polls the feed and applies what comes. */
QCoro::Task<> runFeed(LinkPtr link);
/** Fetches catalogue changes now and then, and clears what expired. */
QCoro::Task<> runRefresh(LinkPtr link);

/** What became of the files of some commands. */
struct Uploads {
    QSet<domain::CaseId> held;            ///< these wait, because a file of theirs did not get through
    std::optional<domain::Error> failure; ///< why, of the last of them
};
/** Uploads what these commands use; while the exchange is away, the first that does not get through ends the round. */
QCoro::Task<domain::Result<Uploads>> sendAttachments(LinkPtr link, QList<store::StoredCommand> commands);
/**
 * What is due and was made by the operator who is signed in: the exchange takes a command from its maker only. Nothing of a
 * case overtakes what a colleague made in it before: that waits for the colleague, and other cases go on.
 */
QCoro::Task<domain::Result<QList<store::StoredCommand>>> dueCommands(LinkPtr link);
/** This computer's store did not do its part, whatever the exchange does. */
[[nodiscard]] bool isOfStore(const domain::Error &error);
/** Fetches a case whole and puts it in place of the confirmed one; what waits is rebased. */
QCoro::Task<domain::Result<void>> takeOver(LinkPtr link, domain::CaseId caseId);

} // namespace yichuang::sync
