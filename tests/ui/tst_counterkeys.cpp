// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

QString focusName()
{
    const QWidget *focused = QApplication::focusWidget();
    return focused ? focused->objectName() : QString();
}

/** The newborn's case with an agent, whose right was not compared yet. */
void playAgent(UiWindow &ui, QDate until)
{
    ui.fakes.counter.playNewborn();
    domain::Agency agency;
    agency.agent = sceneApplicant();
    agency.agent.phone = u"13900001234"_s;
    agency.relation = u"姐妹"_s;
    agency.validUntil = until;
    ui.fakes.counter.v.openCase.agency = agency;
    ui.fakes.counter.changed();
}

} // namespace

/** Where the keys of the counter lead, and that no key is dead where the clerk expects it. */
class CounterKeysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void nextFromAFieldJustTyped();
    void nextWithNothingMissingStays();
    void tabKeysLeadIntoTheirTab();
    void tabWithNothingToDoHoldsTheKeyboard();
    void enterPressesAButton();
    void undoInAPersonsCard_data();
    void undoInAPersonsCard();
    void downFromAFilter();
    void downFromTheCaseSearch();
    void arrowsShowWhereTheyAre();
    void filterEndsWithItsPerson();
    void searchEndsWithItsCase();
    void smallScreensScrollToTheKeyboard();
    void authorisationThatEnded();
    void byWhatRightItWasAsked();
};

void CounterKeysTest::nextFromAFieldJustTyped()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.fakes.counter.v.openCase.fields.clear();
    ui.fakes.counter.changed();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(focusName(), u"field_child-name"_s);
    ui.type(u"李小示例"_s);
    ui.press(Qt::Key_F6);
    QCOMPARE(ui.fakes.counter.v.openCase.fields.value(u"child-name"_s).value, u"李小示例"_s);
    QVERIFY2(focusName() != "field_child-name"_L1, qPrintable(focusName()));
    QVERIFY(!focusName().isEmpty());
    QCOMPARE(ui.find<QLineEdit>(u"field_child-name"_s)->text(), u"李小示例"_s);
}

void CounterKeysTest::nextWithNothingMissingStays()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    ui.find<QLineEdit>(u"field_child-name"_s)->setFocus();
    ui.fakes.counter.v.plan.missing.clear();
    ui.press(Qt::Key_F6);
    QCOMPARE(focusName(), u"field_child-name"_s);
}

void CounterKeysTest::tabKeysLeadIntoTheirTab()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_3, Qt::AltModifier);
    QVERIFY2(focusName().startsWith("answer_"_L1), qPrintable(focusName()));
    ui.press(Qt::Key_4, Qt::AltModifier);
    QVERIFY2(focusName().startsWith("field_"_L1), qPrintable(focusName()));
    const auto *filled = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(filled && !filled->text().isEmpty());
    QVERIFY2(!filled->hasSelectedText(), "the next letter would take the place of what is there");
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY2(focusName().startsWith("field_"_L1), qPrintable(focusName()));
}

void CounterKeysTest::tabWithNothingToDoHoldsTheKeyboard()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_4}) {
        ui.find(u"phoneLineEdit"_s)->setFocus();
        ui.press(key, Qt::AltModifier);
        const QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        QVERIFY2(now == ui.find<QTabBar>(u"tabBar"_s) || ui.find(u"tabStack"_s)->isAncestorOf(now), qPrintable(now->objectName()));
    }
}

void CounterKeysTest::enterPressesAButton()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.find<QPushButton>(u"lookupsPushButton"_s)->setFocus();
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls.count(u"openLookups"_s), 1);
    ui.fakes.counter.closeLookups();
    ui.find<QPushButton>(u"lookupsPushButton"_s)->setFocus();
    ui.press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(ui.fakes.counter.calls.count(u"openLookups"_s), 2);
}

void CounterKeysTest::undoInAPersonsCard_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"relationLineEdit", "untilLineEdit", "agentPhoneLineEdit", "phoneLineEdit"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CounterKeysTest::undoInAPersonsCard()
{
    QFETCH(const QString, line);
    UiWindow ui;
    playAgent(ui, sceneDay().addDays(30));
    auto *edit = ui.find<QLineEdit>(line);
    edit->setFocus();
    ui.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.count(u"undo"_s), 1);
    ui.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.count(u"redo"_s), 1);
    // Letters just typed come first.
    edit->setFocus();
    edit->selectAll();
    ui.type(u"1"_s);
    ui.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.count(u"undo"_s), 1);
}

void CounterKeysTest::downFromAFilter()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.find<QLineEdit>(u"certificateFilterLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Down);
    QCOMPARE(focusName(), u"certificatesListView"_s);
    const auto *list = ui.find<QListView>(u"certificatesListView"_s);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY2(list->selectionModel()->isSelected(list->currentIndex()), "nothing shows where the keyboard is");
}

void CounterKeysTest::downFromTheCaseSearch()
{
    UiWindow ui;
    ui.fakes.cases.fill(3);
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.find<QLineEdit>(u"caseSearchLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Down);
    const auto *table = ui.find<QTableView>(u"casesTableView"_s);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(table->selectionModel()->isRowSelected(0));
}

void CounterKeysTest::arrowsShowWhereTheyAre()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_6, Qt::AltModifier);
    auto *list = ui.find<QListView>(u"caseListView"_s);
    QVERIFY(list->hasFocus());
    ui.press(Qt::Key_Home);
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        const QModelIndex at = list->currentIndex();
        list->scrollTo(at);
        const QRect row = list->visualRect(at).intersected(list->viewport()->rect());
        QVERIFY2(!row.isEmpty(), qPrintable(at.data().toString()));
        const QImage with = list->viewport()->grab(row).toImage();
        ui.press(Qt::Key_Down);
        if (list->currentIndex() == at)
            break;
        const QRect after = list->visualRect(at).intersected(list->viewport()->rect());
        if (after.size() == row.size())
            QVERIFY2(list->viewport()->grab(after).toImage() != with, qPrintable(at.data().toString()));
    }
}

/** What is typed after Alt+2 is searched for by itself, whatever was looked for before. */
void CounterKeysTest::searchEndsWithItsCase()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_2, Qt::AltModifier);
    auto *search = ui.find<QLineEdit>(u"itemSearchLineEdit"_s);
    QTest::keyClicks(search, u"sbk"_s);
    ui.press(Qt::Key_1, Qt::AltModifier);
    ui.press(Qt::Key_2, Qt::AltModifier);
    QTest::keyClicks(search, u"xse"_s);
    QCOMPARE(search->text(), u"xse"_s);
    ui.fakes.counter.v.openCase.id = QUuid::createUuid();
    ui.fakes.counter.changed();
    QCOMPARE(search->text(), QString());
}

/** 1366x768 at 150 % has fewer points than the pages need. */
void CounterKeysTest::smallScreensScrollToTheKeyboard()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.window->resize(911, 480);
    QCOMPARE(ui.window->size(), QSize(911, 480));
    for (const QString &name : {u"savePushButton"_s, u"tabBar"_s, u"savePushButton"_s}) {
        auto *widget = ui.find<QWidget>(name);
        widget->setFocus(Qt::ShortcutFocusReason);
        QCOMPARE(focusName(), name);
        const QRect place(widget->mapTo(ui.window.get(), QPoint()), widget->size());
        QVERIFY2(ui.window->rect().contains(place.topLeft()) && ui.window->rect().contains(place.topLeft() + QPoint(20, 10)), qPrintable(name));
    }
}

void CounterKeysTest::filterEndsWithItsPerson()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    auto *filter = ui.find<QLineEdit>(u"certificateFilterLineEdit"_s);
    filter->setText(u"护照"_s);
    ui.fakes.counter.changed();
    QCOMPARE(filter->text(), u"护照"_s);
    ui.fakes.counter.newCase();
    ui.fakes.counter.playCardRead();
    QCOMPARE(filter->text(), QString());
    QVERIFY(ui.shows(u"certificatesListView"_s));
}

void CounterKeysTest::authorisationThatEnded()
{
    UiWindow ui;
    playAgent(ui, QDate(2026, 1, 5));
    QVERIFY(ui.find<QLabel>(u"untilProblemLabel"_s)->text().contains(u"has ended"_s));
    QCOMPARE(ui.find(u"untilLineEdit"_s)->property("problem").toBool(), true);
    playAgent(ui, QDate(2099, 1, 5));
    QVERIFY(!ui.shows(u"untilProblemLabel"_s));
    auto *until = ui.find<QLineEdit>(u"untilLineEdit"_s);
    until->setFocus();
    until->selectAll();
    ui.type(u"soon"_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(ui.find<QLabel>(u"untilProblemLabel"_s)->text().contains(u"no day"_s));
}

void CounterKeysTest::byWhatRightItWasAsked()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.fakes.counter.v.lookedUpBy.reset();
    ui.fakes.counter.changed();
    QVERIFY2(!ui.shows(u"purposeLabel"_s), "a purpose is called recorded where nothing was asked");
    ui.fakes.counter.v.lookedUpBy = domain::UsePurpose::Consent::HolderPresent;
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"purposeLabel"_s)->toolTip().contains(u"present"_s) || ui.find<QLabel>(u"purposeLabel"_s)->text().contains(u"present"_s));
    ui.fakes.counter.v.lookedUpBy = domain::UsePurpose::Consent::ExplicitConsent;
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"purposeLabel"_s)->text().contains(u"consent"_s));
}

QTEST_MAIN(CounterKeysTest)
#include "tst_counterkeys.moc"
