// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <QObject>

namespace yichuang::desk {

enum class Connection { Online, Offline, Connecting, SignedOut };

/** A row of the outbox: what waits, why, since when, when it is tried next. */
struct OutboxRow {
    QUuid commandId;
    domain::CaseId caseId;
    QString caseLabel;           ///< number or receipt
    QString commandName;
    QString title;
    QDateTime queuedAt;
    int attempts = 0;
    std::optional<domain::Error> lastError;
    QDateTime nextTry;           ///< null: as soon as those before it are through
    enum class State { Waiting, Sending, Confirmed, Refused } state = State::Waiting;
    QString operatorId = {};     ///< who made it: it goes with their sign-in only
    QString operatorName = {};   ///< empty: not known on this computer
    /** While it waits: the name, else the id, of the colleague who has to sign in at this computer first; empty: of nobody. */
    QString waitsFor = {};
    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

struct SyncView {
    Connection connection = Connection::Connecting;
    QDateTime lastSync;          ///< last time the exchange answered
    QDateTime nextTry;
    int waiting = 0;             ///< of everybody who works at this computer
    int waitingForOthers = 0;    ///< of these: made by somebody else than who sits here
    int refusedCases = 0;        ///< of what this operator sees: the exchange refused a step that is still to be done
    std::optional<domain::Error> reason; ///< why not online
    std::optional<domain::Error> catalogueError; ///< why the exchange's catalogue is not taken although it answers
    std::optional<domain::Error> storeError; ///< this computer's store fails, whatever the exchange does
    bool unread = false;         ///< for that reason the numbers and rows here say nothing
    QList<OutboxRow> waitingRows;        ///< at most 200, oldest first
    QList<OutboxRow> recentRows;         ///< confirmed or refused, newest first, at most 200
    int confirmedToday = 0;
    friend bool operator==(const SyncView &, const SyncView &) = default;
};

/** The 同步 page and the exchange pill. Ui thread. */
class SyncDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const SyncView &view() const = 0;
    virtual void retryNow() = 0;

Q_SIGNALS:
    void viewChanged();
};

} // namespace yichuang::desk
