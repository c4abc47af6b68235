// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/casestore.h"

#include <wire/apicommands.h>
#include <wire/apisession.h>

#include <condition_variable>
#include <thread>

namespace yichuang::exchange {

/**
 * The feed of decided events. A call that waits is parked here and holds no worker: when something was committed, one
 * thread of our own asks the database once whom it concerns, reads for those only, and answers at the latest when the wait
 * is over. Thread-safe.
 */
class Feed
{
public:
    using Answer = std::function<void(const domain::Result<wire::FeedAnswer> &)>;

    explicit Feed(Database &database);
    /** Stops if still running. */
    ~Feed();
    Q_DISABLE_COPY_MOVE(Feed)

    /**
     * Answers once, at once or later, on this or the feed's thread. @param waitSeconds 0 to 25.
     * Errors AUTH-005, SVC-012 (cursor ahead of the feed), SVC-013.
     */
    void ask(const wire::Operator &who, qint64 after, int limit, int waitSeconds, Answer answer);
    /** Tells the parked calls to look again. Cheap. */
    void wake();
    /** Answers everything parked with what there is and ends the thread. */
    void stop();

private:
    struct Parked {
        casestore::EventFilter filter;
        qint64 after = 0;
        int limit = 0;
        std::chrono::steady_clock::time_point deadline;
        Answer answer;
        qint64 seen = 0; ///< up to here nothing concerns this call
    };
    [[nodiscard]] domain::Result<wire::FeedAnswer> look(const casestore::EventFilter &filter, qint64 after, int limit);
    void run();
    void serve(QList<Parked> due, bool final);
    [[nodiscard]] QList<casestore::EventAudience> news(const QList<Parked> &parked);

    Database &m_database;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Parked> m_parked;
    bool m_woken = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace yichuang::exchange
