// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/uuid7.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestUuid7 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleOfTheStandard()
    {
        // RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC, rand_a CC3, rand_b 18C4DC0C0C07398F.
        const QByteArray random = QByteArray::fromHex("0cc398c4dc0c0c07398f");
        const QUuid id = makeUuid7(0x017F22E279B0, random);
        QCOMPARE(id.toString(QUuid::WithoutBraces), u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s);
        QCOMPARE(uuid7Milliseconds(id), qint64(0x017F22E279B0));
    }

    void timesRoundTripAndSort()
    {
        QByteArray before;
        for (const qint64 time : {qint64(0), qint64(1), qint64(1'000), qint64(1'795'000'000'000), (qint64(1) << 48) - 1}) {
            const QUuid id = makeUuid7(time, QByteArray(10, '\xff'));
            QCOMPARE(uuid7Milliseconds(id), time);
            QVERIFY(before < id.toRfc4122());
            before = id.toRfc4122();
        }
    }

    void oddArgumentsStillGiveAnId()
    {
        QCOMPARE(uuid7Milliseconds(makeUuid7(-5, {})), qint64(0));
        QCOMPARE(uuid7Milliseconds(makeUuid7(std::numeric_limits<qint64>::max(), QByteArray(100, 'x'))),
                 (qint64(1) << 48) - 1);
    }

    void otherVersionsHaveNoTime()
    {
        QCOMPARE(uuid7Milliseconds(QUuid()), qint64(-1));
        QCOMPARE(uuid7Milliseconds(QUuid(u"017f22e2-79b0-4cc3-98c4-dc0c0c07398f"_s)), qint64(-1));
        QCOMPARE(uuid7Milliseconds(QUuid(u"017f22e2-79b0-7cc3-18c4-dc0c0c07398f"_s)), qint64(-1));
    }

    void legalDayIsShanghais()
    {
        class Fixed : public Clock
        {
        public:
            QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(16, 0), Qt::UTC); }
            qint64 monotonicMs() const override { return 0; }
            QString bootId() const override { return {}; }
            QUuid newId() const override { return {}; }
        };
        QCOMPARE(Fixed().today(), QDate(2026, 11, 23));
    }
};

QTEST_GUILESS_MAIN(TestUuid7)
#include "tst_uuid7.moc"
