// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commitcount.h"
#include "serialthread.h"
#include "writing.h"

#include <QPromise>
#include <atomic>
#include <store/casestore.h>
#include <vault/commitrecord.h>
#include <vault/vault.h>

namespace yichuang::store {

/** One open connection with its statements. Lives on the thread that opened it. */
struct Session {
    std::unique_ptr<vault::Connection> connection;
    std::unique_ptr<Sql> sql; ///< ends before the connection

    void close()
    {
        sql.reset();
        connection.reset();
    }
};

struct CaseStore::Private {
    Private(const domain::Clock &theClock, Sql::Fault theFault) : clock(theClock), fault(std::move(theFault)) {}
    ~Private();
    /** As CaseStore::close. */
    void end();

    /** Opens writer and reader one after the other on their threads; `ended` is called on one of them. */
    void open(const vault::VaultRequest &request, std::function<void(domain::Result<void>)> ended);

    /** Queues a use case that runs in one transaction on the writer thread. */
    template<typename T>
    QFuture<domain::Result<T>> write(std::function<domain::Result<T>(Writing &)> step);
    /** Queues a question for the reader thread. */
    template<typename T>
    QFuture<domain::Result<T>> read(std::function<domain::Result<T>(Sql &)> step);

    template<typename T>
    domain::Result<T> inTransaction(const std::function<domain::Result<T>(Writing &)> &step);
    /** Does the steps of a pass one after the other, until one says that it was the last, while nobody waits for it. */
    void passOver(std::function<domain::Result<bool>(Writing &)> step);
    /** Makes rows of the list that an older build made anew. */
    void renewOldRows();
    /** Names the rows of the list that were made before the catalogue told their names. */
    void nameUnnamedRows();
    /** What no answer needs: folds words into the search and empties the journal, once that is worth it. */
    void tidy();
    /** Nobody asked for anything for a while: what stands in the journal alone goes into the store's own file. */
    bool rest();
    domain::Result<void> openWriter(const vault::VaultRequest &request);
    /** Counts the commits against those noted beside the store. */
    domain::Result<void> countCommits(const QString &file);
    domain::Result<void> openReader(const vault::VaultRequest &request);
    /** A use case failed on this connection: damage is noted beside the store and told, once. */
    void meet(const domain::Error &error, Session &session);

    const domain::Clock &clock;
    Sql::Fault fault;
    std::atomic_bool damageTold = false;
    CatalogueCache catalogues;
    CaseStore *store = nullptr;      ///< who tells of changes; set before the first use case
    bool openedWithPending = false;  ///< written before `ended`
    bool rowsAreOld = false;         ///< the same: rows of the list were made by an older rule
    bool rowsLackNames = false;      ///< the same: there is a catalogue, and not every row could be named yet
    qint64 lostCommits = 0;          ///< the same: how many the store counts fewer than were noted
    std::unique_ptr<vault::CommitRecord> record; ///< on the writer thread
    qint64 commits = 0;              ///< the same
    Session writer;
    std::unique_ptr<Writing> writing;
    Session reader;
    SerialThread readerThread;
    SerialThread writerThread{[this] { return rest(); }};
};

template<typename T>
domain::Result<T> CaseStore::Private::inTransaction(const std::function<domain::Result<T>(Writing &)> &step)
{
    Sql &sql = *writer.sql;
    writing->change = {};
    writing->afterCommit = {};
    sql.begin();
    const qint64 changes = totalChanges(sql);
    domain::Result<T> answer = step(*writing);
    domain::Result<void> ended;
    bool counts = false;
    if (answer) {
        counts = totalChanges(sql) != changes;
        if (counts)
            countCommit(sql);
        ended = sql.commit();
    } else {
        // A failure of SQL explains more than what it led to.
        ended = sql.takeResult();
        sql.rollback();
    }
    if (!ended)
        answer = tl::unexpected(ended.error());
    if (!answer) {
        writing->cases.clear();
        meet(answer.error(), writer);
    }
    if (answer && writing->afterCommit)
        writing->afterCommit();
    commits += answer && counts ? 1 : 0;
    return answer;
}

template<typename T>
QFuture<domain::Result<T>> CaseStore::Private::write(std::function<domain::Result<T>(Writing &)> step)
{
    auto promise = std::make_shared<QPromise<domain::Result<T>>>();
    QFuture<domain::Result<T>> future = promise->future();
    promise->start();
    const bool queued = writerThread.post([this, promise, step = std::move(step)] {
        const domain::Result<T> answer = inTransaction(step);
        const StoreChange change = std::exchange(writing->change, {});
        const bool tells = !change.cases.isEmpty() || !change.needFetch.isEmpty() || change.outbox || change.catalogue;
        if (answer && tells)
            Q_EMIT store->changed(change);
        promise->addResult(answer);
        promise->finish();
        tidy();
    });
    if (!queued) {
        promise->addResult(domain::failure(domain::FailureCode::StoreClosed));
        promise->finish();
    }
    return future;
}

template<typename T>
QFuture<domain::Result<T>> CaseStore::Private::read(std::function<domain::Result<T>(Sql &)> step)
{
    auto promise = std::make_shared<QPromise<domain::Result<T>>>();
    QFuture<domain::Result<T>> future = promise->future();
    promise->start();
    const bool queued = readerThread.post([this, promise, step = std::move(step)] {
        const domain::Result<T> answer = step(*reader.sql);
        if (!answer)
            meet(answer.error(), reader);
        promise->addResult(answer);
        promise->finish();
    });
    if (!queued) {
        promise->addResult(domain::failure(domain::FailureCode::StoreClosed));
        promise->finish();
    }
    return future;
}

} // namespace yichuang::store
