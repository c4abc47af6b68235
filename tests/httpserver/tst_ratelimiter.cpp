// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ratelimiter.h"

#include <QtTest/QtTest>

using yichuang::httpserver::RateLimiter;
using std::chrono::milliseconds;
using std::chrono::seconds;

/** The token bucket on a clock of its own. */
class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsABurstPassThenTheRate();
    void countsClientsApart();
    void zeroIsNoLimit();
    void tellsHowLongToWait();
    void forgetsFullBuckets();
};

void TestRateLimiter::letsABurstPassThenTheRate()
{
    RateLimiter limiter(10, 3);
    const RateLimiter::Clock::time_point start{};
    for (int i = 0; i < 3; ++i)
        QCOMPARE(limiter.take("a", start), 0);
    QCOMPARE(limiter.take("a", start), 1);
    QCOMPARE(limiter.take("a", start + milliseconds(99)), 1);
    QCOMPARE(limiter.take("a", start + milliseconds(101)), 0);
    QCOMPARE(limiter.take("a", start + milliseconds(102)), 1);
}

void TestRateLimiter::countsClientsApart()
{
    RateLimiter limiter(1, 1);
    QCOMPARE(limiter.take("a", {}), 0);
    QVERIFY(limiter.take("a", {}) > 0);
    QCOMPARE(limiter.take("b", {}), 0);
}

void TestRateLimiter::zeroIsNoLimit()
{
    RateLimiter limiter(0, 1);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(limiter.take("a", {}), 0);
    QCOMPARE(limiter.size(), 0);
}

void TestRateLimiter::tellsHowLongToWait()
{
    RateLimiter limiter(0.25, 1);
    QCOMPARE(limiter.take("a", {}), 0);
    QCOMPARE(limiter.take("a", {}), 4);
    QCOMPARE(limiter.take("a", RateLimiter::Clock::time_point{} + seconds(3)), 1);
    QCOMPARE(limiter.take("a", RateLimiter::Clock::time_point{} + seconds(4)), 0);
}

void TestRateLimiter::forgetsFullBuckets()
{
    RateLimiter limiter(1, 2);
    const RateLimiter::Clock::time_point start{};
    for (int i = 0; i < 1024; ++i)
        QCOMPARE(limiter.take(QByteArray::number(i), start), 0);
    QCOMPARE(limiter.size(), 1024);
    QCOMPARE(limiter.take("new", start + seconds(5)), 0);
    QCOMPARE(limiter.size(), 1);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
