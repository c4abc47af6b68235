// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <sync/backoff.h>

#include <QTest>

using yichuang::sync::BackOff;

class TestBackOff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pauses_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("step");
        QTest::newRow("first") << 1000 << 60000 << 1 << 1000;
        QTest::newRow("second") << 1000 << 60000 << 2 << 2000;
        QTest::newRow("sixth") << 1000 << 60000 << 6 << 32000;
        QTest::newRow("seventh is capped") << 1000 << 60000 << 7 << 60000;
        QTest::newRow("very many") << 1000 << 60000 << 1000000 << 60000;
        QTest::newRow("none yet") << 1000 << 60000 << 0 << 1000;
        QTest::newRow("negative") << 1000 << 60000 << -5 << 1000;
        QTest::newRow("no first pause") << 0 << 60000 << 1 << 1;
        QTest::newRow("most below first") << 1000 << 10 << 3 << 1000;
        QTest::newRow("a day") << 86400000 << 86400000 << 30 << 86400000;
    }
    void pauses()
    {
        QFETCH(int, first);
        QFETCH(int, most);
        QFETCH(int, failures);
        QFETCH(int, step);
        const BackOff backOff(first, most);
        QCOMPARE(backOff.pauseMs(failures, 0.5), step);
        QCOMPARE(backOff.pauseMs(failures, 0), int(step * 0.75));
        QCOMPARE(backOff.pauseMs(failures, 1), int(step * 1.25));
        QCOMPARE(backOff.pauseMs(failures, -3), int(step * 0.75));
        QCOMPARE(backOff.pauseMs(failures, 7), int(step * 1.25));
    }
};

QTEST_GUILESS_MAIN(TestBackOff)
#include "tst_backoff.moc"
