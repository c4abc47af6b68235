// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desksession.h>
#include <desk/syncdesk.h>

#include <QCoroTask>

namespace yichuang::desk {

/** The 同步 page on the real outbox and engine. The session must outlive it. */
class LiveSyncDesk : public SyncDesk
{
    Q_OBJECT
public:
    explicit LiveSyncDesk(DeskSession &session, QObject *parent = nullptr);
    ~LiveSyncDesk() override;
    [[nodiscard]] const SyncView &view() const override { return m_view; }
    void retryNow() override;

private:
    struct Life {
        LiveSyncDesk *desk = nullptr;
        bool reading = false;
        bool again = false;
        QHash<QString, int> made; ///< rows of the outbox by who made them
        int countedAt = 0;        ///< so many rows there were when they were counted one by one
    };
    using LifePtr = std::shared_ptr<Life>;
    void onStoreOpened();
    void onStatus();
    void readRows();
    void layStoreError();
    /** What the store says of the outbox, read in one go. */
    struct Rows {
        QList<store::StoredCommand> waiting;
        QList<store::StoredCommand> recent;
        int count = 0;
        QHash<QString, QString> names;
        QHash<int, qint64> counters;
    };
    static QCoro::Task<> read(LifePtr life);
    /** The first question that fails is the answer to all of them; STO-004 when the desk is gone. */
    static QCoro::Task<domain::Result<Rows>> ask(LifePtr life);
    void show(const Rows &rows);

    DeskSession &m_session;
    LifePtr m_life;
    SyncView m_view;
    std::optional<domain::Error> m_readError;
};

} // namespace yichuang::desk
