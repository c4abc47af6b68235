// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include "counter/fieldeditor.h"
#include "counter/fieldmask.h"
#include "counter/situationspane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** What a clerk fills: questions, the form and the ways of a material keep their place, their columns and their sense. */
class CounterFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void answerKeepsFocusAndPlace();
    void fieldsAreMadeBeforeTheyAreShown();
    void questionThatGoesTakesNothingWithIt();
    void editorsStandInOneColumn_data();
    void editorsStandInOneColumn();
    void scrollBarStandsBesideTheTags();
    void whatIsSaidUnderAFieldScrollsAlong();
    void sectionStandsOnce();
    void requiredFieldsAreMarked();
    void numberIsMaskedUntilRevealed();
    void personalValuesAreMasked_data();
    void personalValuesAreMasked();
    void prefilledIsMaskedAndTypedIsNot();
    void lineNamesTheField();
    void wheelNeverChangesAChoice();
    void choiceByInitials();
    void valueIsTidied_data();
    void valueIsTidied();
    void tooLongIsSaidAndNothingIsCut();
    void halfTypedTextSurvivesAnotherField();
    void waysLeaveNoHole();
    void materialMadeByThisCase();
};

static QWidget *sourceOf(const UiWindow &ui, const QString &editor)
{
    const auto all = ui.find(editor)->parentWidget()->findChildren<QWidget *>();
    for (QWidget *one : all) {
        if (one->inherits("yichuang::ui::Tag") && one->isVisible())
            return one;
    }
    return nullptr;
}

void CounterFormTest::fieldsAreMadeBeforeTheyAreShown()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const auto made = [&ui] { return ui.window->findChild<QWidget *>(u"field_child-name"_s); };
    QTRY_VERIFY(made());
    const QWidget *name = made();
    QVERIFY(!name->isVisible());
    ui.press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(name->isVisible());
    QCOMPARE(ui.window->findChildren<QWidget *>(u"field_child-name"_s).size(), 1);
}

void CounterFormTest::answerKeepsFocusAndPlace()
{
    FakeCounterDesk desk;
    desk.playNewborn();
    ui::SituationsPane pane;
    pane.bind(&desk);
    connect(&desk, &desk::CounterDesk::viewChanged, &pane, [&pane, &desk] { pane.present(desk.v); });
    pane.resize(420, 190);
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *bar = pane.findChild<QScrollArea *>(u"situationsScrollArea"_s)->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    auto *last = pane.findChild<QAbstractButton *>(u"answer_newborn/extra_post"_s);
    bar->setValue(bar->maximum());
    const int place = bar->value();
    last->setFocus();
    // Another question appears with the very answer that is given.
    desk.v.openCase.answers[u"newborn/married"_s] = QStringList{u"no"_s};
    QTest::keyClick(last, Qt::Key_Space);
    QVERIFY(pane.findChild<QAbstractButton *>(u"answer_newborn/surname_mother"_s));
    QCOMPARE(QApplication::focusWidget(), last);
    QVERIFY(last->isVisible() && last->isChecked());
    QTest::qWait(0);
    QCOMPARE(bar->value(), place);
}

void CounterFormTest::questionThatGoesTakesNothingWithIt()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_3, Qt::AltModifier);
    ui.click(u"answer_newborn/married_no"_s);
    QTRY_VERIFY(ui.shows(u"answer_newborn/surname_mother"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"answer_newborn/married_no"_s));
    ui.click(u"answer_newborn/married_yes"_s);
    QVERIFY(!ui.shows(u"answer_newborn/surname_mother"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"answer_newborn/married_yes"_s));
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"answer_newborn/extra_post"_s));
}

void CounterFormTest::editorsStandInOneColumn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void CounterFormTest::editorsStandInOneColumn()
{
    QFETCH(const QString, language);
    UiWindow ui(language);
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QSet<std::pair<int, int>> columns;
    QSet<int> tags;
    // Typed, read from the card, a choice, and one without any source.
    for (const QString &editor : {u"field_child-name"_s, u"field_mother-name"_s, u"field_bank"_s, u"field_ethnic"_s}) {
        const QWidget *widget = ui.find(editor);
        const int left = widget->mapTo(ui.window.get(), QPoint()).x();
        columns.insert({left, left + widget->width()});
        if (const QWidget *source = sourceOf(ui, editor))
            tags.insert(source->mapTo(ui.window.get(), QPoint()).x());
    }
    QCOMPARE(columns.size(), 1);
    QCOMPARE(tags.size(), 1);
}

void CounterFormTest::scrollBarStandsBesideTheTags()
{
    UiWindow ui(u"zh_CN"_s, {1366, 640});
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    const auto *area = ui.find<QScrollArea>(u"formScrollArea"_s);
    QTRY_VERIFY(area->verticalScrollBar()->isVisible());
    const QWidget *source = sourceOf(ui, u"field_child-name"_s);
    QVERIFY(source);
    QCOMPARE_LE(source->mapTo(area->viewport(), QPoint(source->width(), 0)).x(), area->viewport()->width());
    QCOMPARE(area->widget()->width(), area->viewport()->width());
}

/** Tab through a form that is longer than its window: each field is seen whole, with its hint. */
void CounterFormTest::whatIsSaidUnderAFieldScrollsAlong()
{
    UiWindow ui(u"zh_CN"_s, {1366, 560});
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    const auto *area = ui.find<QScrollArea>(u"formScrollArea"_s);
    QTRY_VERIFY(area->verticalScrollBar()->isVisible());
    int fields = 0;
    for (int i = 0; i < 30; ++i) {
        ui.press(Qt::Key_Tab);
        for (const QWidget *widget = QApplication::focusWidget(); widget && widget != area->widget(); widget = widget->parentWidget()) {
            if (!widget->inherits("yichuang::ui::FieldEditor"))
                continue;
            ++fields;
            const QRect seen(widget->mapTo(area->viewport(), QPoint()), widget->size());
            QVERIFY2(area->viewport()->rect().contains(seen), qPrintable(QApplication::focusWidget()->objectName()));
        }
    }
    QVERIFY(fields > 8);
}

void CounterFormTest::sectionStandsOnce()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    int newborn = 0;
    const auto labels = ui.find<QScrollArea>(u"formScrollArea"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        newborn += label->isVisible() && label->text().startsWith(u"新生儿  "_s) ? 1 : 0;
    QCOMPARE(newborn, 1);
    // The field that another item adds to the section stands in it, before the next section begins.
    QVERIFY(ui.find(u"field_ethnic"_s)->mapTo(ui.window.get(), QPoint()).y() < ui.find(u"field_mother-name"_s)->mapTo(ui.window.get(), QPoint()).y());
}

void CounterFormTest::requiredFieldsAreMarked()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(ui.find(u"field_child-name"_s)->accessibleName(), u"新生儿姓名, required"_s);
    QCOMPARE(ui.find(u"field_phone"_s)->accessibleName(), u"联系电话"_s);
    QVERIFY(ui.find<QLabel>(u"requiredLabel"_s)->text().contains(u"*"_s));
}

void CounterFormTest::numberIsMaskedUntilRevealed()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *number = ui.find<QLineEdit>(u"field_mother-number"_s);
    QCOMPARE(number->text(), u"990100********0028"_s);
    number->setFocus();
    ui.type(u"1"_s);
    QVERIFY(ui.fakes.counter.calls.isEmpty());
    ui.click(u"revealPushButton"_s);
    QCOMPARE(number->text(), sceneApplicant().number);
}

void CounterFormTest::personalValuesAreMasked_data()
{
    using domain::FieldType;
    QTest::addColumn<QString>("id");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("mask");
    QTest::newRow("account") << u"bankAccount"_s << FieldType::Text << u"certificate:social-security-card.bankAccount"_s << u"6217990000000001234"_s << u"621799*********1234"_s;
    QTest::newRow("number of the deceased") << u"deceasedNumber"_s << FieldType::Text << u"certificate:death-medical-certificate.number"_s << u"990100193001010017"_s << u"990100********0017"_s;
    QTest::newRow("typed number") << u"other"_s << FieldType::CitizenNumber << QString() << u"990100193001010017"_s << u"990100********0017"_s;
    QTest::newRow("phone") << u"contact"_s << FieldType::Phone << QString() << u"13800000000"_s << u"138****0000"_s;
    QTest::newRow("address") << u"home"_s << FieldType::Text << u"card.address"_s << u"示范省示范市示范区示例路1号"_s << u"示范省示范市示范区***"_s;
    QTest::newRow("address in lines") << u"address"_s << FieldType::MultilineText << QString() << u"示范省示范市示范区示例路1号"_s << u"示范省示范市示范区***"_s;
    QTest::newRow("name") << u"motherName"_s << FieldType::Text << u"card.name"_s << u"李示例"_s << QString();
    QTest::newRow("organisation") << u"organisationCode"_s << FieldType::OrganisationCode << u"certificate:business-licence.organisationCode"_s << u"91990100MA0000001X"_s << QString();
    QTest::newRow("amount") << u"number"_s << FieldType::Number << QString() << u"1200"_s << QString();
}

void CounterFormTest::personalValuesAreMasked()
{
    QFETCH(QString, id);
    QFETCH(domain::FieldType, type);
    QFETCH(QString, path);
    QFETCH(QString, value);
    domain::FormField field;
    field.id = id;
    field.type = type;
    if (!path.isEmpty())
        field.prefill = {path};
    QTEST(ui::fieldMask(field, value), "mask");
}

/** What came from a card hides until its reveal and cannot become stars; what the clerk typed stays in sight. */
void CounterFormTest::prefilledIsMaskedAndTypedIsNot()
{
    UiWindow ui;
    FakeCounterDesk &counter = ui.fakes.counter;
    counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *phone = ui.find<QLineEdit>(u"field_phone"_s);
    QCOMPARE(phone->text(), u"138****0000"_s);
    phone->setFocus();
    ui.type(u"1"_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(counter.calls.isEmpty());
    QCOMPARE(phone->text(), u"138****0000"_s);
    ui.click(u"revealPushButton"_s);
    QCOMPARE(phone->text(), sceneApplicant().phone);
    counter.v.numberRevealed = false;
    counter.v.openCase.applicant->phone.clear();
    counter.leaveField(u"phone"_s, {});
    QCOMPARE(phone->text(), QString());
    phone->setFocus();
    ui.type(u"13911112222"_s);
    QCOMPARE(phone->text(), u"13911112222"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(phone->text(), u"13911112222"_s);
    QCOMPARE(counter.v.openCase.fields.value(u"phone"_s).value, u"13911112222"_s);
}

void CounterFormTest::lineNamesTheField()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(ui.shows(u"formDoneLabel"_s));
    ui.fakes.counter.leaveField(u"bank"_s, {});
    QCOMPARE(ui.find<QPushButton>(u"formProblemPushButton"_s)->text(), u"1 field to fill, next: 合作银行"_s);
    ui.fakes.counter.leaveField(u"child-birth"_s, u"31.02."_s);
    QCOMPARE(ui.find<QPushButton>(u"formProblemPushButton"_s)->text(), u"出生日期: This is not a date."_s);
    ui.click(u"formProblemPushButton"_s);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"field_child-birth"_s));
}

void CounterFormTest::wheelNeverChangesAChoice()
{
    UiWindow ui(u"en"_s, {1366, 640});
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *bank = ui.find<QComboBox>(u"field_bank"_s);
    auto *area = ui.find<QScrollArea>(u"formScrollArea"_s);
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    bank->setFocus();
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    const QPoint middle = bank->rect().center();
    QWheelEvent turn(middle, bank->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(bank, &turn);
    QVERIFY(!turn.isAccepted());
    QCOMPARE(bank->currentData().toString(), u"a"_s);
    QVERIFY(ui.fakes.counter.calls.isEmpty());
}

void CounterFormTest::choiceByInitials()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *ethnic = ui.find<QComboBox>(u"field_ethnic"_s);
    ethnic->setFocus();
    ui.type(u"tj"_s);
    QCOMPARE(ethnic->currentText(), u"土家族"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"leaveField ethnic 15"_s);
    QVERIFY(!ethnic->isEditable()); // a name typed here is no ethnic group
}

void CounterFormTest::valueIsTidied_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const QString day = u"child-birth"_s;
    for (const QString &typed : {u"20261102"_s, u"2026.11.2"_s, u"2026/11/02"_s, u" 2026-11-02"_s})
        QTest::newRow(qPrintable(typed)) << day << typed << u"2026-11-02"_s;
    QTest::newRow("no such day") << day << u"20260231"_s << u"20260231"_s;
    QTest::newRow("nonsense") << day << u"soon"_s << u"soon"_s;
    QTest::newRow("name") << u"child-name"_s << u" Li Example "_s << u"Li Example"_s;
    QTest::newRow("code") << u"code"_s << u"91350100 m000100y43"_s << u"91350100M000100Y43"_s;
}

void CounterFormTest::valueIsTidied()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, kept);
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *edit = ui.find<QLineEdit>(u"field_"_s + field);
    edit->setFocus();
    edit->selectAll();
    ui.type(typed);
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.calls.last(), u"leaveField %1 %2"_s.arg(field, kept));
    QCOMPARE(edit->text(), kept);
}

/** A pasted text stays whole and is marked: of one that was cut nobody would see what is missing. */
void CounterFormTest::tooLongIsSaidAndNothingIsCut()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *edit = ui.find<QLineEdit>(u"field_child-name"_s);
    const auto note = [edit] {
        const auto *label = edit->parentWidget()->findChild<QLabel *>(u"fieldNoteLabel"_s);
        return label->isVisible() ? label->text() : QString();
    };
    const auto problem = [&ui]() -> std::optional<domain::Error> {
        for (const domain::PlannedField &planned : ui.fakes.counter.v.plan.fields) {
            if (planned.field.id == "child-name"_L1)
                return planned.problem;
        }
        return std::nullopt;
    };
    const int most = qobject_cast<ui::FieldEditor *>(edit->parentWidget())->field().maxLength;
    edit->setFocus();
    edit->selectAll();
    const QString whole(most + 2, u'示');
    QGuiApplication::clipboard()->setText(whole);
    ui.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(edit->text(), whole);
    const QString said = u"At most %1 characters; these are %2."_s.arg(most).arg(most + 2);
    QCOMPARE(note(), said);
    QVERIFY(edit->property("problem").toBool());
    ui.press(Qt::Key_Tab);
    QCOMPARE(edit->text(), whole);
    QCOMPARE(note(), said);
    QCOMPARE(problem().value().code, domain::FailureCode::FormTooLong); // F9 does not go past it
    edit->setFocus();
    ui.press(Qt::Key_End);
    ui.press(Qt::Key_Backspace);
    QVERIFY(note().contains(QString::number(most + 1)));
    ui.press(Qt::Key_Backspace);
    QVERIFY2(!note().contains(u"At most"_s), qPrintable(note()));
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.v.openCase.fields.value(u"child-name"_s).value, whole.left(most));
    QVERIFY(!problem());
}

void CounterFormTest::halfTypedTextSurvivesAnotherField()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *name = ui.find<QLineEdit>(u"field_child-name"_s);
    name->setFocus();
    name->selectAll();
    ui.type(u"half"_s);
    // An item goes, and its fields with it.
    ui.fakes.counter.removeItem(ui.fakes.counter.v.items.at(2).partId);
    QVERIFY(!ui.shows(u"field_bank"_s));
    QCOMPARE(QApplication::focusWidget(), name);
    QCOMPARE(name->text(), u"half"_s);
}

void CounterFormTest::waysLeaveNoHole()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const QStringList ways{u"useCertificatePushButton"_s, u"originalPushButton"_s, u"attachPushButton"_s, u"statementPushButton"_s, u"promisePushButton"_s,
                           u"deferPushButton"_s, u"dueDateEdit"_s, u"clearMaterialPushButton"_s};
    auto *rows = ui.find<QListView>(u"caseListView"_s);
    int looked = 0;
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        rows->setCurrentIndex(rows->model()->index(row, 0));
        if (!ui.shows(u"materialReasonLabel"_s))
            continue;
        QCoreApplication::processEvents();
        QList<int> lefts;
        QList<int> tops;
        for (const QString &way : ways) {
            if (!ui.shows(way))
                continue;
            const QPoint at = ui.find(way)->mapTo(ui.window.get(), QPoint());
            lefts << at.x();
            tops << at.y();
        }
        // Three in a row, in order, the first at the left.
        for (qsizetype i = 0; i < lefts.size(); ++i) {
            QCOMPARE(lefts.at(i), lefts.at(i % 3));
            QVERIFY(i % 3 == 0 ? i == 0 || tops.at(i) > tops.at(i - 1) : lefts.at(i) > lefts.at(i - 1) && qAbs(tops.at(i) - tops.at(i - 1)) < 4);
        }
        looked += lefts.isEmpty() ? 0 : 1;
    }
    QVERIFY(looked >= 3);
}

void CounterFormTest::materialMadeByThisCase()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const QAbstractItemModel *model = ui.find<QListView>(u"caseListView"_s)->model();
    QString state;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == u"新生儿户口页"_s)
            state = model->index(row, 1).data().toString();
    }
    QCOMPARE(state, u"Made by this case"_s);
    QVERIFY(ui.find<QLabel>(u"materialSummaryLabel"_s)->text().contains(u"4 exempt"_s));
}

QTEST_MAIN(CounterFormTest)
#include "tst_counterform.moc"
