// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakedesks.h"
#include "scenecatalogue.h"

#include "cases/casesmodel.h"
#include "counter/casecolumn.h"
#include "counter/caselistmodel.h"
#include "counter/certificatesmodel.h"
#include "counter/filesmodel.h"
#include "counter/hitsmodel.h"
#include "counter/partsmodel.h"
#include "counter/timelinemodel.h"
#include "kit/words.h"
#include "syncing/outboxmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** The models under the toolkit's own model tester, through growth, change and shrinking. */
class UiModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countries_data();
    void countries();
    void certificates();
    void hits();
    void caseList();
    void files();
    void limitsOfADepartment();
    void stepsOfACase();
    void certificateSaysWhoseItIs();
    void timeline();
    void whoDidIt();
    void parts();
    void outbox();
    void casesPage();
    void provisionalDueDays();
    void whatAwaitsAcceptance();
    void whatWasNotAccepted();
    void rowsAreAnnouncedExactly();
};

template<typename Model>
static void exercise(Model &model, const std::function<void(int)> &fill)
{
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const int size : {0, 1, 5, 3, 8, 0, 4})
        fill(size);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(model.index(0, column).data().isValid());
    }
    QVERIFY(!model.index(0, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void UiModelsTest::countries_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("first") << u"ABW"_s << u"zh_CN"_s << u"阿鲁巴"_s;
    QTest::newRow("middle") << u"CAN"_s << u"zh_CN"_s << u"加拿大"_s;
    QTest::newRow("last") << u"ZWE"_s << u"zh_CN"_s << u"津巴布韦"_s;
    QTest::newRow("English") << u"CAN"_s << u"en"_s << u"Canada"_s;
    QTest::newRow("small letters") << u"can"_s << u"en"_s << u"Canada"_s;
    QTest::newRow("no country") << u"QQQ"_s << u"zh_CN"_s << u"QQQ"_s;
    QTest::newRow("user-assigned") << u"XKX"_s << u"zh_CN"_s << u"XKX"_s;
    QTest::newRow("none") << QString() << u"zh_CN"_s << QString();
}

void UiModelsTest::countries()
{
    QFETCH(const QString, code);
    QFETCH(const QString, language);
    const QLocale before;
    QLocale::setDefault(QLocale(language));
    const QString name = ui::Words::country(code);
    QLocale::setDefault(before);
    QTEST(name, "name");
}

void UiModelsTest::certificates()
{
    ui::CertificatesModel model;
    model.setToday(sceneDay());
    ui::CertificatesFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<domain::CertificateSummary> all = sceneCertificates();
    exercise(model, [&](int size) {
        QList<ui::CertificateCardRow> rows;
        for (int i = 0; i < size; ++i)
            rows << ui::CertificateCardRow{{all.at((i * 3) % all.size()), 0, true, false}, 30, false};
        model.setRows(rows);
    });
    filter.setWords(u"证"_s);
    filter.setDepartment(u"police"_s);
    for (int i = 0; i < filter.rowCount(); ++i)
        QCOMPARE(filter.row(filter.index(i, 0))->view.summary.departmentId, u"police"_s);
}

void UiModelsTest::hits()
{
    FakeCounterDesk desk;
    ui::HitsModel model;
    const QList<desk::ItemHit> all = desk.search({}, {});
    exercise(model, [&](int size) { model.setRows(all.mid(0, size)); });
}

void UiModelsTest::files()
{
    ui::FilesModel model;
    exercise(model, [&](int size) {
        QList<ui::FileRow> rows;
        for (int i = 0; i < size; ++i)
            rows << ui::FileRow{{QString::number((i * 3) % 8), u"page %1.pdf"_s.arg(i), i * 1000, {}}, u"户口簿"_s};
        model.setRows(rows);
    });
    QCOMPARE(model.index(3, ui::FilesModel::Name).data().toString(), u"page 3.pdf"_s);
    QCOMPARE(model.index(3, ui::FilesModel::Size).data().toString(), u"3 KB"_s);
    QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"户口簿 page 3.pdf 3 KB"_s);
}

void UiModelsTest::caseList()
{
    FakeCounterDesk desk;
    desk.playNewborn();
    ui::CaseListModel model;
    exercise(model, [&](int size) {
        desk::CounterView view = desk.v;
        view.items = view.items.mid(0, size);
        view.plan.materials = view.plan.materials.mid(0, size);
        model.setView(view, desk.catalogue());
    });
    model.setView(desk.v, desk.catalogue());
    QStringList materials;
    for (const ui::CaseListRow &row : model.rows()) {
        if (row.kind == ui::CaseListRow::Kind::Material)
            materials << row.key;
    }
    QStringList once = materials;
    once.removeDuplicates();
    QCOMPARE(materials, once);
    QCOMPARE(materials.size(), desk.v.plan.materials.size());
    QVERIFY(model.indexOfMaterial(u"baby-photo"_s).isValid());
    QVERIFY(!model.indexOfMaterial(u"nothing"_s).isValid());
}

void UiModelsTest::limitsOfADepartment()
{
    FakeCounterDesk desk;
    desk.playNewborn();
    const auto limits = [&desk] {
        ui::CaseListModel model;
        model.setView(desk.v, desk.catalogue());
        QStringList texts; // the department first, then its two items
        for (int i = 0; i < model.rowCount(); ++i) {
            const ui::CaseListRow &row = model.rows().at(i);
            const bool wanted = row.kind == ui::CaseListRow::Kind::Department || row.kind == ui::CaseListRow::Kind::Item;
            if (wanted && row.item.departmentId == "medical"_L1)
                texts << model.index(i, 0).data(Qt::AccessibleTextRole).toString() + u' ' + model.index(i, 0).data(Qt::ToolTipRole).toString();
        }
        return texts;
    };
    desk::ItemView &first = desk.v.items[3];
    desk::ItemView &second = desk.v.items[4];
    QCOMPARE(second.departmentId, u"medical"_s);
    first.waitsFor.clear();
    second.waitsFor.clear();
    first.promised = second.promised = {5, domain::LimitUnit::WorkingDay};
    first.expectedDue = second.expectedDue = sceneDay().addDays(7);
    QVERIFY2(limits().first().contains(u"5 working day"_s), qPrintable(limits().first()));
    // The heading must not say of all what is true of the first only.
    second.promised = {10, domain::LimitUnit::WorkingDay};
    second.waitsFor = QStringList{u"户口登记示例"_s};
    QCOMPARE(limits().size(), 3);
    QVERIFY2(!limits().first().contains(u"working day"_s), qPrintable(limits().first()));
    QVERIFY2(limits().at(1).contains(u"5 working day"_s), qPrintable(limits().at(1)));
    QVERIFY2(limits().at(2).contains(u"10 working day"_s) && limits().at(2).contains(u"户口登记示例"_s), qPrintable(limits().at(2)));
}

void UiModelsTest::stepsOfACase()
{
    FakeCounterDesk desk;
    QCOMPARE(ui::CaseColumn::stepOf(desk.v), 0);
    desk.playCardRead();
    QCOMPARE(ui::CaseColumn::stepOf(desk.v), 2);
    using desk::ListingState;
    for (const ListingState open : {ListingState::Loading, ListingState::Failed, ListingState::Offline, ListingState::AwaitsHolder}) {
        desk.v.listing = open;
        QVERIFY2(ui::CaseColumn::stepOf(desk.v) == 1, "no certificate was listed");
    }
    desk.playNewborn();
    QCOMPARE(ui::CaseColumn::stepsUndone(desk.v), QSet<int>());
    desk.v.listing = ListingState::Failed; // originals do as well: the work goes on
    QCOMPARE(ui::CaseColumn::stepOf(desk.v), 3);
    QCOMPARE(ui::CaseColumn::stepsUndone(desk.v), QSet<int>{1});
    desk.v.openCase.applicant->method = domain::IdentityMethod::Typed;
    QCOMPARE(ui::CaseColumn::stepsUndone(desk.v), (QSet<int>{0, 1})); // no card was read
}

void UiModelsTest::certificateSaysWhoseItIs()
{
    const domain::CertificateSummary child = sceneCertificates().first();
    QCOMPARE(child.relation, domain::Relation::Child);
    const QString line = ui::CertificatesModel::issuerLine({{child, 0, true, false}, 30, false});
    QVERIFY2(line.startsWith(u"Child"_s), qPrintable(line)); // the middle of the line is what is cut
    QVERIFY2(line.contains(child.issuerName), qPrintable(line));
    // Two certificates of one type differ by the end of their numbers only.
    const QFontMetrics metrics{QFont()};
    const QString fitted = ui::CertificatesModel::fittedIssuerLine({{child, 0, true, false}, 30, false}, metrics, metrics.horizontalAdvance(line) / 2);
    QVERIFY2(fitted.size() < line.size() && fitted.startsWith(u"Chi"_s) && fitted.endsWith(child.maskedNumber.right(3)), qPrintable(fitted));
}

void UiModelsTest::timeline()
{
    ui::TimelineModel model;
    exercise(model, [&](int size) {
        QList<desk::TimelineEntry> entries;
        for (int i = 0; i < size; ++i) {
            desk::TimelineEntry entry;
            entry.at = QDateTime(sceneDay(), QTime(9, i), Qt::UTC);
            entry.commandName = i % 2 ? u"accept-part"_s : u"set-field"_s;
            entry.departmentName = i % 2 ? u"公安局"_s : QString();
            entry.provisional = i % 3 == 0;
            entries << entry;
        }
        model.setEntries(entries);
    });
    QVERIFY(model.rows().first().heading);
    QVERIFY(model.rows().first().department.isEmpty());
}

void UiModelsTest::whoDidIt()
{
    desk::TimelineEntry entry;
    entry.at = QDateTime(sceneDay(), QTime(1, 0), Qt::UTC);
    entry.who = u"王某某"_s;
    QCOMPARE(ui::TimelineModel::whoText(entry), u"王某某"_s);
    QVERIFY(!ui::TimelineModel::whenText(entry).contains(u"at the exchange"_s));
    entry.place = u"3号综合窗口"_s;
    QCOMPARE(ui::TimelineModel::whoText(entry), u"王某某 (3号综合窗口)"_s);
    QVERIFY(ui::TimelineModel::whenText(entry).contains(u"3号综合窗口"_s));
    entry.place = entry.departmentName = u"公安局"_s;
    QCOMPARE(ui::TimelineModel::whoText(entry), u"王某某"_s);
    entry.place.clear();
    entry.who = u"police01"_s;
    entry.whoIsName = false;
    entry.role = domain::Role::Reviewer;
    entry.departmentName = u"公安局"_s;
    entry.arrivedAt = entry.at.addSecs(3600);
    QCOMPARE(ui::TimelineModel::whoText(entry), ui::Words::role(domain::Role::Reviewer));
    QVERIFY(ui::TimelineModel::whenText(entry).contains(u"at the exchange "_s + ui::shortTime(entry.arrivedAt)));
    ui::TimelineModel model;
    model.setEntries({entry});
    QVERIFY2(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"police01"_s), "who it was can still be found out");
    entry.who = u"exchange"_s;
    entry.role = domain::Role::System;
    model.setEntries({entry});
    QCOMPARE(ui::TimelineModel::whoText(entry), u"Exchange"_s);
    QVERIFY(!model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"exchange"_s));
}

void UiModelsTest::parts()
{
    FakeCounterDesk desk;
    desk.playNewborn();
    ui::PartsModel model;
    exercise(model, [&](int size) { model.setRows(desk.v.items.mid(0, size)); });
}

void UiModelsTest::outbox()
{
    ui::OutboxModel model;
    exercise(model, [&](int size) {
        QList<desk::OutboxRow> rows;
        for (int i = 0; i < size; ++i) {
            desk::OutboxRow row;
            row.commandId = QUuid::createUuidV5(QUuid(), QString::number(i));
            row.commandName = u"set-field"_s;
            row.queuedAt = QDateTime(sceneDay(), QTime(9, i), Qt::UTC);
            row.state = desk::OutboxRow::State(i % 4);
            rows << row;
        }
        model.setRows(rows);
    });
    // Behind a colleague's command nothing goes as soon as what stands before it is through.
    desk::OutboxRow row;
    QCOMPARE(ui::OutboxModel::reasonText(row), u"as soon as those before it are through"_s);
    row.waitsFor = u"窗口01示例"_s;
    QCOMPARE(ui::OutboxModel::reasonText(row), u"waits until 窗口01示例 signs in here"_s);
    row.attempts = 2;
    row.nextTry = QDateTime(sceneDay(), QTime(1, 0), Qt::UTC);
    QVERIFY(ui::OutboxModel::reasonText(row).endsWith(u" · waits until 窗口01示例 signs in here"_s));
    row.state = desk::OutboxRow::State::Confirmed;
    QCOMPARE(ui::OutboxModel::reasonText(row), QString());
}

void UiModelsTest::casesPage()
{
    FakeCaseDesk desk;
    ui::CasesModel model;
    model.setToday(sceneDay());
    exercise(model, [&](int size) { model.setFirstPage({desk.rows.mid(0, size), {}, size, 0, {}}); });
    QSignalSpy asked(&model, &ui::CasesModel::moreAsked);
    model.setFirstPage({desk.rows.mid(0, 10), "10", 20, 0, {}});
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({}); // asked once only while the answer is under way
    QCOMPARE(asked.size(), 1);
    model.appendPage({desk.rows.mid(10, 10), {}, 20, 0, {}});
    QCOMPARE(model.rowCount(), 20);
    QVERIFY(!model.canFetchMore({}));
}

void UiModelsTest::provisionalDueDays()
{
    desk::ItemView item;
    item.promised = {30, domain::LimitUnit::WorkingDay};
    item.expectedDue = QDate(ui::hallToday().year() + 1, 1, 8);
    item.dueProvisional = true;
    const QString day = ui::dayText(item.expectedDue);
    QVERIFY2(ui::CaseListModel::limitText(item).endsWith(day + u" (provisional)"_s), qPrintable(ui::CaseListModel::limitText(item)));
    item.dueProvisional = false;
    QVERIFY(ui::CaseListModel::limitText(item).endsWith(day));
    item.expectedDue = QDate(ui::hallToday().year(), 1, 8);
    QVERIFY(ui::CaseListModel::limitText(item).endsWith(u"01-08"_s));
    const QDate today(2026, 11, 27);
    QVERIFY(ui::Words::due(QDate(2027, 1, 8), today, true).text.contains(u"about"));
    QVERIFY(!ui::Words::due(QDate(2026, 12, 8), today).text.contains(u"about"));
}

void UiModelsTest::whatAwaitsAcceptance()
{
    desk::ItemView item;
    item.departmentName = u"司法局"_s;
    item.state = domain::PartState::Received;
    item.promised = {3, domain::LimitUnit::WorkingDay};
    QCOMPARE(ui::Words::item(item).text, u"Received"_s);
    item.departmentAccepts = true;
    item.answerDue = QDate(2026, 11, 30);
    QCOMPARE(ui::Words::item(item).text, u"Awaiting acceptance"_s);
    QCOMPARE(ui::PartsModel::secondLine(item), u"司法局"_s);
    QCOMPARE(ui::PartsModel::thirdLine(item), u"number follows with acceptance"_s);
    QCOMPARE(ui::PartsModel::dueText(item), u"answer by 2026-11-30"_s);
    QVERIFY(ui::CaseListModel::limitText(item).endsWith(u"once the department accepts"_s));
    item.state = domain::PartState::Accepted;
    item.number = u"n-1"_s;
    item.answerDue = {};
    item.expectedDue = QDate(2026, 12, 3);
    QCOMPARE(ui::Words::item(item).text, u"Accepted"_s);
    QCOMPARE(ui::PartsModel::thirdLine(item), u"n-1"_s);
    QCOMPARE(ui::PartsModel::dueText(item), u"due 2026-12-03"_s);
    QVERIFY(!ui::CaseListModel::limitText(item).contains(u"accepts"_s));
}

void UiModelsTest::whatWasNotAccepted()
{
    desk::ItemView item;
    item.departmentName = u"司法局"_s;
    item.departmentAccepts = true;
    item.state = domain::PartState::NotAccepted;
    item.decision = domain::Decision{false, u"不属于职权范围"_s, u"第三十二条"_s, {}, {}, {}};
    QCOMPARE(ui::PartsModel::secondLine(item), u"司法局 · 不属于职权范围"_s);
    QCOMPARE(ui::PartsModel::thirdLine(item), u"Legal basis: 第三十二条"_s);
    QVERIFY(ui::PartsModel::dueText(item).isEmpty());
    desk::TimelineEntry entry;
    entry.commandName = u"reject-part"_s;
    entry.itemName = u"法律援助申请"_s;
    entry.note = u"不属于职权范围"_s;
    entry.legalBasis = u"第三十二条"_s;
    QCOMPARE(ui::TimelineModel::linesBelow(entry), (QStringList{u"法律援助申请 · 不属于职权范围"_s, u"Legal basis: 第三十二条"_s}));
    QCOMPARE(ui::Words::event(entry), u"Not accepted"_s);
    entry.commandName = u"accept-part"_s;
    QCOMPARE(ui::Words::event(entry), u"Accepted"_s);
    entry.deemed = true;
    QCOMPARE(ui::Words::event(entry), u"Counts as accepted: no answer in time"_s);
}

void UiModelsTest::rowsAreAnnouncedExactly()
{
    FakeCaseDesk desk;
    ui::CasesModel model;
    model.setRows(desk.rows.mid(0, 5));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QList<desk::CaseRow> rows = desk.rows.mid(0, 5);
    rows.insert(2, desk.rows.at(9));
    rows[4].decidedParts = 77;
    model.setRows(rows);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 4);
}

QTEST_MAIN(UiModelsTest)
#include "tst_uimodels.moc"
