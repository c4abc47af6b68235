// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readerturns.h>

#include <QTest>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

using namespace yichuang::device;

namespace {
/** Runs a function with each turn it gets; the function releases. */
class Taker : public TurnTaker
{
public:
    explicit Taker(ReaderTurns &turns, std::function<void(Taker *)> use)
        : m_turns(turns)
        , m_use(std::move(use))
    {
    }
    void onTurn() override
    {
        if (m_turns.claim(this))
            m_use(this);
    }

private:
    ReaderTurns &m_turns;
    std::function<void(Taker *)> m_use;
};
} // namespace

class TestReaderTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstComeFirstServed();
    void preferredGoesFirst();
    void withdrawalLetsTheNextIn();
    void aGrantGivenBackIsNotUsed();
    void neverTwoAtOnce();
};

void TestReaderTurns::firstComeFirstServed()
{
    ReaderTurns turns;
    QString order;
    Taker a(turns, [&order](Taker *) { order += u'a'; });
    Taker b(turns, [&order](Taker *) { order += u'b'; });
    turns.request(&a);
    turns.request(&b);
    QTRY_COMPARE(order, QStringLiteral("a"));
    turns.release(&b);
    turns.request(&b);
    QCoreApplication::processEvents();
    QCOMPARE(order, QStringLiteral("a"));
    turns.release(&a);
    QTRY_COMPARE(order, QStringLiteral("ab"));
}

void TestReaderTurns::preferredGoesFirst()
{
    ReaderTurns turns;
    QString order;
    Taker a(turns, [&](Taker *self) { order += u'a'; turns.release(self); });
    Taker b(turns, [&](Taker *self) { order += u'b'; turns.release(self); });
    Taker c(turns, [&](Taker *self) { order += u'c'; turns.release(self); });
    turns.prefer(&c);
    for (Taker *taker : {&a, &b, &c})
        turns.request(taker);
    QTRY_COMPARE(order, QStringLiteral("acb"));
    turns.prefer(nullptr);
    for (Taker *taker : {&a, &b, &c})
        turns.request(taker);
    QTRY_COMPARE(order, QStringLiteral("acbabc"));
}

void TestReaderTurns::withdrawalLetsTheNextIn()
{
    ReaderTurns turns;
    QString order;
    Taker a(turns, [&order](Taker *) { order += u'a'; });
    Taker b(turns, [&order](Taker *) { order += u'b'; });
    Taker c(turns, [&order](Taker *) { order += u'c'; });
    turns.request(&a);
    QTRY_COMPARE(order, QStringLiteral("a"));
    turns.request(&b);
    turns.request(&c);
    turns.release(&b);
    turns.release(&a);
    QTRY_COMPARE(order, QStringLiteral("ac"));
}

void TestReaderTurns::aGrantGivenBackIsNotUsed()
{
    ReaderTurns turns;
    int uses = 0;
    Taker a(turns, [&uses](Taker *) { ++uses; });
    turns.request(&a);
    turns.release(&a);
    QCoreApplication::processEvents();
    QCOMPARE(uses, 0);
    // Two grants on their way, one of them stale: one use.
    turns.request(&a);
    turns.release(&a);
    turns.request(&a);
    QCoreApplication::processEvents();
    QCOMPARE(uses, 1);
}

void TestReaderTurns::neverTwoAtOnce()
{
    constexpr int threads = 4;
    constexpr int rounds = 200;
    ReaderTurns turns;
    std::atomic<int> inside = 0;
    std::atomic<int> done = 0;
    std::atomic<bool> wasShared = false;
    std::vector<std::unique_ptr<QThread>> owners;
    std::vector<std::unique_ptr<Taker>> takers;
    for (int i = 0; i < threads; ++i) {
        auto left = std::make_shared<int>(rounds);
        takers.push_back(std::make_unique<Taker>(turns, [&, left](Taker *who) {
            wasShared = wasShared || ++inside > 1;
            --inside;
            ++done;
            turns.release(who);
            if (--*left > 0)
                turns.request(who);
        }));
        owners.push_back(std::make_unique<QThread>());
        takers.back()->moveToThread(owners.back().get());
        owners.back()->start();
        turns.request(takers.back().get());
    }
    QTRY_COMPARE(done.load(), threads * rounds);
    QVERIFY(!wasShared);
    for (const auto &owner : owners) {
        owner->quit();
        owner->wait();
    }
}

QTEST_GUILESS_MAIN(TestReaderTurns)
#include "tst_readerturns.moc"
