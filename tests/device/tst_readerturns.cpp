// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readerturns.h>

#include <QTest>
#include <QThread>
#include <atomic>
#include <memory>
#include <vector>

using namespace yichuang::device;

class TestReaderTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstComeFirstServed();
    void withdrawalLetsTheNextIn();
    void releaseByAnotherIsHarmless();
    void neverTwoAtOnce();
};

void TestReaderTurns::firstComeFirstServed()
{
    ReaderTurns turns;
    QObject a;
    QObject b;
    QStringList order;
    turns.request(&a, [&order] { order << QStringLiteral("a"); });
    turns.request(&b, [&order] { order << QStringLiteral("b"); });
    QTRY_COMPARE(order, QStringList{QStringLiteral("a")});
    QCoreApplication::processEvents();
    QCOMPARE(order.size(), 1);
    turns.release(&a);
    QTRY_COMPARE(order.size(), 2);
    turns.release(&b);
}

void TestReaderTurns::withdrawalLetsTheNextIn()
{
    ReaderTurns turns;
    QObject a;
    QObject b;
    QObject c;
    QStringList order;
    turns.request(&a, [&order] { order << QStringLiteral("a"); });
    turns.request(&b, [&order] { order << QStringLiteral("b"); });
    turns.request(&c, [&order] { order << QStringLiteral("c"); });
    turns.release(&b);
    turns.release(&a);
    QTRY_COMPARE(order, (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
}

void TestReaderTurns::releaseByAnotherIsHarmless()
{
    ReaderTurns turns;
    QObject a;
    QObject b;
    int grants = 0;
    turns.request(&a, [&grants] { ++grants; });
    turns.release(&b);
    turns.request(&b, [&grants] { ++grants; });
    QTRY_COMPARE(grants, 1);
    QCoreApplication::processEvents();
    QCOMPARE(grants, 1);
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
    std::vector<std::unique_ptr<QObject>> objects;
    std::function<void(QObject *, int)> round = [&](QObject *who, int left) {
        turns.request(who, [&, who, left] {
            wasShared = wasShared || ++inside > 1;
            --inside;
            ++done;
            turns.release(who);
            if (left > 1)
                round(who, left - 1);
        });
    };
    for (int i = 0; i < threads; ++i) {
        owners.push_back(std::make_unique<QThread>());
        objects.push_back(std::make_unique<QObject>());
        objects.back()->moveToThread(owners.back().get());
        owners.back()->start();
        round(objects.back().get(), rounds);
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
