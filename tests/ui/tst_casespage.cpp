// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "uiwindow.h"

#include "kit/words.h"
#include "scenecatalogue.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

/** Notes every text that is drawn, and how low. */
class TextEngine : public QPaintEngine
{
public:
    TextEngine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        text += item.text();
        lowest = qMax(lowest, at.y() + item.descent());
    }
    QString text;
    qreal lowest = 0;
};

class TextDevice : public QPaintDevice
{
public:
    mutable TextEngine engine;
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric what) const override
    {
        switch (what) {
        case PdmWidth:
        case PdmHeight: return 4000;
        case PdmDepth: return 32;
        case PdmNumColors: return 1 << 24;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        default: return 96;
        }
    }
};

/** What the delegate of a list draws of a row where it stands: the texts one after the other, blanks left out. */
class DrawnTexts
{
public:
    DrawnTexts(const QListView &view, const QModelIndex &index)
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        option.rect = QRect(QPoint(), view.visualRect(index).size());
        QPainter painter(&m_device);
        view.itemDelegate()->paint(&painter, option, index);
    }
    [[nodiscard]] static QString bare(QString text) { return text.remove(u' '); }
    [[nodiscard]] QString whole() const { return bare(m_device.engine.text); }
    [[nodiscard]] qreal lowest() const { return m_device.engine.lowest; }

private:
    TextDevice m_device;
};

} // namespace

/** The 办件 page: paging by key, search, queues, a case with its timeline, correction and withdrawal. */
class CasesPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void pagesWhenScrolled();
    void searchOnEveryKeystroke();
    void shortSearchSaysWhatItTakes_data();
    void shortSearchSaysWhatItTakes();
    void anOldAnswerIsDropped();
    void queuesAndCounters();
    void failureCanBeTriedAgain();
    void correctionIsAnswered();
    void failedActionIsTold();
    void caseThatCannotBeOpenedSaysWhy();
    void newestOfATimelineIsInSight();
    void whoActedStandsWhole_data();
    void whoActedStandsWhole();
    void halfTypedAnswerComesBack();
    void longTextsAreNotCut();
    void whatIsMissingHoldsBackTheAnswer();
    void deferredMaterialIsNamed();
    void handsInByKeyboard();
    void detailListsEveryFile();
    void withdrawAsksForAReason();
    void draftIsContinued();
    void anothersDraftIsLookedAt();

private:
    static void open(UiWindow &ui);
    static void giveDetail(UiWindow &ui, domain::CaseStage stage);
};

void CasesPageTest::open(UiWindow &ui)
{
    ui.press(Qt::Key_8, Qt::ControlModifier);
    QTRY_VERIFY(ui.shows(u"casesTableView"_s));
}

void CasesPageTest::giveDetail(UiWindow &ui, domain::CaseStage stage)
{
    desk::CaseDetail &detail = ui.fakes.cases.detail;
    detail.whole.stage = stage;
    detail.mayWithdraw = stage != domain::CaseStage::Draft;
    detail.whole.applicant = sceneApplicant();
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.itemName = u"出生户口登记"_s;
    part.state = domain::PartState::CorrectionAsked;
    part.correction = domain::Correction{{u"户口簿首页不清晰"_s}, {}, {}, {}};
    detail.whole.parts = {part};
    desk::ItemView item;
    item.partId = part.id;
    item.name = part.itemName;
    item.state = part.state;
    detail.items = {item};
    if (stage != domain::CaseStage::Draft)
        detail.handIn.corrections = {{part.id, part.itemName, u"公安局"_s, part.correction->points, {}}};
    ui.find<QTableView>(u"casesTableView"_s)->setFocus();
    ui.press(Qt::Key_Down);
    QVERIFY(ui.shows(u"detailNumberLabel"_s));
}

void CasesPageTest::pagesWhenScrolled()
{
    UiWindow ui;
    open(ui);
    auto *table = ui.find<QTableView>(u"casesTableView"_s);
    QCOMPARE(table->model()->rowCount(), 50);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    QTRY_COMPARE(table->model()->rowCount(), 100);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    QTRY_COMPARE(table->model()->rowCount(), 120);
    QVERIFY(!table->model()->canFetchMore({}));
    QCOMPARE(ui.fakes.cases.calls.last(), u"page 0 '' after '100'"_s);
}

void CasesPageTest::searchOnEveryKeystroke()
{
    UiWindow ui;
    open(ui);
    ui.fakes.cases.calls.clear();
    ui.press(Qt::Key_F, Qt::ControlModifier);
    ui.type(u"驾驶"_s);
    QCOMPARE(ui.fakes.cases.calls, (QStringList{u"page 0 '驾' after ''"_s, u"page 0 '驾驶' after ''"_s}));
    QTRY_COMPARE(ui.find<QTableView>(u"casesTableView"_s)->model()->rowCount(), 40);
    ui.type(u"没有"_s);
    QTRY_VERIFY(ui.shows(u"casesStateView"_s));
}

void CasesPageTest::shortSearchSaysWhatItTakes_data()
{
    using desk::ShortSearch;
    QTest::addColumn<ShortSearch>("meant");
    QTest::addColumn<QString>("said");
    QTest::newRow("number") << ShortSearch{ShortSearch::For::Number, 7, 5} << u"号码请至少输入开头 5 位或末尾 7 位"_s;
    QTest::newRow("initials") << ShortSearch{ShortSearch::For::Initials, 6, 0} << u"不足 6 个"_s;
    QTest::newRow("item") << ShortSearch{ShortSearch::For::Title, 9, 0} << u"至少输入 9 个字"_s;
}

/** Nothing was found because too little was typed: how much it takes is said, and only then. */
void CasesPageTest::shortSearchSaysWhatItTakes()
{
    QFETCH(const desk::ShortSearch, meant);
    QFETCH(const QString, said);
    UiWindow ui(u"zh_CN"_s);
    open(ui);
    const auto text = [&ui] { return ui.find(u"casesStateView"_s)->findChild<QLabel *>(u"stateTextLabel"_s)->text(); };
    ui.press(Qt::Key_F, Qt::ControlModifier);
    ui.type(u"没有"_s);
    QTRY_VERIFY(ui.shows(u"casesStateView"_s) && text().contains(u"离线"_s));
    QVERIFY(!text().contains(said));
    ui.fakes.cases.shortSearch = meant;
    ui.type(u"的"_s);
    QTRY_VERIFY2(text().contains(said), qPrintable(text()));
    QTRY_COMPARE(ui.layoutFaults(), QStringList());
}

void CasesPageTest::anOldAnswerIsDropped()
{
    UiWindow ui;
    open(ui);
    ui.fakes.cases.withhold = true;
    ui.press(Qt::Key_F, Qt::ControlModifier);
    ui.type(u"没"_s);
    ui.press(Qt::Key_Backspace);
    ui.fakes.cases.answerHeld();
    QCOMPARE(ui.find<QTableView>(u"casesTableView"_s)->model()->rowCount(), 50);
}

void CasesPageTest::queuesAndCounters()
{
    UiWindow ui;
    open(ui);
    const int corrections = int(desk::CaseFilter::Corrections);
    const QString name = u"queue%1PushButton"_s.arg(corrections);
    QVERIFY(ui.find<QPushButton>(name)->text().contains(u"61"_s));
    ui.click(name);
    QCOMPARE(ui.fakes.cases.calls.last(), u"page %1 '' after ''"_s.arg(corrections));
}

void CasesPageTest::failureCanBeTriedAgain()
{
    UiWindow ui;
    ui.fakes.cases.failure = domain::Error{domain::FailureCode::StoreFailed, {}, true};
    ui.press(Qt::Key_8, Qt::ControlModifier);
    QTRY_VERIFY(ui.shows(u"stateActionPushButton"_s));
    QVERIFY(ui.find<QLabel>(u"stateTextLabel"_s)->text().contains(u"STO-001"_s));
    ui.fakes.cases.failure.reset();
    ui.click(u"stateActionPushButton"_s);
    QTRY_VERIFY(ui.shows(u"casesTableView"_s));
}

void CasesPageTest::correctionIsAnswered()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    QVERIFY(ui.find<QLabel>(u"correctionPointsLabel"_s)->text().contains(u"户口簿首页不清晰"_s));
    ui.click(u"correctionNoteLineEdit"_s);
    ui.type(u"done"_s);
    QVERIFY(ui.fakes.cases.calls.last().startsWith(u"typeAnswer"_s) && ui.fakes.cases.calls.last().endsWith(u" done"_s));
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.cases.calls.contains(u"answerCorrection done"_s));
    // Nobody said that it was taken: the words are still there to be sent again, and go once the correction is answered.
    QCOMPARE(ui.find<QLineEdit>(u"correctionNoteLineEdit"_s)->text(), u"done"_s);
    const desk::HandInView asked = std::exchange(ui.fakes.cases.detail.handIn, {});
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    ui.fakes.cases.detail.handIn = asked;
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(ui.find<QLineEdit>(u"correctionNoteLineEdit"_s)->text().isEmpty());
    QVERIFY(!ui.find<QLabel>(u"detailPersonLabel"_s)->text().contains(sceneApplicant().number));
    QVERIFY(ui.find<QLabel>(u"detailPersonLabel"_s)->text().startsWith(u"李*例"_s));
    ui.fakes.cases.detail.whole.applicant->birth = ui::hallToday().addYears(-9);
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(ui.find<QLabel>(u"detailPersonLabel"_s)->text().startsWith(u"***"_s));
    ui.click(u"revealDetailPushButton"_s);
    QVERIFY(ui.fakes.cases.calls.contains(u"reveal number"_s));
    QVERIFY(ui.find<QLabel>(u"detailPersonLabel"_s)->text().contains(sceneApplicant().number));
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"detailNumberLabel"_s));
    QCOMPARE(ui.fakes.cases.calls.last(), u"closeCase"_s);
}

/** What the desk could not do is told where it was asked for, and nothing that was typed is lost. */
void CasesPageTest::failedActionIsTold()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    ui.click(u"withdrawPushButton"_s);
    ui.type(u"moved away"_s);
    QVERIFY(ui.fakes.updates.unkept());
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.cases.calls.last().startsWith(u"withdraw"_s));
    QVERIFY(!ui.shows(u"reasonLineEdit"_s));
    QVERIFY(!ui.fakes.updates.unkept());
    QCOMPARE(QApplication::focusWidget(), ui.find(u"partsListView"_s));
    Q_EMIT ui.fakes.cases.failed(desk::CaseDesk::noQuestion, {domain::FailureCode::CaseIllegalTransition, {}, false});
    auto *line = ui.find(u"detailErrorLine"_s);
    QVERIFY(line->isVisible());
    QVERIFY(line->findChild<QLabel *>(u"errorNextLabel"_s)->text().contains(u"CASE-001"_s));
    QCOMPARE(ui.find<QLineEdit>(u"reasonLineEdit"_s)->text(), u"moved away"_s);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"reasonLineEdit"_s));
    // The next try is another one; so is another case.
    ui.press(Qt::Key_Return);
    QVERIFY(!line->isVisible());
    Q_EMIT ui.fakes.cases.failed(desk::CaseDesk::noQuestion, {domain::FailureCode::StoreFailed, {}, true});
    QVERIFY(line->isVisible());
    ui.find<QTableView>(u"casesTableView"_s)->setFocus();
    ui.press(Qt::Key_Down);
    QVERIFY(!line->isVisible());
    // What cannot be done is not offered.
    ui.fakes.cases.detail.mayWithdraw = false;
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(!ui.shows(u"withdrawPushButton"_s));
}

/** Of a case that cannot be opened nothing is shown but why, and nothing of the case before. */
void CasesPageTest::caseThatCannotBeOpenedSaysWhy()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    QVERIFY(!ui.find<QLabel>(u"detailPersonLabel"_s)->text().isEmpty());
    ui.fakes.cases.openFailure = domain::Error{domain::FailureCode::StoreFailed, {}, true};
    ui.press(Qt::Key_Down);
    QVERIFY(ui.shows(u"detailErrorLine"_s));
    QVERIFY(ui.find<QLabel>(u"detailPersonLabel"_s)->text().isEmpty() && ui.find<QLabel>(u"detailTitleLabel"_s)->text().isEmpty());
    QVERIFY(!ui.shows(u"withdrawPushButton"_s) && !ui.shows(u"revealDetailPushButton"_s) && !ui.shows(u"correctionNoteLineEdit"_s));
    ui.fakes.cases.openFailure.reset();
    ui.press(Qt::Key_Up);
    QVERIFY(!ui.shows(u"detailErrorLine"_s) && ui.shows(u"withdrawPushButton"_s));
}

/** Departments stand in an order of their own: what happened last is in sight wherever it stands. */
void CasesPageTest::newestOfATimelineIsInSight()
{
    UiWindow ui(u"zh_CN"_s, {1366, 768});
    open(ui);
    const QDateTime start(sceneDay(), QTime(1, 0), Qt::UTC);
    const auto entry = [&start](const QString &name, const QString &department, int minute) {
        desk::TimelineEntry made;
        made.commandName = name;
        made.departmentName = department;
        made.at = start.addSecs(60LL * minute);
        return made;
    };
    QList<desk::TimelineEntry> entries;
    for (int i = 0; i < 14; ++i)
        entries << entry(u"set-field"_s, {}, i);
    entries << entry(u"approve-part"_s, u"公安局"_s, 60);
    for (int i = 0; i < 14; ++i)
        entries << entry(u"take-part"_s, u"民政局"_s, 20 + i);
    ui.fakes.cases.detail.timeline = entries;
    giveDetail(ui, domain::CaseStage::InProgress);
    auto *view = ui.find(u"caseDetailPane"_s)->findChild<QListView *>(u"timelineListView"_s);
    const auto inSight = [view] {
        for (int i = 0; i < view->model()->rowCount(); ++i) {
            const QModelIndex index = view->model()->index(i, 0);
            if (index.siblingAtColumn(1).data().toString() == u"已准予"_s)
                return view->viewport()->rect().contains(view->visualRect(index));
        }
        return false;
    };
    QTRY_VERIFY(inSight());
}

void CasesPageTest::whoActedStandsWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Chinese") << u"zh_CN"_s;
    QTest::newRow("English") << u"en"_s;
}

/** In the narrow column of a case, with a mark beside the step and a name and a place that fill more than a line. */
void CasesPageTest::whoActedStandsWhole()
{
    QFETCH(const QString, language);
    UiWindow ui(language, {1366, 768});
    open(ui);
    desk::TimelineEntry entry;
    entry.commandName = u"approve-part"_s;
    entry.departmentName = u"公安局"_s;
    entry.at = QDateTime(sceneDay(), QTime(1, 0), Qt::UTC);
    entry.arrivedAt = entry.at.addSecs(3600);
    entry.who = u"欧阳示例"_s;
    entry.whoIsName = true;
    entry.itemName = u"出生户口登记"_s;
    entry.provisional = true;
    QList<desk::TimelineEntry> entries;
    for (const QString &place : {QString(), u"综合窗口"_s, u"示范市政务服务中心综合窗口 12 号"_s, u"示范市公安局人口与出入境管理支队户籍管理大队出生登记审批专窗第 12 号窗口"_s}) {
        entry.place = place;
        entry.at = entry.at.addSecs(60);
        entries << entry;
    }
    ui.fakes.cases.detail.timeline = entries;
    giveDetail(ui, domain::CaseStage::InProgress);
    auto *view = ui.find(u"caseDetailPane"_s)->findChild<QListView *>(u"timelineListView"_s);
    QTRY_COMPARE(view->model()->rowCount(), 1 + entries.size());
    int height = 0;
    for (int row = 1; row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        const DrawnTexts drawn(*view, index);
        const QString who = index.siblingAtColumn(2).data().toString();
        QVERIFY2(drawn.whole().contains(DrawnTexts::bare(who)), qPrintable(drawn.whole() + u" <> "_s + who));
        QVERIFY2(!drawn.whole().contains(u'…'), qPrintable(drawn.whole()));
        QVERIFY2(drawn.lowest() <= view->visualRect(index).height(), qPrintable(drawn.whole()));
        height = qMax(height, view->visualRect(index).height());
    }
    // Where there is room for it, it stands beside.
    QVERIFY(view->visualRect(view->model()->index(1, 0)).height() < height);
}

/** A half typed answer comes back with its case, from whatever page or day it was left. */
void CasesPageTest::halfTypedAnswerComesBack()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    const auto note = [&ui] { return ui.find<QLineEdit>(u"correctionNoteLineEdit"_s)->text(); };
    ui.click(u"correctionNoteLineEdit"_s);
    ui.type(u"half"_s);
    ui.press(Qt::Key_Escape);
    ui.fakes.cases.detail.handIn.corrections.first().note = u"half"_s;
    ui.find<QTableView>(u"casesTableView"_s)->setFocus();
    ui.press(Qt::Key_Up);
    QCOMPARE(note(), u"half"_s);
    // What the store says later does not take the place of what is being typed.
    ui.click(u"correctionNoteLineEdit"_s);
    ui.type(u" and more"_s);
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QCOMPARE(note(), u"half and more"_s);
}

void CasesPageTest::longTextsAreNotCut()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    const QString said = u"At most 1000 characters; these are 1001."_s;
    QGuiApplication::clipboard()->setText(QString(1001, u'示'));
    ui.click(u"correctionNoteLineEdit"_s);
    ui.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(ui.find<QLineEdit>(u"correctionNoteLineEdit"_s)->text().size(), 1001);
    QCOMPARE(ui.find<QLabel>(u"correctionProblemLabel"_s)->text(), said);
    QVERIFY(!ui.find<QPushButton>(u"answerCorrectionPushButton"_s)->isEnabled());
    ui.press(Qt::Key_Return);
    QVERIFY(!ui.fakes.cases.calls.last().startsWith(u"answerCorrection"_s));
    ui.press(Qt::Key_Backspace);
    QVERIFY(!ui.shows(u"correctionProblemLabel"_s));
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.cases.calls.last().startsWith(u"answerCorrection"_s));
    ui.click(u"withdrawPushButton"_s);
    ui.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(ui.find<QLineEdit>(u"reasonLineEdit"_s)->text().size(), 1001);
    QCOMPARE(ui.find<QLabel>(u"reasonProblemLabel"_s)->text(), said);
    ui.press(Qt::Key_Return);
    QVERIFY(!ui.fakes.cases.calls.last().startsWith(u"withdraw"_s));
    ui.press(Qt::Key_Backspace);
    QVERIFY(!ui.shows(u"reasonProblemLabel"_s));
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.cases.calls.last().startsWith(u"withdraw"_s));
}

/** The page of cases does not send an answer either that the exchange would refuse: its line leads to the counter, where it is mended. */
void CasesPageTest::whatIsMissingHoldsBackTheAnswer()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    QVERIFY(!ui.shows(u"correctionMissingPushButton"_s));
    ui.fakes.cases.detail.handIn.corrections.first().missing = {{domain::Missing::Kind::Field, u"phone"_s, u"联系电话"_s, {}}};
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(ui.shows(u"correctionMissingPushButton"_s));
    QCOMPARE(ui.find<QPushButton>(u"correctionMissingPushButton"_s)->toolTip(), u"1 missing or wrong: 联系电话  F6"_s);
    QVERIFY(!ui.find<QPushButton>(u"answerCorrectionPushButton"_s)->isEnabled());
    ui.click(u"correctionNoteLineEdit"_s);
    ui.type(u"done"_s);
    QVERIFY(!ui.find<QPushButton>(u"answerCorrectionPushButton"_s)->isEnabled());
    ui.press(Qt::Key_Return);
    QVERIFY(!ui.fakes.cases.calls.last().startsWith(u"answerCorrection"_s));
    ui.press(Qt::Key_F6);
    QVERIFY(ui.fakes.counter.calls.last().startsWith(u"openDraft"_s));
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Counter);
}

void CasesPageTest::deferredMaterialIsNamed()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    ui.fakes.cases.detail.handIn = {{}, {{u"lease"_s, u"租赁合同"_s, sceneDay().addDays(10)}}};
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(ui.find<QLabel>(u"correctionPointsLabel"_s)->text().contains(u"租赁合同"_s));
    QVERIFY(!ui.shows(u"correctionNoteLineEdit"_s));
    QVERIFY(ui.shows(u"handInPushButton"_s));
    ui.fakes.cases.detail.handIn = {};
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(!ui.shows(u"handInPushButton"_s));
    QVERIFY(!ui.shows(u"correctionPointsLabel"_s));
}

/** From the list of cases to the material, the file and the answer, without the mouse. */
void CasesPageTest::handsInByKeyboard()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    auto *handIn = ui.find<QPushButton>(u"handInPushButton"_s);
    for (int i = 0; i < 20 && QApplication::focusWidget() != handIn; ++i)
        ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), handIn);
    ui.press(Qt::Key_Space);
    QVERIFY(ui.fakes.counter.calls.last().startsWith(u"openDraft"_s));
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Counter);
    ui.fakes.counter.playHandingIn();
    QVERIFY(ui.find<QLabel>(u"correctionPointsLabel"_s)->text().contains(u"出生证明复印件不清晰"_s));
    QVERIFY(!ui.shows(u"receivePushButton"_s) && !ui.shows(u"receiptNumberLabel"_s) && !ui.shows(u"discardPushButton"_s));
    // In one line with the field, it leaves more of the case in sight.
    const auto *note = ui.find(u"correctionNoteLineEdit"_s);
    const auto *send = ui.find<QPushButton>(u"answerCorrectionPushButton"_s);
    QTRY_VERIFY(send->geometry().left() > note->geometry().right() && send->geometry().top() < note->geometry().bottom());
    ui.press(Qt::Key_6, Qt::AltModifier);
    for (int i = 0; i < 40 && !ui.shows(u"attachPushButton"_s); ++i)
        ui.press(Qt::Key_Down);
    ui.press(Qt::Key_Return);
    auto *attach = ui.find<QPushButton>(u"attachPushButton"_s);
    for (int i = 0; i < 5 && QApplication::focusWidget() != attach; ++i)
        ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), attach);
    QVERIFY(!ui.shows(u"deferPushButton"_s) && !ui.shows(u"clearMaterialPushButton"_s));
    ui.press(Qt::Key_Space);
    const auto attached = [](const QString &call) { return call.startsWith(u"attachFiles"_s); };
    QVERIFY(std::any_of(ui.fakes.counter.calls.cbegin(), ui.fakes.counter.calls.cend(), attached));
    // What was received is not taken back: the last file stays until another one is there.
    const auto *remove = ui.find<QPushButton>(u"removeFilePushButton"_s);
    QVERIFY(!remove->isEnabled() && ui.shows(u"lastFileLabel"_s));
    ui.find(u"filesListView"_s)->setFocus();
    ui.press(Qt::Key_Delete);
    QVERIFY(std::any_of(ui.fakes.counter.calls.cbegin(), ui.fakes.counter.calls.cend(), attached));
    QVERIFY(!ui.fakes.counter.calls.last().startsWith(u"removeFile"_s));
    attach->setFocus();
    ui.press(Qt::Key_Space);
    QVERIFY(remove->isEnabled() && !ui.shows(u"lastFileLabel"_s));
    ui.press(Qt::Key_4, Qt::AltModifier);
    auto *name = ui.find<QLineEdit>(u"field_child-name"_s);
    QVERIFY(name->isEnabled());
    name->setFocus();
    ui.press(Qt::Key_End);
    ui.type(u"x"_s);
    // Something is wrong for the answer: the line says what, its key leads there, and nothing is sent.
    QVERIFY(send->isEnabled() && !ui.shows(u"correctionMissingPushButton"_s));
    ui.fakes.counter.v.handIn.corrections.first().missing = {{domain::Missing::Kind::Field, u"phone"_s, u"联系电话"_s, {}}, {domain::Missing::Kind::Material, u"photo"_s, u"照片"_s, {}}};
    ui.fakes.counter.changed();
    QCOMPARE(ui.find<QPushButton>(u"correctionMissingPushButton"_s)->toolTip(), u"2 missing or wrong: 联系电话  F6"_s);
    QVERIFY(!send->isEnabled());
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"field_phone"_s));
    ui.find(u"correctionNoteLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Return);
    QVERIFY(!ui.fakes.counter.calls.last().startsWith(u"answerCorrection"_s));
    ui.fakes.counter.v.handIn.corrections.first().missing.removeFirst();
    ui.fakes.counter.changed();
    QCOMPARE(ui.find<QPushButton>(u"correctionMissingPushButton"_s)->toolTip(), u"1 missing or wrong: 照片  F6"_s);
    ui.fakes.counter.v.handIn.corrections.first().missing.clear();
    ui.fakes.counter.changed();
    QVERIFY(send->isEnabled() && !ui.shows(u"correctionMissingPushButton"_s));
    name->setFocus();
    ui.press(Qt::Key_End);
    ui.type(u"x"_s);
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"correctionNoteLineEdit"_s));
    QVERIFY(ui.fakes.counter.calls.last().startsWith(u"leaveField child-name"_s));
    ui.type(u"done"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"typeAnswer done"_s);
    // Another case and back: the counter kept it.
    const desk::CounterView half = ui.fakes.counter.v;
    ui.fakes.counter.newCase();
    QVERIFY(!ui.shows(u"correctionNoteLineEdit"_s));
    ui.fakes.counter.v = half;
    ui.fakes.counter.changed();
    QTRY_COMPARE(ui.find<QLineEdit>(u"correctionNoteLineEdit"_s)->text(), u"done"_s);
    ui.find(u"correctionNoteLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls.last(), u"answerCorrection done"_s);
    QVERIFY(ui.shows(u"receiptNumberLabel"_s));
}

void CasesPageTest::detailListsEveryFile()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::InProgress);
    QVERIFY(!ui.shows(u"detailFilesListView"_s));
    ui.fakes.cases.detail.files = {{u"户口簿"_s, {{u"a1"_s, u"首页.pdf"_s, 2000, {}}, {u"a2"_s, u"本人页.pdf"_s, 3000, {}}}}, {u"照片"_s, {{u"a3"_s, u"照片.jpg"_s, 10, {}}}}};
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    const QAbstractItemModel *files = ui.find<QListView>(u"detailFilesListView"_s)->model();
    QStringList shown;
    for (int row = 0; row < files->rowCount(); ++row)
        shown << files->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(shown, (QStringList{u"户口簿 首页.pdf 2 KB"_s, u"户口簿 本人页.pdf 3 KB"_s, u"照片 照片.jpg 1 KB"_s}));
    QCOMPARE(ui.layoutFaults(), QStringList());
    // Nothing of it stays once the case is left.
    ui.click(u"closeDetailPushButton"_s);
    QCOMPARE(files->rowCount(), 0);
}

void CasesPageTest::withdrawAsksForAReason()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::Received);
    ui.click(u"withdrawPushButton"_s);
    ui.type(u"moved"_s);
    ui.click(u"reasonConfirmPushButton"_s);
    QCOMPARE(ui.fakes.cases.calls.last(), u"withdraw moved"_s);
}

void CasesPageTest::draftIsContinued()
{
    UiWindow ui;
    open(ui);
    giveDetail(ui, domain::CaseStage::Draft);
    QVERIFY(!ui.shows(u"withdrawPushButton"_s));
    ui.click(u"openDraftPushButton"_s);
    QCOMPARE(ui.fakes.counter.calls.size(), 1);
    QVERIFY(ui.fakes.counter.calls.first().startsWith(u"openDraft"_s));
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Counter);
}

void CasesPageTest::anothersDraftIsLookedAt()
{
    UiWindow ui;
    open(ui);
    ui.fakes.cases.detail.draftOf = u"窗口01示例"_s;
    giveDetail(ui, domain::CaseStage::Draft);
    QVERIFY(!ui.shows(u"openDraftPushButton"_s));
    QVERIFY(ui.shows(u"draftOfLabel"_s));
    QVERIFY(ui.find<QLabel>(u"draftOfLabel"_s)->text().contains(u"窗口01示例"_s));
    QCOMPARE(ui.layoutFaults(), QStringList());
    ui.fakes.cases.detail.draftOf.clear();
    Q_EMIT ui.fakes.cases.caseOpened(ui.fakes.cases.detail);
    QVERIFY(ui.shows(u"openDraftPushButton"_s));
    QVERIFY(!ui.shows(u"draftOfLabel"_s));
}

QTEST_MAIN(CasesPageTest)
#include "tst_casespage.moc"
