// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ratelimiter.h"

#include <cmath>

namespace yichuang::httpserver {

RateLimiter::RateLimiter(double perSecond, double burst)
    : m_perSecond(perSecond)
    , m_burst(qMax(1.0, burst))
{
}

double RateLimiter::tokensAt(const Bucket &bucket, Clock::time_point now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
    return qMin(m_burst, bucket.tokens + qMax(0.0, seconds) * m_perSecond);
}

int RateLimiter::take(const QByteArray &client, Clock::time_point now)
{
    if (m_perSecond <= 0)
        return 0;
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= m_pruneAt)
        forgetFull(now);
    auto it = m_buckets.find(client);
    if (it == m_buckets.end())
        it = m_buckets.insert(client, {m_burst, now});
    it->tokens = tokensAt(*it, now);
    it->filled = now;
    if (it->tokens < 1.0)
        return qMax(1, static_cast<int>(std::ceil((1.0 - it->tokens) / m_perSecond)));
    it->tokens -= 1.0;
    return 0;
}

void RateLimiter::forgetFull(Clock::time_point now)
{
    m_buckets.removeIf([&](QHash<QByteArray, Bucket>::iterator it) { return tokensAt(*it, now) >= m_burst; });
    // Doubling keeps the cost of forgetting constant per request however many clients stay busy.
    m_pruneAt = qMax<qsizetype>(1024, m_buckets.size() * 2);
}

qsizetype RateLimiter::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

} // namespace yichuang::httpserver
