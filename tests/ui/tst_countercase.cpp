// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <numeric>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** The case's side of the counter: items, situations, form, materials, what is missing, F9 and the receipt. */
class CounterCaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void searchOnEveryKeystroke();
    void aSuspendedItemSaysSoAndCannotBeTaken();
    void guideHasEveryElement_data();
    void guideHasEveryElement();
    void answersGoToTheDesk();
    void noneOfSeveralAnswersFits();
    void undoUnchecksARadioButton();
    void formTypesAndLeaves();
    void prefilledFieldNamesItsSource();
    void problemIsShownInPlaceOnceLeft();
    void typingSurvivesAnUpdate();
    void missingLeadsToItsPlace();
    void materialWays();
    void severalFiles();
    void refusedFilesAreNamed();
    void everyMaterialSaysWhy();
    void receiveOnlyWhenNothingIsMissing();
    void returnedReceiptSaysWhatIsMissing();
    void receiptTurnsOfficial();
    void receiptHandsOnTheKeyboard();
    void receiptTellsWhatAwaitsAcceptance();
    void theOpenedRowStaysInSight_data();
    void theOpenedRowStaysInSight();
    void countsAddUp();
    void wholeJobByKeyboard();
    void discardAsksForAReason();
    void undoKeys();
};

static QListView *list(const UiWindow &ui, const QString &name)
{
    return ui.find<QListView>(name);
}

static QStringList filesShown(const UiWindow &ui)
{
    const QAbstractItemModel *model = list(ui, u"filesListView"_s)->model();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row)
        all << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return all;
}

void CounterCaseTest::searchOnEveryKeystroke()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(list(ui, u"hitsListView"_s)->model()->rowCount(), 8);
    ui.type(u"户"_s);
    QCOMPARE(list(ui, u"hitsListView"_s)->model()->rowCount(), 1);
    ui.press(Qt::Key_Backspace);
    ui.type(u"报户"_s);
    QCOMPARE(list(ui, u"hitsListView"_s)->model()->rowCount(), 1); // a synonym
    ui.press(Qt::Key_Return);
    QVERIFY(ui.shows(u"guideTextBrowser"_s));
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"addItem birth-registration"_s});
    QVERIFY(!ui.find<QPushButton>(u"takeItemPushButton"_s)->isEnabled());
}

void CounterCaseTest::aSuspendedItemSaysSoAndCannotBeTaken()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_2, Qt::AltModifier);
    ui.type(u"检验"_s);
    QListView *hits = list(ui, u"hitsListView"_s);
    QCOMPARE(hits->model()->rowCount(), 1);
    const QString said = hits->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"suspended since 2026-11-01: 系统升级"_s), qPrintable(said));
    ui.press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), hits);
    QVERIFY(ui.find<QTextBrowser>(u"guideTextBrowser"_s)->toPlainText().contains(u"系统升级"_s));
    const auto *take = ui.find<QPushButton>(u"takeItemPushButton"_s);
    QVERIFY(!take->isEnabled());
    QCOMPARE(take->text(), u"Suspended"_s);
    ui.press(Qt::Key_Return);
    QVERIFY2(ui.fakes.counter.calls.isEmpty(), qPrintable(ui.fakes.counter.calls.join(u' ')));
}

void CounterCaseTest::guideHasEveryElement_data()
{
    QTest::addColumn<QString>("part");
    const domain::Catalogue catalogue = sceneCatalogue();
    const domain::ServiceItem *item = catalogue.item(u"social-card"_s, sceneDay());
    const QStringList parts{item->guide.legalBasis, item->guide.acceptingUnit, item->guide.conditions, item->guide.steps.at(1).name, item->guide.resultName,
                            item->guide.resultSample, item->guide.modelText, item->guide.mistakes.at(1), item->guide.place, item->guide.hours, item->guide.enquiry,
                            item->guide.complaint, item->guide.questions.first().second, item->guide.limitNote, item->fees.first().basis, item->fees.first().reduction,
                            u"16.00"_s, item->materials.at(1).name, item->materials.at(1).reason, item->materials.at(1).acceptanceStandard,
                            item->materials.at(1).commonMistake, item->materials.at(1).source, item->implementationCode, u"20 working day"_s, u"5 working day"_s,
                            u"Natural persons · Unincorporated businesses"_s, u"At the window · Mobile app"_s, u"Across provinces"_s, u"Received in the hall"_s,
                            u"Online"_s, u"Result by courier"_s, u"Payment online"_s, u"Public notice, 7 calendar day"_s, item->specialProcedures.first().reason,
                            u"Approval document"_s, u"Public service"_s, u"City level"_s, u"Devolved from a higher level"_s, u"Organisation authorised by law"_s,
                            u"In use"_s, u"issued by an authority"_s, u"on paper or as a file"_s};
    for (const QString &part : parts)
        QTest::newRow(qPrintable(part)) << part;
}

void CounterCaseTest::guideHasEveryElement()
{
    QFETCH(const QString, part);
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_2, Qt::AltModifier);
    ui.type(u"社会保障卡"_s);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.find<QTextBrowser>(u"guideTextBrowser"_s)->toPlainText().contains(part));
}

void CounterCaseTest::answersGoToTheDesk()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_3, Qt::AltModifier);
    const auto before = ui.fakes.counter.v.plan.materials;
    ui.click(u"answer_newborn/married_no"_s);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"answer newborn/married no"_s});
    QVERIFY(before != ui.fakes.counter.v.plan.materials);
    ui.click(u"answer_newborn/extra_post"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"answer newborn/extra post,sms"_s);
}

void CounterCaseTest::noneOfSeveralAnswersFits()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.fakes.counter.v.openCase.answers.remove(u"newborn/extra"_s);
    ui.fakes.counter.changed();
    ui.press(Qt::Key_3, Qt::AltModifier);
    const auto isChecked = [&ui](const QString &name) { return ui.find<QAbstractButton>(name)->isChecked(); };
    const auto isOpen = [&ui] {
        const auto &missing = ui.fakes.counter.v.plan.missing;
        return std::any_of(missing.cbegin(), missing.cend(), [](const domain::Missing &one) { return one.target == u"newborn/extra"_s; });
    };
    QVERIFY2(isOpen() && !isChecked(u"none_newborn/extra"_s), "nobody answered yet");
    ui.find(u"answer_newborn/extra_post"_s)->setFocus();
    ui.press(Qt::Key_Tab);
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"none_newborn/extra"_s));
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"answer newborn/extra "_s});
    QVERIFY(!isOpen() && isChecked(u"none_newborn/extra"_s));
    ui.press(Qt::Key_Space);
    QVERIFY2(isChecked(u"none_newborn/extra"_s), "an answer does not go by a second press");
    ui.click(u"answer_newborn/extra_post"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"answer newborn/extra post"_s);
    QVERIFY(!isChecked(u"none_newborn/extra"_s));
    ui.click(u"none_newborn/extra"_s);
    QVERIFY(isChecked(u"none_newborn/extra"_s) && !isChecked(u"answer_newborn/extra_post"_s));
    QVERIFY2(!ui.fakes.counter.v.plan.situations.first().situation.multiple, "the first question takes one answer");
    QVERIFY2(!ui.shows(u"none_newborn/married"_s), "one answer of two fits always");
}

void CounterCaseTest::undoUnchecksARadioButton()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_3, Qt::AltModifier);
    QVERIFY(ui.find<QAbstractButton>(u"answer_newborn/married_yes"_s)->isChecked());
    ui.fakes.counter.v.openCase.answers.remove(u"newborn/married"_s);
    ui.fakes.counter.changed();
    QVERIFY(!ui.find<QAbstractButton>(u"answer_newborn/married_yes"_s)->isChecked());
}

void CounterCaseTest::formTypesAndLeaves()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *name = ui.find<QLineEdit>(u"field_child-name"_s);
    name->setFocus();
    name->selectAll();
    ui.type(u"ab"_s);
    QCOMPARE(ui.fakes.counter.calls, (QStringList{u"typeField child-name a"_s, u"typeField child-name ab"_s}));
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.calls.last(), u"leaveField child-name ab"_s);
    auto *bank = ui.find<QComboBox>(u"field_bank"_s);
    bank->setFocus();
    ui.press(Qt::Key_Down);
    QCOMPARE(ui.fakes.counter.calls.last(), u"leaveField bank b"_s);
    ui.find(u"field_post"_s)->setFocus();
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.counter.calls.last(), u"leaveField post true"_s);
}

void CounterCaseTest::prefilledFieldNamesItsSource()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(ui.find<QLineEdit>(u"field_mother-name"_s)->text(), sceneApplicant().name);
    const QWidget *editor = ui.find(u"field_mother-name"_s)->parentWidget();
    QStringList names;
    for (const QWidget *part : editor->findChildren<QWidget *>())
        names << part->accessibleName();
    QVERIFY2(names.contains(u"Read from ID card"_s), qPrintable(names.join(u'|')));
}

void CounterCaseTest::problemIsShownInPlaceOnceLeft()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *birth = ui.find<QLineEdit>(u"field_child-birth"_s);
    birth->setFocus();
    birth->selectAll();
    ui.type(u"31.02."_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(birth->property("problem").toBool());
    birth->setFocus();
    birth->selectAll();
    ui.type(u"2026-11-02"_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(!birth->property("problem").toBool());
}

void CounterCaseTest::typingSurvivesAnUpdate()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *name = ui.find<QLineEdit>(u"field_child-name"_s);
    name->setFocus();
    name->selectAll();
    ui.type(u"half"_s);
    ui.fakes.counter.v.hints.clear();
    ui.fakes.counter.changed(); // something else arrives while the clerk types
    QCOMPARE(name->text(), u"half"_s);
    QCOMPARE(QApplication::focusWidget(), name);
}

void CounterCaseTest::missingLeadsToItsPlace()
{
    UiWindow ui;
    ui.press(Qt::Key_F6);
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"itemSearchLineEdit"_s));
    ui.fakes.counter.playNewborn();
    QVERIFY(ui.find<QPushButton>(u"missingPushButton"_s)->text().contains(u"F6"_s));
    QVERIFY(!ui.find<QPushButton>(u"receivePushButton"_s)->isEnabled());
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"attachPushButton"_s));
    ui.fakes.counter.leaveField(u"child-name"_s, {});
    ui.fakes.counter.attachFiles(u"baby-photo"_s, {u"x.jpg"_s});
    ui.press(Qt::Key_F9); // not complete: leads to what is missing instead
    QCOMPARE(QApplication::focusWidget(), ui.find(u"field_child-name"_s));
    QVERIFY(!ui.fakes.counter.calls.contains(u"receive"_s));
}

void CounterCaseTest::materialWays()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_F6);
    ui.click(u"attachPushButton"_s);
    QCOMPARE(ui.prompter.titles.size(), 1);
    QVERIFY(ui.fakes.counter.calls.contains(u"attachFiles baby-photo 婴儿近照.jpg"_s));
    QVERIFY(ui.find<QLabel>(u"materialReasonLabel"_s)->text().contains(u"1 file, stored encrypted"_s));
    QCOMPARE(filesShown(ui), QStringList{u"婴儿近照.jpg 2 KB"_s});
    ui.click(u"clearMaterialPushButton"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"clearMaterial baby-photo"_s));
    QVERIFY(!ui.shows(u"promisePushButton"_s)); // this item takes a file only
}

/** Each choice adds; each file goes by itself, by mouse and by keyboard, and with the last one the material is missing again. */
void CounterCaseTest::severalFiles()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_F6);
    ui.prompter.files = QStringList{u"/示例/正面.jpg"_s, u"/示例/反面.jpg"_s};
    ui.click(u"attachPushButton"_s);
    ui.prompter.files = QStringList{u"/示例/第三页.jpg"_s};
    ui.click(u"attachPushButton"_s);
    QCOMPARE(filesShown(ui), (QStringList{u"正面.jpg 2 KB"_s, u"反面.jpg 2 KB"_s, u"第三页.jpg 2 KB"_s}));
    QListView *files = list(ui, u"filesListView"_s);
    QCOMPARE(files->currentIndex().row(), 0);
    QCOMPARE(ui.layoutFaults(), QStringList());
    QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, files->visualRect(files->model()->index(1, 0)).center());
    ui.click(u"removeFilePushButton"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"removeFile baby-photo a2"_s);
    QCOMPARE(filesShown(ui), (QStringList{u"正面.jpg 2 KB"_s, u"第三页.jpg 2 KB"_s}));
    // By keyboard alone: back from the ways of the material to its files.
    ui.find(u"attachPushButton"_s)->setFocus();
    for (int i = 0; i < 4 && QApplication::focusWidget() != files; ++i)
        ui.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), files);
    ui.press(Qt::Key_End);
    ui.press(Qt::Key_Delete);
    QCOMPARE(ui.fakes.counter.calls.last(), u"removeFile baby-photo a3"_s);
    QCOMPARE(QApplication::focusWidget(), files);
    ui.press(Qt::Key_Delete);
    QCOMPARE(ui.fakes.counter.calls.last(), u"removeFile baby-photo a1"_s);
    QVERIFY(!ui.shows(u"filesListView"_s) && !ui.shows(u"removeFilePushButton"_s));
    // The keyboard stays in the material, which is missing again.
    QCOMPARE(QApplication::focusWidget(), ui.find(u"attachPushButton"_s));
    QVERIFY(ui.shows(u"missingPushButton"_s));
}

void CounterCaseTest::refusedFilesAreNamed()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const domain::Error large{domain::FailureCode::AttachmentTooLarge, {}, false};
    const domain::Error foreign{domain::FailureCode::AttachmentUnreadable, {}, false};
    const auto said = [&ui](const QList<desk::FileRefusal> &refused) {
        ui.fakes.counter.v.setError(refused.first().error);
        ui.fakes.counter.v.refusedFiles = refused;
        ui.fakes.counter.changed();
        return ui.find<QLabel>(u"errorCauseLabel"_s)->text();
    };
    const QString alike = said({{u"大.pdf"_s, large}, {u"更大.pdf"_s, large}});
    QVERIFY2(alike.endsWith(u"Not attached: 大.pdf, 更大.pdf"_s), qPrintable(alike));
    const QString unlike = said({{u"大.pdf"_s, large}, {u"程序.pdf"_s, foreign}, {u"更大.pdf"_s, large}});
    QVERIFY2(unlike.startsWith(u"The file is larger than 8 MiB.\nNot attached: 大.pdf, 更大.pdf\n"_s), qPrintable(unlike));
    QVERIFY2(unlike.contains(u"程序.pdf: The file is empty"_s), qPrintable(unlike));
    QCOMPARE(unlike.count(u"The file is larger"_s), 1);
    QList<desk::FileRefusal> many;
    for (int page = 1; page <= 9; ++page)
        many.append({u"第%1页"_s.arg(page), large});
    QVERIFY2(said(many).endsWith(u"Not attached: 第1页, 第2页, 第3页, 第4页, 第5页, 第6页 and 3 more"_s), qPrintable(said(many)));
    QTRY_COMPARE(ui.layoutFaults(), QStringList());
    ui.fakes.counter.v.setError({});
    ui.fakes.counter.changed();
    QTRY_VERIFY(!ui.shows(u"errorCauseLabel"_s));
}

void CounterCaseTest::everyMaterialSaysWhy()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QListView *rows = list(ui, u"caseListView"_s);
    int materials = 0;
    for (int i = 0; i < rows->model()->rowCount(); ++i) {
        rows->setCurrentIndex(rows->model()->index(i, 0));
        if (!ui.shows(u"materialReasonLabel"_s))
            continue;
        ++materials;
        QVERIFY(ui.find<QLabel>(u"materialReasonLabel"_s)->text().contains(u"核对"_s));
    }
    QCOMPARE(materials, int(ui.fakes.counter.v.plan.materials.size()));
}

void CounterCaseTest::receiveOnlyWhenNothingIsMissing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_F9);
    QVERIFY(!ui.fakes.counter.calls.contains(u"receive"_s));
    ui.fakes.counter.attachFiles(u"baby-photo"_s, {u"x.jpg"_s});
    QVERIFY2(ui.fakes.counter.v.plan.missing.isEmpty(), "the scene is complete but for the photo");
    QVERIFY(!ui.shows(u"missingPushButton"_s));
    ui.click(u"receivePushButton"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"receive"_s);
}

void CounterCaseTest::returnedReceiptSaysWhatIsMissing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QVERIFY(!ui.shows(u"errorCauseLabel"_s));
    ui.fakes.counter.playReturned();
    QTRY_VERIFY(ui.shows(u"errorCauseLabel"_s));
    const auto said = [&ui] { return ui.find<QLabel>(u"errorCauseLabel"_s)->text(); };
    QVERIFY(said().contains(ui.fakes.counter.v.returned->receipt));
    QVERIFY(said().contains(u"居民身份证: the certificate that was listed is no longer valid"_s));
    QVERIFY(said().contains(u"联系电话: missing at the exchange"_s));
    QVERIFY(!said().contains("read the applicant's card again"_L1));
    ui.fakes.counter.v.returned->listedBefore = true;
    ui.fakes.counter.changed();
    QTRY_VERIFY(said().contains("read the applicant's card again"_L1));
    ui.fakes.counter.v.returned.reset();
    ui.fakes.counter.changed();
    QTRY_VERIFY(!ui.shows(u"errorCauseLabel"_s));
}

void CounterCaseTest::receiptTurnsOfficial()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.fakes.counter.playReceived(false);
    QCOMPARE(ui.find<QLabel>(u"receiptNumberLabel"_s)->text(), ui.fakes.counter.v.openCase.provisionalReceipt);
    ui.fakes.counter.playReceived(true);
    QCOMPARE(ui.find<QLabel>(u"receiptNumberLabel"_s)->text(), ui.fakes.counter.v.openCase.number);
    const QAbstractItemModel *parts = list(ui, u"receiptListView"_s)->model();
    for (int i = 0; i < parts->rowCount(); ++i)
        QCOMPARE(parts->index(i, 2).data().toString(), ui.fakes.counter.v.items.at(i).number);
    ui.press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.last(), u"newCase"_s);
    QVERIFY(ui.shows(u"emptyTitleLabel"_s));
}

/** From F9 on the keyboard waits for the next applicant, also when saving takes its time. */
void CounterCaseTest::receiptHandsOnTheKeyboard()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.find(u"receivePushButton"_s)->setFocus();
    ui.fakes.counter.v.phase = desk::CounterPhase::Receiving;
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"nextApplicantPushButton"_s));
    ui.fakes.counter.playReceived(false);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"nextApplicantPushButton"_s));
}

void CounterCaseTest::receiptTellsWhatAwaitsAcceptance()
{
    UiWindow ui;
    const auto text = [&ui] { return ui.find<QLabel>(u"receiptTextLabel"_s)->text(); };
    ui.fakes.counter.playNewborn();
    desk::CounterView &view = ui.fakes.counter.v;
    view.items.first().departmentAccepts = true;
    ui.fakes.counter.playReceived(false);
    QVERIFY2(text().contains(u"1 item is examined by its department"_s), qPrintable(text()));
    ui.fakes.counter.playReceived(true);
    QVERIFY2(!text().contains(u"wait"_s) && !text().contains(u"counts as accepted"_s), qPrintable(text()));
    view.items.first().state = domain::PartState::Received;
    view.items.first().answerDue = QDate(2026, 11, 30);
    ui.fakes.counter.changed();
    QVERIFY2(text().contains(u"1 item still waits for acceptance"_s), qPrintable(text()));
    const QAbstractItemModel *parts = list(ui, u"receiptListView"_s)->model();
    QCOMPARE(parts->index(0, 3).data().toString(), u"Awaiting acceptance"_s);
    QVERIFY(parts->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"answer by 2026-11-30"_s));
}

/** The number of materials is the sum of what the line says of them. */
void CounterCaseTest::theOpenedRowStaysInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("name");
    for (const QSize size : {QSize(1366, 768), QSize(1440, 900)}) {
        QTest::addRow("case at %d", size.width()) << size << u"caseListView"_s;
        QTest::addRow("hits at %d", size.width()) << size << u"hitsListView"_s;
    }
}

/** What opens below a list about one of its rows takes the list's room, never that row. */
void CounterCaseTest::theOpenedRowStaysInSight()
{
    QFETCH(const QSize, size);
    QFETCH(const QString, name);
    UiWindow ui(u"zh_CN"_s, size);
    ui.fakes.counter.playNewborn();
    if (name == "hitsListView"_L1)
        ui.press(Qt::Key_2, Qt::AltModifier);
    QListView *rows = list(ui, name);
    const auto opened = [&ui] { return ui.shows(u"itemPanel"_s) || ui.shows(u"materialPanel"_s) || ui.shows(u"guideTextBrowser"_s); };
    int seen = 0;
    for (int i = 0; i < rows->model()->rowCount(); ++i) {
        rows->setCurrentIndex({});
        QTRY_VERIFY(!opened());
        const QModelIndex row = rows->model()->index(i, 0);
        rows->scrollTo(row, QAbstractItemView::PositionAtBottom);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(row).center());
        QCoreApplication::processEvents();
        if (!opened())
            continue; // a heading
        ++seen;
        QTest::qWait(20); // the panel has its place
        QVERIFY2(rows->viewport()->rect().contains(rows->visualRect(row)), qPrintable(row.data(Qt::AccessibleTextRole).toString()));
    }
    QVERIFY(seen > 3);
}

void CounterCaseTest::countsAddUp()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QList<domain::PlannedMaterial> &materials = ui.fakes.counter.v.plan.materials;
    QVERIFY(materials.size() > 3);
    materials[0].status = domain::MaterialStatus::Missing; // may be brought, need not
    materials[0].necessity = domain::Necessity::Optional;
    materials[1].status = domain::MaterialStatus::NotNeeded;
    materials[1].necessity = domain::Necessity::Optional;
    Q_EMIT ui.fakes.counter.viewChanged();
    QString text = ui.find<QLabel>(u"materialSummaryLabel"_s)->text();
    text.remove(QRegularExpression(u"<[^>]*>"_s));
    QList<int> counts;
    static const QRegularExpression number(u"\\d+"_s);
    for (auto found = number.globalMatch(text); found.hasNext();)
        counts << found.next().captured().toInt();
    QVERIFY2(counts.size() > 2, qPrintable(text));
    const int whole = counts.takeFirst();
    QVERIFY2(whole == std::accumulate(counts.cbegin(), counts.cend(), 0), qPrintable(text));
    QCOMPARE(whole, int(materials.size()));
}

void CounterCaseTest::wholeJobByKeyboard()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_2, Qt::AltModifier);
    ui.type(u"一件事"_s);
    ui.press(Qt::Key_Return);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.counter.calls.contains(u"chooseLifeEvent newborn"_s));
    int turns = 0;
    while (!ui.fakes.counter.v.plan.missing.isEmpty() && ++turns < 12) {
        ui.press(Qt::Key_F6);
        const QString where = QApplication::focusWidget()->objectName();
        if (where == "field_child-birth"_L1)
            ui.type(u"2026-11-02"_s);
        else if (qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            ui.type(u"Li"_s);
        else if (qobject_cast<QComboBox *>(QApplication::focusWidget()))
            ui.press(Qt::Key_Down);
        else
            ui.press(Qt::Key_Space);
        if (where.startsWith("field_"_L1))
            ui.press(Qt::Key_Tab);
    }
    QStringList left;
    for (const domain::Missing &missing : ui.fakes.counter.v.plan.missing)
        left << missing.target;
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    ui.press(Qt::Key_F9);
    QVERIFY(ui.fakes.counter.calls.contains(u"receive"_s));
    QVERIFY(ui.shows(u"receiptNumberLabel"_s));
}

void CounterCaseTest::discardAsksForAReason()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.click(u"discardPushButton"_s);
    QVERIFY(!ui.find<QPushButton>(u"reasonConfirmPushButton"_s)->isEnabled());
    ui.type(u"mistake"_s);
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"discardDraft mistake"_s});
}

void CounterCaseTest::undoKeys()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    ui.find(u"field_mother-name"_s)->setFocus();
    ui.press(Qt::Key_Z, Qt::ControlModifier); // nothing typed in the field: a step of the case
    ui.press(Qt::Key_Y, Qt::ControlModifier);
    ui.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls, (QStringList{u"undo"_s, u"redo"_s, u"saveNow"_s}));
}

QTEST_MAIN(CounterCaseTest)
#include "tst_countercase.moc"
