// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** Who accepts a part, and until when it may be answered (Administrative Licence Law art. 32). */
class TestAcceptance : public QObject
{
    Q_OBJECT

    static Catalogue catalogueWith(const Acceptance &acceptance)
    {
        Catalogue::Content content = newbornContent();
        for (ServiceItem &item : content.items) {
            if (item.id == u"birth-registration"_s)
                item.acceptance = acceptance;
        }
        return Catalogue::make(content, 1).value();
    }
    static CasePart received(QDate on)
    {
        CasePart part;
        part.itemId = u"birth-registration"_s;
        part.state = PartState::Received;
        part.receivedOn = on;
        return part;
    }

private Q_SLOTS:
    void theItemsVersionSaysWhoAccepts()
    {
        const CasePart part = received(QDate(2026, 11, 23));
        QVERIFY(!departmentAccepts(catalogueWith({}), part));
        QVERIFY(departmentAccepts(catalogueWith({Acceptance::By::Department, {5, LimitUnit::WorkingDay}}), part));
        QVERIFY(!departmentAccepts(Catalogue(), part));
        CasePart other = part;
        other.itemVersion = 2;
        QVERIFY(!departmentAccepts(catalogueWith({Acceptance::By::Department, {5, LimitUnit::WorkingDay}}), other));
    }

    void lastDayOfTheAnswer_data()
    {
        QTest::addColumn<QDate>("receivedOn");
        QTest::addColumn<int>("days");
        QTest::addColumn<QList<PauseSpan>>("pauses");
        QTest::addColumn<QDate>("due");
        const QList<PauseSpan> none;
        QTest::newRow("over a weekend") << QDate(2026, 11, 23) << 5 << none << QDate(2026, 11, 30);
        QTest::newRow("over the National Day holiday, with its make-up days") << QDate(2026, 9, 30) << 5 << none << QDate(2026, 10, 13);
        QTest::newRow("a shorter limit of the item") << QDate(2026, 11, 23) << 2 << none << QDate(2026, 11, 25);
        const QList<PauseSpan> corrected{{QDate(2026, 11, 30), QDate(2026, 12, 4), u"correction"_s}};
        QTest::newRow("anew from what came back corrected") << QDate(2026, 11, 23) << 5 << corrected << QDate(2026, 12, 11);
        QTest::newRow("before the calendar") << QDate(2020, 1, 6) << 5 << none << QDate();
    }
    void lastDayOfTheAnswer()
    {
        QFETCH(QDate, receivedOn);
        QFETCH(int, days);
        QFETCH(QList<PauseSpan>, pauses);
        CasePart part = received(receivedOn);
        part.pauses = pauses;
        if (!pauses.isEmpty())
            part.correction = Correction{{u"sign page 2"_s}, QDate(2026, 12, 31), {}, QDateTime(QDate(2026, 12, 4), QTime(2, 0), Qt::UTC)};
        const Catalogue catalogue = catalogueWith({Acceptance::By::Department, {days, LimitUnit::WorkingDay}});
        QTEST(answerDue(catalogue, part).value_or(DueDay()).day, "due");
    }

    void onlyAReceivedPartIsAnswered()
    {
        const Catalogue catalogue = catalogueWith({Acceptance::By::Department, {5, LimitUnit::WorkingDay}});
        for (const PartState state : {PartState::Draft, PartState::Accepted, PartState::CorrectionAsked, PartState::NotAccepted, PartState::Withdrawn}) {
            CasePart part = received(QDate(2026, 11, 23));
            part.state = state;
            QVERIFY(!answerDue(catalogue, part));
        }
        // An item that the catalogue no longer holds waits as long as the law says.
        QCOMPARE(answerDue(Catalogue(), received(QDate(2026, 11, 23)))->day, QDate(2026, 11, 30));
    }
};

QTEST_GUILESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
