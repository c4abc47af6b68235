// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <chrono>
#include <mutex>

namespace yichuang::httpserver {

/** A token bucket per client. Thread-safe; buckets that are full again are forgotten. */
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    /** A rate of 0 lets everything pass. */
    RateLimiter(double perSecond, double burst);

    /** 0: pass. Otherwise the whole seconds, at least 1, after which a request would pass. */
    [[nodiscard]] int take(const QByteArray &client, Clock::time_point now);
    [[nodiscard]] qsizetype size() const;

private:
    struct Bucket {
        double tokens = 0;
        Clock::time_point filled;
    };
    double tokensAt(const Bucket &bucket, Clock::time_point now) const;
    void forgetFull(Clock::time_point now);

    const double m_perSecond;
    const double m_burst;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
    qsizetype m_pruneAt = 1024;
};

} // namespace yichuang::httpserver
