// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "gate.h"

#include <QElapsedTimer>
#include <QTest>

using yichuang::sync::Gate;

class TestGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesWhenTimeIsUp()
    {
        Gate gate;
        QElapsedTimer timer;
        timer.start();
        const QFuture<void> waiting = gate.wait(50);
        QVERIFY(!waiting.isFinished());
        QTRY_VERIFY(waiting.isFinished());
        QVERIFY(timer.elapsed() >= 45);
    }
    void passesWhenOpened()
    {
        Gate gate;
        const QFuture<void> waiting = gate.wait(3600000);
        QVERIFY(!waiting.isFinished());
        gate.open();
        QVERIFY(waiting.isFinished());
    }
    void remembersOneOpening()
    {
        Gate gate;
        gate.open();
        gate.open();
        QVERIFY(gate.wait(3600000).isFinished());
        QVERIFY(!gate.wait(3600000).isFinished());
    }
    void openingAWaiterIsNotRemembered()
    {
        Gate gate;
        const QFuture<void> first = gate.wait(3600000);
        gate.open();
        QVERIFY(first.isFinished());
        QVERIFY(!gate.wait(3600000).isFinished());
    }
    void aSecondWaiterLetsTheFirstGo()
    {
        Gate gate;
        const QFuture<void> first = gate.wait(3600000);
        const QFuture<void> second = gate.wait(3600000);
        QVERIFY(first.isFinished());
        QVERIFY(!second.isFinished());
    }
    void strangeTimes()
    {
        Gate gate;
        const QFuture<void> negative = gate.wait(-5);
        QTRY_VERIFY(negative.isFinished());
        const QFuture<void> centuries = gate.wait(std::numeric_limits<qint64>::max());
        QVERIFY(!centuries.isFinished());
    }
    void goneGateEndsItsWaiter()
    {
        QFuture<void> waiting;
        {
            Gate gate;
            waiting = gate.wait(3600000);
        }
        QVERIFY(waiting.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
