// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using desk::WorkPlace;
using Part = desk::WorkPlace::Part;

namespace {

QString focusName()
{
    const QWidget *focused = QApplication::focusWidget();
    return focused ? focused->objectName() : QString();
}

/** A draft that its maker opened again. */
void playOpenedAgain(UiWindow &ui, const WorkPlace &place)
{
    FakeCounterDesk &counter = ui.fakes.counter;
    {
        // The draft and its place come together.
        const QSignalBlocker quiet(&counter);
        counter.playNewborn();
    }
    counter.v.openCase.fields[u"note"_s] = {u"半句示例"_s, domain::FieldSource::Operator, {}, QDateTime::currentDateTimeUtc(), u"clerk"_s};
    counter.v.resumeAt = place;
    counter.changed();
}

const WorkPlace noteField{Part::Form, u"note"_s};

} // namespace

/** Where the keyboard is, is told; and where a draft was left it comes back to. */
class CounterPlaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void placesAreTold();
    void buttonsAndPagesAreNoPlaces();
    void goesOnThere_data();
    void goesOnThere();
    void goesOnBehindTheLastLetter();
    void fieldComesIntoSight();
    void goneLeadsToWhatIsMissing();
    void whoseCardItIsIsAskedFirst();
    void waitsForItsPage();
    void ownChoiceWins();
    void onlyOnce();
    void hiddenFieldIsShownOnItsKey();
    void typingAtAHiddenFieldChangesNothing();
    void halfTypedFieldIsGoneOnWith_data();
    void halfTypedFieldIsGoneOnWith();
};

void CounterPlaceTest::placesAreTold()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const QList<WorkPlace> &told = ui.fakes.counter.places;
    ui.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(told.last(), (WorkPlace{Part::Items, {}}));
    ui.press(Qt::Key_4, Qt::AltModifier);
    ui.click(u"field_child-name"_s);
    QCOMPARE(told.last(), (WorkPlace{Part::Form, u"child-name"_s}));
    ui.press(Qt::Key_Tab);
    QCOMPARE(told.last(), (WorkPlace{Part::Form, u"child-birth"_s}));
    ui.press(Qt::Key_3, Qt::AltModifier);
    ui.click(u"answer_newborn/extra_post"_s);
    QCOMPARE(told.last(), (WorkPlace{Part::Situations, u"newborn/extra"_s}));
    ui.click(u"phoneLineEdit"_s);
    QCOMPARE(told.last(), (WorkPlace{Part::Applicant, u"phoneLineEdit"_s}));
    ui.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(told.last(), (WorkPlace{Part::Certificates, {}}));
    ui.press(Qt::Key_F6); // to a material that is missing
    QCOMPARE(told.last().part, Part::Materials);
    QVERIFY(!told.last().key.isEmpty());
    for (const WorkPlace &place : told)
        QVERIFY2(!desk::textOf(place).contains(sceneApplicant().number), qPrintable(place.key));
}

void CounterPlaceTest::buttonsAndPagesAreNoPlaces()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    ui.click(u"field_child-name"_s);
    const WorkPlace field{Part::Form, u"child-name"_s};
    for (const QString &button : {u"savePushButton"_s, u"revealPushButton"_s, u"helpPushButton"_s}) {
        ui.find(u"field_child-name"_s)->setFocus();
        QCOMPARE(ui.fakes.counter.places.last(), field);
        ui.find(button)->setFocus();
        QCOMPARE(ui.fakes.counter.places.last(), WorkPlace());
    }
    // Another page and back: the keyboard is put somewhere, but nobody went to work there.
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.fakes.counter.places.clear();
    ui.press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY(ui.shows(u"formScrollArea"_s));
    for (const WorkPlace &place : std::as_const(ui.fakes.counter.places))
        QCOMPARE(place, WorkPlace());
}

void CounterPlaceTest::goesOnThere_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("widget");
    const auto row = [](const char *name, Part part, const QString &key, int tab, const QString &widget) { QTest::newRow(name) << int(part) << key << tab << widget; };
    row("certificates", Part::Certificates, {}, 0, u"certificatesListView"_s);
    row("items", Part::Items, {}, 1, u"itemSearchLineEdit"_s);
    row("question", Part::Situations, u"newborn/extra"_s, 2, u"answer_newborn/extra_post"_s);
    row("line", Part::Form, u"child-birth"_s, 3, u"field_child-birth"_s);
    row("lines", Part::Form, u"note"_s, 3, u"field_note"_s);
    row("choice", Part::Form, u"bank"_s, 3, u"field_bank"_s);
    row("list", Part::Materials, {}, 0, u"caseListView"_s);
    row("applicant", Part::Applicant, u"phoneLineEdit"_s, 0, u"phoneLineEdit"_s);
    row("agent", Part::Agent, u"relationLineEdit"_s, 0, u"relationLineEdit"_s);
}

void CounterPlaceTest::goesOnThere()
{
    QFETCH(const int, part);
    QFETCH(const QString, key);
    QFETCH(const int, tab);
    QFETCH(const QString, widget);
    UiWindow ui;
    const WorkPlace place{Part(part), key};
    ui.fakes.counter.playNewborn();
    domain::Agency agency;
    agency.agent = sceneApplicant();
    ui.fakes.counter.v.openCase.agency = agency;
    ui.fakes.counter.changed();
    ui.find(u"helpPushButton"_s)->setFocus();
    ui.fakes.counter.places.clear();
    ui.fakes.counter.v.openCase.id = QUuid::createUuid();
    ui.fakes.counter.v.resumeAt = place;
    ui.fakes.counter.changed();
    QTRY_COMPARE(focusName(), widget);
    QCOMPARE(ui.find<QTabBar>(u"tabBar"_s)->currentIndex(), tab);
    // What it passed on its way is no place that anybody worked at.
    QCOMPARE(ui.fakes.counter.places, QList<WorkPlace>{place});
}

void CounterPlaceTest::goesOnBehindTheLastLetter()
{
    UiWindow ui;
    playOpenedAgain(ui, noteField);
    QTRY_COMPARE(focusName(), u"field_note"_s);
    ui.type(u"x"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"typeField note 半句示例x"_s);
    ui.fakes.counter.v.openCase.id = QUuid::createUuid();
    ui.fakes.counter.v.resumeAt = WorkPlace{Part::Form, u"child-name"_s};
    ui.fakes.counter.changed();
    QTRY_COMPARE(focusName(), u"field_child-name"_s);
    QVERIFY(!ui.find<QLineEdit>(u"field_child-name"_s)->hasSelectedText());
    ui.type(u"x"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"typeField child-name 李小示例x"_s);
}

void CounterPlaceTest::fieldComesIntoSight()
{
    UiWindow ui(u"zh_CN"_s, {1366, 560});
    playOpenedAgain(ui, noteField);
    QTRY_COMPARE(focusName(), u"field_note"_s);
    const auto *area = ui.find<QScrollArea>(u"formScrollArea"_s);
    const QWidget *line = ui.find(u"field_note"_s)->parentWidget();
    const auto isSeen = [&] { return area->viewport()->rect().contains(QRect(line->mapTo(area->viewport(), QPoint()), line->size())); };
    QTRY_VERIFY(isSeen());
    QVERIFY(area->verticalScrollBar()->value() > 0);
}

void CounterPlaceTest::goneLeadsToWhatIsMissing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.fakes.counter.leaveField(u"bank"_s, {});
    ui.find(u"helpPushButton"_s)->setFocus();
    ui.fakes.counter.v.resumeAt = WorkPlace{Part::Missing, {}};
    ui.fakes.counter.changed();
    QTRY_COMPARE(focusName(), u"field_bank"_s);
    QCOMPARE(ui.find<QTabBar>(u"tabBar"_s)->currentIndex(), 3);
}

void CounterPlaceTest::whoseCardItIsIsAskedFirst()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.find(u"helpPushButton"_s)->setFocus();
    ui.fakes.counter.v.newcomer = desk::Newcomer{sceneApplicant(), true};
    ui.fakes.counter.v.resumeAt = noteField;
    ui.fakes.counter.changed();
    QTest::qWait(50);
    QCOMPARE(focusName(), u"helpPushButton"_s);
    ui.press(Qt::Key_F6);
    QCOMPARE(focusName(), u"newCasePushButton"_s);
    ui.click(u"ignorePushButton"_s);
    QTRY_COMPARE(focusName(), u"field_note"_s);
}

void CounterPlaceTest::waitsForItsPage()
{
    UiWindow ui;
    ui.press(Qt::Key_8, Qt::ControlModifier);
    playOpenedAgain(ui, noteField);
    QTest::qWait(50);
    QCOMPARE(focusName(), u"caseSearchLineEdit"_s);
    QVERIFY(ui.fakes.counter.v.resumeAt);
    ui.press(Qt::Key_7, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), u"field_note"_s);
}

void CounterPlaceTest::ownChoiceWins()
{
    UiWindow ui;
    ui.press(Qt::Key_8, Qt::ControlModifier);
    playOpenedAgain(ui, noteField);
    ui.press(Qt::Key_7, Qt::ControlModifier);
    ui.press(Qt::Key_2, Qt::AltModifier);
    QTest::qWait(50);
    QCOMPARE(focusName(), u"itemSearchLineEdit"_s);
}

void CounterPlaceTest::onlyOnce()
{
    UiWindow ui;
    playOpenedAgain(ui, noteField);
    QTRY_COMPARE(focusName(), u"field_note"_s);
    QVERIFY(!ui.fakes.counter.v.resumeAt);
    ui.press(Qt::Key_2, Qt::AltModifier);
    ui.fakes.counter.changed();
    QTest::qWait(50);
    QCOMPARE(focusName(), u"itemSearchLineEdit"_s);
}

void CounterPlaceTest::hiddenFieldIsShownOnItsKey()
{
    UiWindow ui;
    FakeCounterDesk &counter = ui.fakes.counter;
    counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *phone = ui.find<QLineEdit>(u"field_phone"_s);
    auto *number = ui.find<QLineEdit>(u"field_mother-number"_s);
    const auto *note = phone->parentWidget()->findChild<QLabel *>(u"fieldNoteLabel"_s);
    QVERIFY(!note->isVisible());
    number->setFocus();
    ui.press(Qt::Key_Tab);
    QCOMPARE(focusName(), u"field_phone"_s);
    QCOMPARE(phone->text(), u"138****0000"_s);
    QVERIFY(counter.calls.isEmpty());
    QVERIFY(note->isVisible() && note->text().contains(u"F2"_s));
    ui.press(Qt::Key_F2);
    QCOMPARE(counter.calls, QStringList{u"revealField phone"_s});
    QCOMPARE(phone->text(), sceneApplicant().phone);
    QVERIFY2(number->text().contains(u'*'), "one field was asked for");
    QVERIFY(!note->isVisible());
    // It goes on where it ends.
    ui.press(Qt::Key_Backspace);
    ui.type(u"7"_s);
    QCOMPARE(counter.calls.last(), u"typeField phone "_s + sceneApplicant().phone.chopped(1) + u'7');
    ui.press(Qt::Key_Tab);
    QCOMPARE(counter.v.openCase.fields.value(u"phone"_s).value, QString(sceneApplicant().phone.chopped(1) + u'7'));
    // Looked at and not touched, it hides again behind whoever goes on.
    counter.calls.clear();
    number->setFocus();
    ui.press(Qt::Key_F2);
    QCOMPARE(number->text(), sceneApplicant().number);
    ui.click(u"field_child-name"_s);
    QCOMPARE(number->text(), u"990100********0028"_s);
    QCOMPARE(counter.calls, QStringList{u"revealField mother-number"_s});
    // In a field that hides nothing the key is nothing.
    ui.press(Qt::Key_F2);
    QCOMPARE(counter.calls.size(), 1);
}

void CounterPlaceTest::typingAtAHiddenFieldChangesNothing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *phone = ui.find<QLineEdit>(u"field_phone"_s);
    const auto *note = phone->parentWidget()->findChild<QLabel *>(u"fieldNoteLabel"_s);
    phone->setFocus();
    QCOMPARE(note->property("role").toString(), u"tinyMute"_s);
    ui.type(u"1"_s);
    QCOMPARE(note->property("role").toString(), u"tinyBad"_s);
    QCOMPARE(phone->text(), u"138****0000"_s);
    QVERIFY(ui.fakes.counter.calls.isEmpty());
    ui.press(Qt::Key_F2);
    ui.type(u"1"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"typeField phone "_s + sceneApplicant().phone + u'1');
}

void CounterPlaceTest::halfTypedFieldIsGoneOnWith_data()
{
    QTest::addColumn<bool>("unfinished");
    QTest::addColumn<QString>("shown");
    QTest::newRow("being typed") << true << u"13900000000"_s;
    QTest::newRow("left") << false << u"139****0000"_s;
}

/** Nothing is wrong with either number: only the desk knows which was being typed when the program ended. */
void CounterPlaceTest::halfTypedFieldIsGoneOnWith()
{
    QFETCH(const bool, unfinished);
    QFETCH(const QString, shown);
    UiWindow ui;
    FakeCounterDesk &counter = ui.fakes.counter;
    counter.playNewborn();
    counter.v.openCase.fields[u"phone"_s] = {u"13900000000"_s, domain::FieldSource::Operator, {}, QDateTime::currentDateTimeUtc(), u"clerk"_s};
    counter.v.fieldInClear = unfinished ? u"phone"_s : QString();
    counter.v.resumeAt = WorkPlace{Part::Form, u"phone"_s};
    counter.changed();
    QTRY_COMPARE(focusName(), u"field_phone"_s);
    auto *phone = ui.find<QLineEdit>(u"field_phone"_s);
    QCOMPARE(phone->text(), shown);
    ui.type(u"1"_s);
    QCOMPARE(counter.calls, unfinished ? QStringList{u"typeField phone 139000000001"_s} : QStringList());
    ui.click(u"field_child-name"_s);
    ui.click(u"field_phone"_s);
    QCOMPARE(counter.v.fieldInClear, QString());
}

QTEST_MAIN(CounterPlaceTest)
#include "tst_counterplace.moc"
