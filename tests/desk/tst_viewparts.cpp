// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <QTest>

using namespace yichuang;
using namespace Qt::StringLiterals;

/** The due day of an item as the clerk sees it, on both sides of the end of the published holidays. */
class TestViewParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dueDays_data();
    void dueDays();
};

void TestViewParts::dueDays_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("stamped");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<bool>("provisional");
    QTest::newRow("within the calendar") << QDate(2026, 11, 27) << 20 << QDate() << QDate(2026, 12, 25) << false;
    QTest::newRow("over its end") << QDate(2026, 11, 27) << 30 << QDate() << QDate(2027, 1, 8) << true;
    QTest::newRow("accepted, within") << QDate(2026, 11, 27) << 20 << QDate(2026, 12, 28) << QDate(2026, 12, 28) << false;
    QTest::newRow("accepted, over its end") << QDate(2026, 11, 27) << 30 << QDate(2027, 1, 11) << QDate(2027, 1, 11) << true;
}

void TestViewParts::dueDays()
{
    QFETCH(QDate, today);
    QFETCH(int, days);
    QFETCH(QDate, stamped);
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.promised = {days, domain::LimitUnit::WorkingDay};
    part.promisedDue = stamped;
    domain::Case onCase;
    onCase.parts = {part};
    const auto views = desk::itemViews(onCase, domain::Catalogue(), {}, today);
    QCOMPARE(views.size(), 1);
    QTEST(views.first().expectedDue, "due");
    QTEST(views.first().dueProvisional, "provisional");
}

QTEST_GUILESS_MAIN(TestViewParts)
#include "tst_viewparts.moc"
