// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/words.h"
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** The frame around the pages: pills, readers, tray, keys, language, synchronisation. */
class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void nothingOfOneOperatorIsThereForTheNext();
    void readerPill_data();
    void readerPill();
    void exchangePill_data();
    void exchangePill();
    void preferredReaderIsChosen();
    void readerFaultIsExplained_data();
    void readerFaultIsExplained();
    void tray();
    void pagesByKeyAndMouse();
    void aCardLeadsToItsPerson_data();
    void aCardLeadsToItsPerson();
    void returnedCasesFromTheSyncPage();
    void helpByKey();
    void helpListsEveryKey();
    void diagnosticsByKeyboard();
    void reportThatCannotBeWritten();
    void languageWhileRunning();
    void languageMovesNothing();
    void hiddenPagesFollowTheLanguage();
    void panelGivesTheFocusBack();
    void syncPage();
    void storeThatFails();
    void tryThatHangs();
    void everyActionNamesItself();
    void focusOrder_data();
    void focusOrder();
    void footerTellsSaved();
    void newerVersionIsQuietlyOffered();
    void newerVersionWaitsForAQuietMoment();
    void wordsOfTheScreensAloneAreNoQuietMoment();
    void rolledBackIsExplained();
};

namespace {

/** Everything that stands in some label or line of the window, hidden or not. */
QStringList heldTexts(const UiWindow &ui)
{
    QStringList texts;
    const auto labels = ui.window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts << label->text();
    const auto lines = ui.window->findChildren<QLineEdit *>();
    for (const QLineEdit *line : lines)
        texts << line->text();
    return texts;
}

} // namespace

namespace {

/** What a stop is called, or what it is where nobody named it. */
QString nameOf(const QWidget *widget)
{
    return widget->objectName().isEmpty() ? u"(%1)"_s.arg(QString::fromLatin1(widget->metaObject()->className())) : widget->objectName();
}

/** The stops of one round of a key, from the one that has the focus until it has it again. */
QStringList walk(const UiWindow &ui, Qt::Key key)
{
    constexpr int most = 100; // a walk that never comes round ends too
    const QWidget *start = QApplication::focusWidget();
    QStringList stops{nameOf(start)};
    while (stops.size() < most) {
        ui.press(key);
        if (QApplication::focusWidget() == start)
            return stops;
        stops << nameOf(QApplication::focusWidget());
    }
    return stops;
}

/** What could take the focus by Tab and the walk never came to. */
QStringList unreached(const UiWindow &ui, const QStringList &walked)
{
    QStringList names;
    const auto widgets = ui.window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool stops = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (stops && !walked.contains(nameOf(widget)))
            names << nameOf(widget);
    }
    return names;
}

void playScene(UiWindow &ui, const QString &scene)
{
    FakeCounterDesk &counter = ui.fakes.counter;
    if (scene != "empty"_L1 && scene != "typed"_L1)
        counter.playNewborn();
    const QStringList tabs{u"certificates"_s, u"items"_s, u"situations"_s, u"form"_s, u"timeline"_s};
    if (tabs.contains(scene))
        ui.press(Qt::Key(int(Qt::Key_1) + int(tabs.indexOf(scene))), Qt::AltModifier);
    if (scene == "typed"_L1)
        ui.press(Qt::Key_F4);
    if (scene == "agent"_L1)
        counter.setAgency(domain::Agency{sceneStranger(), {}, {}, {}, false});
    if (scene == "agent expected"_L1)
        ui.press(Qt::Key_3, Qt::ControlModifier);
    if (scene == "agent typed"_L1)
        ui.press(Qt::Key_F4, Qt::ShiftModifier);
    if (scene == "certificate"_L1) {
        ui.press(Qt::Key_1, Qt::AltModifier);
        ui.press(Qt::Key_Return);
    }
    if (scene == "lookups"_L1)
        ui.click(u"lookupsPushButton"_s);
    if (scene == "material"_L1 || scene == "papers"_L1)
        ui.press(Qt::Key_F6);
    if (scene == "papers"_L1)
        counter.attachFiles(u"baby-photo"_s, {u"1.jpg"_s, u"2.jpg"_s});
    if (scene == "discard"_L1)
        ui.click(u"discardPushButton"_s);
    if (scene == "newcomer"_L1) {
        counter.v.newcomer = desk::Newcomer{sceneStranger()};
        counter.changed();
    }
    if (scene == "hand-in"_L1)
        counter.playHandingIn();
    if (scene == "receipt"_L1)
        counter.playReceived(true);
    if (scene == "cases"_L1) {
        ui.fakes.cases.detail.whole.applicant = sceneApplicant();
        ui.press(Qt::Key_8, Qt::ControlModifier);
        QTRY_VERIFY(ui.shows(u"casesTableView"_s));
    }
    if (scene == "sync"_L1) {
        ui.fakes.sync.playOffline();
        ui.press(Qt::Key_9, Qt::ControlModifier);
    }
}

} // namespace

void MainWindowTest::nothingOfOneOperatorIsThereForTheNext()
{
    UiWindow ui;
    const domain::Party person = sceneApplicant();
    ui.fakes.counter.playNewborn();
    ui.fakes.counter.v.numberRevealed = true;
    ui.fakes.counter.changed();
    ui.press(Qt::Key_2, Qt::AltModifier);
    ui.type(u"xse"_s);
    ui.press(Qt::Key_8, Qt::ControlModifier);
    QTRY_VERIFY(ui.shows(u"casesTableView"_s));
    ui.fakes.cases.detail.whole.applicant = person;
    ui.find<QTableView>(u"casesTableView"_s)->setFocus();
    ui.press(Qt::Key_Down);
    ui.click(u"revealDetailPushButton"_s);
    QVERIFY(ui.find<QLabel>(u"detailPersonLabel"_s)->text().contains(person.number));
    ui.press(Qt::Key_F, Qt::ControlModifier);
    ui.type(u"990"_s);
    QTRY_VERIFY(ui.shows(u"casesTableView"_s));
    ui.fakes.cases.calls.clear();
    // The live desk lets go of its case with the operator.
    ui.fakes.counter.v = {};
    ui.press(Qt::Key_L, Qt::ControlModifier);
    ui.fakes.counter.changed();
    QCOMPARE(ui.fakes.cases.calls, QStringList{u"closeCase"_s});
    const auto held = [&] {
        const QStringList texts = heldTexts(ui);
        return std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) {
            return text.contains(person.number) || text.contains(person.name) || text == "990"_L1 || text == "xse"_L1;
        });
    };
    QTRY_VERIFY(!held());
    ui.fakes.signIn.account = u"clerk02"_s;
    ui.fakes.cases.detail = {};
    ui.fakes.signIn.enter(desk::EntryState::SignedIn);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Counter);
    ui.press(Qt::Key_8, Qt::ControlModifier);
    QTRY_COMPARE(ui.find<QTableView>(u"casesTableView"_s)->model()->rowCount(), 50);
    QCOMPARE(ui.fakes.cases.calls, (QStringList{u"closeCase"_s, u"page 0 '' after ''"_s}));
    QVERIFY(!ui.shows(u"revealDetailPushButton"_s));
    QVERIFY(!held());
}

void MainWindowTest::readerPill_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tone");
    using Phase = desk::ReaderView::Phase;
    QTest::newRow("opening") << int(Phase::Opening) << QString() << u"○ Reader opening"_s << u"mute"_s;
    QTest::newRow("ready") << int(Phase::Ready) << QString() << u"● Reader ready"_s << u"ok"_s;
    QTest::newRow("reading") << int(Phase::Reading) << QString() << u"○ Reading card"_s << u"accent"_s;
    QTest::newRow("read") << int(Phase::CardRead) << QString() << u"● Card read"_s << u"ok"_s;
    QTest::newRow("card moved") << int(Phase::Ready) << u"RDR-005"_s << u"▲ Card not read RDR-005"_s << u"warn"_s;
    QTest::newRow("unplugged") << int(Phase::Missing) << u"RDR-016"_s << u"▲ No reader RDR-016"_s << u"warn"_s;
    QTest::newRow("fault") << int(Phase::Fault) << u"RDR-006"_s << u"■ Reader fault RDR-006"_s << u"bad"_s;
    QTest::newRow("none") << -1 << QString() << u"▲ No reader"_s << u"warn"_s;
}

void MainWindowTest::readerPill()
{
    QFETCH(const int, phase);
    QFETCH(const QString, code);
    QFETCH(const QString, text);
    QFETCH(const QString, tone);
    UiWindow ui;
    QList<desk::ReaderView> &list = ui.fakes.readers.list;
    if (phase < 0)
        list.clear();
    else
        list[0].phase = desk::ReaderView::Phase(phase);
    if (!code.isEmpty())
        list[0].fault = domain::Error{domain::failureFromText(code), {}, true};
    Q_EMIT ui.fakes.readers.readersChanged();
    auto *pill = ui.find<QPushButton>(u"readerPushButton"_s);
    QCOMPARE(pill->text(), text);
    QCOMPARE(pill->property("tone").toString(), tone);
}

void MainWindowTest::exchangePill_data()
{
    QTest::addColumn<int>("connection");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("refused");
    QTest::addColumn<int>("others");
    QTest::addColumn<QString>("text");
    QTest::newRow("online") << int(desk::Connection::Online) << 0 << 0 << 0 << u"● Online · synchronised 10:24:05"_s;
    QTest::newRow("sending") << int(desk::Connection::Online) << 2 << 0 << 0 << u"● Online · 2 waiting"_s;
    QTest::newRow("returned") << int(desk::Connection::Online) << 0 << 1 << 0 << u"▲ Online · synchronised 10:24:05 · 1 returned"_s;
    QTest::newRow("returned, then offline") << int(desk::Connection::Offline) << 3 << 2 << 0 << u"▲ Offline · 2 returned · 3 waiting"_s;
    QTest::newRow("of colleagues") << int(desk::Connection::Online) << 3 << 0 << 3 << u"● Online · synchronised 10:24:05 · 3 of others"_s;
    QTest::newRow("own and of colleagues") << int(desk::Connection::Offline) << 5 << 0 << 3 << u"▲ Offline · 2 waiting · 3 of others · next try 00:"_s;
    QTest::newRow("connecting") << int(desk::Connection::Connecting) << 0 << 0 << 0 << u"○ Connecting"_s;
    QTest::newRow("offline") << int(desk::Connection::Offline) << 3 << 0 << 0 << u"▲ Offline · 3 waiting · next try 00:"_s;
    QTest::newRow("signed out") << int(desk::Connection::SignedOut) << 0 << 0 << 0 << u"▲ Signed out of the exchange"_s;
}

void MainWindowTest::exchangePill()
{
    QFETCH(const int, connection);
    QFETCH(const int, waiting);
    QFETCH(const int, refused);
    QFETCH(const int, others);
    QFETCH(const QString, text);
    UiWindow ui;
    ui.fakes.sync.v.connection = desk::Connection(connection);
    ui.fakes.sync.v.waiting = waiting;
    ui.fakes.sync.v.waitingForOthers = others;
    ui.fakes.sync.v.refusedCases = refused;
    ui.fakes.sync.v.nextTry = QDateTime::currentDateTimeUtc().addSecs(18);
    Q_EMIT ui.fakes.sync.viewChanged();
    QVERIFY2(ui.find<QPushButton>(u"exchangePushButton"_s)->text().startsWith(text), qPrintable(ui.find<QPushButton>(u"exchangePushButton"_s)->text()));
    QCOMPARE(ui.find<QPushButton>(u"exchangePushButton"_s)->toolTip().contains(u"sign in here"_s), others > 0);
}

void MainWindowTest::newerVersionIsQuietlyOffered()
{
    UiWindow ui;
    QVERIFY(!ui.shows(u"noticePushButton"_s));
    QWidget *focus = QApplication::focusWidget();
    ui.fakes.updates.playReady();
    QCOMPARE(ui.find<QPushButton>(u"noticePushButton"_s)->text(), u"Version 0.2.0 is ready"_s);
    // It takes neither the keyboard nor the page.
    QCOMPARE(QApplication::focusWidget(), focus);
    QVERIFY(!ui.shows(u"UpdatePanel"_s));
    ui.click(u"noticePushButton"_s);
    QCOMPARE(ui.find<QLabel>(u"updateNotesLabel"_s)->text(), u"Cards are read faster. Hints on deferred materials are right again."_s);
    // A key meant for another place closes at most.
    ui.press(Qt::Key_Space);
    QVERIFY(ui.fakes.updates.calls.isEmpty());
    QVERIFY(!ui.shows(u"UpdatePanel"_s));
    ui.click(u"noticePushButton"_s);
    ui.click(u"updateNowPushButton"_s);
    ui.click(u"updateAtStartPushButton"_s);
    ui.click(u"updateDismissPushButton"_s);
    QCOMPARE(ui.fakes.updates.calls, (QStringList{u"takeNow"_s, u"takeAtNextStart"_s, u"dismiss"_s}));
    ui.fakes.updates.v.state = desk::UpdateView::State::Agreed;
    ui.fakes.updates.show();
    QCOMPARE(ui.find<QPushButton>(u"noticePushButton"_s)->text(), u"Version 0.2.0 at the next start"_s);
    ui.fakes.updates.v = {};
    ui.fakes.updates.show();
    QVERIFY(!ui.shows(u"noticePushButton"_s));
}

void MainWindowTest::newerVersionWaitsForAQuietMoment()
{
    UiWindow ui;
    ui.fakes.updates.playReady(false);
    ui.click(u"noticePushButton"_s);
    QVERIFY(!ui.find<QPushButton>(u"updateNowPushButton"_s)->isEnabled());
    QVERIFY(ui.shows(u"updateBusyLabel"_s));
    ui.fakes.updates.playReady(true);
    QVERIFY(ui.find<QPushButton>(u"updateNowPushButton"_s)->isEnabled());
    QVERIFY(!ui.shows(u"updateBusyLabel"_s));
}

void MainWindowTest::wordsOfTheScreensAloneAreNoQuietMoment()
{
    UiWindow ui;
    QVERIFY(!ui.fakes.updates.unkept());
    ui.press(Qt::Key_F4);
    QVERIFY(!ui.fakes.updates.unkept());
    ui.type(u"王"_s); // the name of somebody whose card does not read
    QVERIFY(ui.fakes.updates.unkept());
    // Another page takes nothing away, and going there is told.
    const int looks = ui.fakes.updates.looks;
    ui.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(ui.fakes.updates.unkept());
    QVERIFY(ui.fakes.updates.looks > looks);
    ui.press(Qt::Key_1, Qt::AltModifier);
    ui.find<QLineEdit>(u"nameLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"nameLineEdit"_s));
    QVERIFY(!ui.fakes.updates.unkept());
}

void MainWindowTest::rolledBackIsExplained()
{
    UiWindow ui;
    ui.fakes.updates.playRolledBack();
    ui.click(u"noticePushButton"_s);
    const QStringList texts = ui.visibleTexts();
    QVERIFY(!texts.filter(u"UPD-014"_s).isEmpty());
    QVERIFY(!ui.shows(u"updateNowPushButton"_s));
    QCOMPARE(ui.find<QPushButton>(u"updateDismissPushButton"_s)->text(), u"Understood"_s);
    ui.click(u"updateDismissPushButton"_s);
    QVERIFY(!ui.shows(u"UpdatePanel"_s));
}

void MainWindowTest::preferredReaderIsChosen()
{
    UiWindow ui;
    desk::ReaderView second = ui.fakes.readers.list.first();
    second.id = u"r2"_s;
    second.name = u"tcp:demo:1"_s;
    ui.fakes.readers.list << second;
    Q_EMIT ui.fakes.readers.readersChanged();
    ui.click(u"readerPushButton"_s);
    ui.click(u"reader_r2"_s);
    QCOMPARE(ui.fakes.readers.calls, QStringList{u"prefer r2"_s});
    ui.press(Qt::Key_F3);
    QCOMPARE(ui.fakes.readers.calls.last(), u"readAgain"_s);
}

void MainWindowTest::readerFaultIsExplained_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("next");
    using Phase = desk::ReaderView::Phase;
    QTest::newRow("no driver") << int(Phase::Fault) << u"RDR-001"_s << u"Install the reader's driver"_s;
    QTest::newRow("port busy") << int(Phase::Fault) << u"RDR-002"_s << u"Close the other card-reading program"_s;
    QTest::newRow("no reader") << int(Phase::Missing) << u"RDR-016"_s << u"Plug the reader in; it is connected again by itself."_s;
    QTest::newRow("card moved") << int(Phase::Ready) << u"RDR-005"_s << u"Lift the card, place it flat"_s;
    QTest::newRow("module fault") << int(Phase::Fault) << u"RDR-006"_s << u"Unplug the reader, wait ten seconds"_s;
}

void MainWindowTest::readerFaultIsExplained()
{
    QFETCH(const int, phase);
    QFETCH(const QString, code);
    QFETCH(const QString, next);
    UiWindow ui;
    ui.fakes.readers.list[0].phase = desk::ReaderView::Phase(phase);
    ui.fakes.readers.list[0].fault = domain::Error{domain::failureFromText(code), u"EBUSY"_s, true};
    Q_EMIT ui.fakes.readers.readersChanged();
    QVERIFY(ui.find<QPushButton>(u"readerPushButton"_s)->toolTip().contains(next));
    ui.click(u"readerPushButton"_s);
    QVERIFY(!ui.find<QLabel>(u"errorCauseLabel"_s)->text().isEmpty());
    QVERIFY(ui.find<QLabel>(u"errorNextLabel"_s)->text().startsWith(next));
    QVERIFY(ui.find<QLabel>(u"errorNextLabel"_s)->text().contains(code));
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"errorCauseLabel"_s));
}

void MainWindowTest::tray()
{
    UiWindow ui;
    QVERIFY(!ui.shows(u"demoTray"_s));
    ui.fakes.readers.cards = {{u"a"_s, u"李*例"_s, u"citizen"_s, {}, false, u"0014"_s}, {u"b"_s, u"李*例"_s, u"foreigner2017"_s, {}, false, u"0028"_s}};
    Q_EMIT ui.fakes.readers.trayChanged();
    const QString one = ui.find<QAbstractButton>(u"trayCard_a"_s)->text();
    const QString other = ui.find<QAbstractButton>(u"trayCard_b"_s)->text();
    QVERIFY2(one.contains(u"0014"_s) && other.contains(u"0028"_s), "two people of one name");
    QVERIFY2(one.contains(u"Resident"_s) && other.contains(u"2017"_s), "what kind of card it is");
    ui.click(u"trayCard_b"_s);
    QCOMPARE(ui.fakes.readers.calls.last(), u"placeCard b"_s);
    QVERIFY(ui.find<QAbstractButton>(u"trayCard_b"_s)->isChecked());
    ui.click(u"trayCard_b"_s);
    QCOMPARE(ui.fakes.readers.calls.last(), u"takeCardOff"_s);
}

void MainWindowTest::pagesByKeyAndMouse()
{
    UiWindow ui;
    ui.click(u"casesNavToolButton"_s);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Cases);
    ui.press(Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Sync);
    ui.press(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Counter);
    ui.click(u"exchangePushButton"_s);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Sync);
}

void MainWindowTest::aCardLeadsToItsPerson_data()
{
    QTest::addColumn<bool>("draft");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("follows");
    QTest::newRow("no case was open") << false << QString() << true;
    QTest::newRow("it asks beside a draft") << true << QString() << true;
    QTest::newRow("letters on the way") << false << u"99"_s << false;
}

/** Wherever the clerk is when a card is laid on the reader. */
void MainWindowTest::aCardLeadsToItsPerson()
{
    QFETCH(const bool, draft);
    QFETCH(const QString, typed);
    QFETCH(const bool, follows);
    UiWindow ui;
    if (draft)
        ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_8, Qt::ControlModifier);
    auto *search = ui.find<QLineEdit>(u"caseSearchLineEdit"_s);
    search->setFocus();
    ui.type(typed);
    if (draft) {
        ui.fakes.counter.v.newcomer = desk::Newcomer{sceneStranger(), true};
        ui.fakes.counter.changed();
    } else {
        ui.fakes.counter.playNewborn();
    }
    QCoreApplication::processEvents();
    QCOMPARE(ui.window->page(), follows ? ui::MainWindow::Page::Counter : ui::MainWindow::Page::Cases);
    // Whoever goes back is not called again by the same card.
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.fakes.counter.changed();
    QCoreApplication::processEvents();
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Cases);
}

void MainWindowTest::returnedCasesFromTheSyncPage()
{
    UiWindow ui;
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.type(u"nobody"_s);
    ui.press(Qt::Key_9, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"refusedPushButton"_s));
    ui.fakes.sync.v.refusedCases = 2;
    Q_EMIT ui.fakes.sync.viewChanged();
    ui.click(u"refusedPushButton"_s);
    QCOMPARE(ui.window->page(), ui::MainWindow::Page::Cases);
    QVERIFY(ui.find<QPushButton>(u"queue7PushButton"_s)->isChecked());
    // All of them: not what an earlier search leaves.
    QCOMPARE(ui.find<QLineEdit>(u"caseSearchLineEdit"_s)->text(), QString());
    QCOMPARE(ui.fakes.cases.calls.filter(u"page 7 ''"_s).size(), 1);
}

void MainWindowTest::helpByKey()
{
    UiWindow ui;
    ui.press(Qt::Key_F1);
    QVERIFY(ui.find<QLabel>(u"keysLabel"_s)->text().contains(u"F9"_s));
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"keysLabel"_s));
    ui.click(u"helpPushButton"_s);
    QVERIFY(ui.shows(u"keysLabel"_s));
    ui.press(Qt::Key_F1);
    QVERIFY(!ui.shows(u"keysLabel"_s));
}

void MainWindowTest::diagnosticsByKeyboard()
{
    UiWindow ui;
    const QWidget *before = QApplication::focusWidget();
    ui.press(Qt::Key_F1);
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"diagnosticsPushButton"_s));
    ui.press(Qt::Key_Space);
    QVERIFY(ui.shows(u"DiagnosticsPanel"_s));
    QCOMPARE(ui.fakes.diagnostics.looks, 1);
    ui.fakes.diagnostics.playLooked();
    QCOMPARE(ui.find<QLabel>(u"facts_exchange"_s)->text(),
             u"The exchange cannot be reached; work goes on and is sent later.\nThe exchange refused a step of a case: see the cases."_s);
    QCOMPARE(ui.find<QLabel>(u"facts_qt"_s)->text(), u"6.4.2 · xcb"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"exportDiagnosticsPushButton"_s));
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.diagnostics.exports, 1);
    ui.fakes.diagnostics.v.exported = u"/home/clerk/Desktop/report.json"_s;
    ui.fakes.diagnostics.show();
    QCOMPARE(ui.find<QLabel>(u"exportedLabel"_s)->text(), u"Report for support, without personal data: /home/clerk/Desktop/report.json"_s);
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"DiagnosticsPanel"_s));
    QCOMPARE(QApplication::focusWidget(), before);
}

void MainWindowTest::reportThatCannotBeWritten()
{
    UiWindow ui;
    ui.press(Qt::Key_F1);
    ui.click(u"diagnosticsPushButton"_s);
    ui.fakes.diagnostics.v.looking = true;
    ui.fakes.diagnostics.show();
    QVERIFY(!ui.find<QPushButton>(u"exportDiagnosticsPushButton"_s)->isEnabled());
    ui.fakes.diagnostics.v.looking = false;
    ui.fakes.diagnostics.v.error = domain::Error{domain::FailureCode::ReportNotWritable, {}, true};
    ui.fakes.diagnostics.show();
    QVERIFY(!ui.visibleTexts().filter(u"APP-004"_s).isEmpty());
    QVERIFY(!ui.shows(u"exportedLabel"_s));
}

void MainWindowTest::helpListsEveryKey()
{
    UiWindow ui;
    ui.press(Qt::Key_F1);
    QString listed = ui.find<QLabel>(u"keysLabel"_s)->text();
    listed.replace(u"Ctrl+7 8 9"_s, u"Ctrl+7 Ctrl+8 Ctrl+9"_s).replace(u"Alt+1 … 5"_s, u"Alt+1 Alt+2 Alt+3 Alt+4 Alt+5"_s);
    const auto shortcuts = ui.window->findChildren<QShortcut *>();
    QVERIFY(shortcuts.size() > 15);
    QStringList unlisted;
    for (const QShortcut *shortcut : shortcuts) {
        if (!listed.contains(shortcut->key().toString()))
            unlisted << shortcut->key().toString();
    }
    QVERIFY2(unlisted.isEmpty(), qPrintable(unlisted.join(u' ')));
}

void MainWindowTest::languageWhileRunning()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QCOMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"Yichuang"_s);
    QCOMPARE(ui::Words::listed({u"one"_s, u"two"_s}), u"one, two"_s);
    QCOMPARE(ui::Words::onOneLine(u"one\ntwo"_s), u"one; two"_s);
    ui.click(u"languagePushButton"_s);
    QTRY_COMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"一窗"_s);
    QCOMPARE(ui.translator.language(), u"zh_CN"_s);
    QVERIFY(ui.find<QPushButton>(u"missingPushButton"_s)->text().startsWith(u"还差"_s));
    QCOMPARE(ui::Words::listed({u"one"_s, u"two"_s}), u"one、two"_s);
    QCOMPARE(ui::Words::onOneLine(u"one\ntwo"_s), u"one；two"_s);
    ui.click(u"languagePushButton"_s);
    QTRY_COMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"Yichuang"_s);
}

void MainWindowTest::languageMovesNothing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QWidget *name = ui.find(u"field_child-name"_s);
    name->setFocus();
    ui.translator.setLanguage(u"zh_CN"_s);
    QTRY_COMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"一窗"_s);
    QCOMPARE(QApplication::focusWidget(), name);
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.press(Qt::Key_F, Qt::ControlModifier);
    ui.translator.setLanguage(u"en"_s);
    QTRY_COMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"Yichuang"_s);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"caseSearchLineEdit"_s));
}

void MainWindowTest::hiddenPagesFollowTheLanguage()
{
    UiWindow ui;
    ui.press(Qt::Key_8, Qt::ControlModifier);
    const auto *search = ui.find<QLineEdit>(u"caseSearchLineEdit"_s);
    ui.press(Qt::Key_7, Qt::ControlModifier);
    const auto *retry = ui.window->findChild<QPushButton *>(u"retryPushButton"_s);
    ui.translator.setLanguage(u"zh_CN"_s);
    // One is shown before its turn has come, the other waits for it out of sight.
    ui.window->showPage(ui::MainWindow::Page::Cases);
    QTRY_VERIFY(search->placeholderText().startsWith(u"办件号"_s));
    QTRY_COMPARE(ui.find<QLabel>(u"brandLabel"_s)->text(), u"一窗"_s);
    QTRY_VERIFY(!retry->text().contains(u"Try"_s));
    QVERIFY(!retry->isVisible());
}

void MainWindowTest::panelGivesTheFocusBack()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QWidget *name = ui.find(u"field_child-name"_s);
    name->setFocus();
    ui.press(Qt::Key_F1);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"closeHelpPushButton"_s));
    ui.press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), name);
    ui.press(Qt::Key_F1);
    ui.press(Qt::Key_F1);
    QCOMPARE(QApplication::focusWidget(), name);
}

void MainWindowTest::syncPage()
{
    UiWindow ui;
    ui.press(Qt::Key_9, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"offlineTitleLabel"_s));
    QVERIFY(ui.shows(u"waitingStateView"_s));
    ui.fakes.sync.playOffline();
    QVERIFY(ui.shows(u"offlineTitleLabel"_s));
    QVERIFY(ui.find<QLabel>(u"offlineTextLabel"_s)->text().contains(u"NET-001"_s));
    const QAbstractItemModel *waiting = ui.find<QListView>(u"waitingListView"_s)->model();
    QCOMPARE(waiting->rowCount(), 3);
    QCOMPARE(waiting->index(0, 1).data().toString(), u"Materials received"_s);
    QVERIFY(waiting->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"next try"_s));
    QCOMPARE(ui.find<QListView>(u"recentListView"_s)->model()->index(0, 3).data().toString(), u"Refused"_s);
    ui.press(Qt::Key_F5);
    ui.click(u"retryPushButton"_s);
    QCOMPARE(ui.fakes.sync.retries, 2);
}

void MainWindowTest::storeThatFails()
{
    UiWindow ui;
    ui.press(Qt::Key_9, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"storeErrorLine"_s));
    desk::SyncView &view = ui.fakes.sync.v;
    view.storeError = domain::Error{domain::FailureCode::StoreDiskFull, {}, true};
    view.waitingRows.clear();
    view.recentRows.clear();
    view.waiting = 0;
    Q_EMIT ui.fakes.sync.viewChanged();
    auto *pill = ui.find<QPushButton>(u"exchangePushButton"_s);
    QCOMPARE(pill->text(), u"■ This computer's store fails STO-002"_s);
    QCOMPARE(pill->property("tone").toString(), u"bad"_s);
    QVERIFY(pill->toolTip().contains(u"disk"_s));
    QVERIFY(ui.shows(u"storeErrorLine"_s));
    QVERIFY(!ui.shows(u"offlineTitleLabel"_s));
    // What could be read is shown; what could not is never an empty list or a green nought.
    QCOMPARE(ui.find<QWidget>(u"waitingCountTag"_s)->accessibleName(), u"0"_s);
    view.unread = true;
    view.storeError = domain::Error{domain::FailureCode::StoreFailed, {}, false};
    view.refusedCases = 1;
    Q_EMIT ui.fakes.sync.viewChanged();
    QCOMPARE(pill->text(), u"■ This computer's store fails STO-001"_s);
    QCOMPARE(ui.find<QWidget>(u"waitingCountTag"_s)->accessibleName(), u"not known"_s);
    QVERIFY(ui.find<QWidget>(u"storeErrorLine"_s)->findChild<QLabel *>(u"errorNextLabel"_s)->text().contains(u"STO-001"_s));
    QVERIFY(ui.shows(u"waitingStateView"_s) && ui.shows(u"recentStateView"_s));
    QVERIFY(!ui.shows(u"refusedFrame"_s));
    const QList<QLabel *> labels = ui.find<QWidget>(u"SyncPage"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->isVisible() || !label->text().contains(u"Nothing waits"_s), qPrintable(label->text()));
    view = {};
    view.connection = desk::Connection::Online;
    Q_EMIT ui.fakes.sync.viewChanged();
    QVERIFY(!ui.shows(u"storeErrorLine"_s));
    QCOMPARE(ui.find<QWidget>(u"waitingCountTag"_s)->accessibleName(), u"0"_s);
}

void MainWindowTest::tryThatHangs()
{
    UiWindow ui;
    desk::SyncView &view = ui.fakes.sync.v;
    view = {};
    view.connection = desk::Connection::Offline;
    view.nextTry = QDateTime::currentDateTimeUtc().addSecs(-5);
    Q_EMIT ui.fakes.sync.viewChanged();
    QCOMPARE(ui.find<QPushButton>(u"exchangePushButton"_s)->text(), u"▲ Offline · trying now"_s);
}

void MainWindowTest::everyActionNamesItself()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QStringList nameless;
    for (const int page : {0, 1, 2}) {
        ui.window->showPage(ui::MainWindow::Page(page));
        for (int tab = 0; tab < 5; ++tab) {
            ui.press(Qt::Key(int(Qt::Key_1) + tab), Qt::AltModifier);
            const auto widgets = ui.window->findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith("qt_"_L1) || widget->inherits("QScrollArea") || widget->inherits("QTableCornerButton") || widget->focusProxy())
                    continue;
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
                    nameless << widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
            }
        }
    }
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void MainWindowTest::focusOrder_data()
{
    QTest::addColumn<QString>("order"); // what comes after the frame's own stops
    const QString person = u"revealPushButton phoneLineEdit "_s;
    const QString typing = u"documentKindComboBox nameLineEdit idNumberLineEdit secondNumberLineEdit typedReasonLineEdit takeTypedPushButton closeTypedPushButton "_s;
    const QString left = person + u"agentPushButton hint_licence-renewal tabBar "_s;
    const QString certificates = u"certificateFilterLineEdit departmentComboBox lookupsPushButton certificatesListView "_s;
    const QString column = u"discardPushButton caseListView missingPushButton savePushButton"_s;
    const auto scene = [](const char *name, const QString &order) { QTest::newRow(name) << order; };
    scene("empty", u"typedPushButton tabBar certificateFilterLineEdit departmentComboBox"_s);
    scene("typed", u"typedPushButton "_s + typing + u"tabBar certificateFilterLineEdit departmentComboBox"_s);
    scene("newborn", left + certificates + column);
    scene("newcomer", u"newCasePushButton asAgentPushButton ignorePushButton "_s + left + certificates + column);
    scene("agent", person + u"agentPushButton capacityComboBox relationLineEdit untilLineEdit agentPhoneLineEdit authorityCheckBox hint_licence-renewal tabBar "_s + certificates + column);
    scene("agent expected", person + u"agentPushButton agentTypedPushButton hint_licence-renewal tabBar "_s + certificates + column);
    scene("agent typed", person + typing + u"agentPushButton tabBar "_s + certificates + column);
    scene("certificate", left + certificates + u"certificateTextBrowser closeCertificatePushButton "_s + column);
    scene("lookups", left + u"certificateFilterLineEdit departmentComboBox lookupsPushButton closeLookupsPushButton certificatesListView "_s + column);
    scene("items", left + u"itemSearchLineEdit categoryComboBox hitsListView guideTextBrowser "_s + column);
    scene("situations", left + u"situationsScrollArea answer_newborn/married_yes answer_newborn/extra_post answer_newborn/extra_sms none_newborn/extra "_s + column);
    scene("form", left + u"formScrollArea field_child-name field_child-birth field_ethnic field_mother-name field_mother-number field_phone field_bank"
                         " field_post field_note field_code "_s + column);
    scene("timeline", left + u"timelineListView "_s + column);
    scene("material", left + certificates + u"discardPushButton caseListView attachPushButton missingPushButton savePushButton"_s);
    scene("papers", left + certificates + u"discardPushButton caseListView filesListView removeFilePushButton attachPushButton clearMaterialPushButton savePushButton receivePushButton"_s);
    scene("discard", left + certificates + u"discardPushButton reasonLineEdit reasonLeavePushButton caseListView missingPushButton savePushButton"_s);
    scene("hand-in", u"revealPushButton tabBar timelineListView caseListView correctionNoteLineEdit answerCorrectionPushButton leaveCasePushButton"_s);
    scene("receipt", u"revealPushButton tabBar timelineListView receiptListView nextApplicantPushButton"_s);
    // The table opens its first case as soon as it has the keyboard.
    scene("cases", u"queue0PushButton caseSearchLineEdit casesTableView closeDetailPushButton revealDetailPushButton partsListView openDraftPushButton"_s);
    scene("sync", u"refusedPushButton retryPushButton waitingListView recentListView"_s);
}

/** Tab over the whole window until it comes round: every stop is named here, none is left out, and Shift+Tab is the same way back. */
void MainWindowTest::focusOrder()
{
    QFETCH(const QString, order);
    UiWindow ui;
    playScene(ui, QString::fromLatin1(QTest::currentDataTag()));
    const QStringList frame{u"counterNavToolButton"_s, u"helpPushButton"_s, u"readerPushButton"_s, u"exchangePushButton"_s, u"languagePushButton"_s, u"signOutPushButton"_s};
    ui.find(frame.first())->setFocus();
    const QStringList walked = walk(ui, Qt::Key_Tab);
    const QStringList wanted = frame + order.split(u' ');
    QVERIFY2(walked == wanted, qPrintable(walked.join(u' ')));
    QStringList back = walk(ui, Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QVERIFY2(back == walked, qPrintable(back.join(u' ')));
    const QStringList left = unreached(ui, walked);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

void MainWindowTest::footerTellsSaved()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QVERIFY(ui.find<QLabel>(u"caseLabel"_s)->text().contains(u"10:31:12"_s));
    QCOMPARE(ui.find<QLabel>(u"timingLabel"_s)->text(), u"Card read 0.9 s · 10 certificates listed 0.3 s"_s);
    ui.fakes.counter.v.hasUnsavedScratch = true;
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"caseLabel"_s)->text().contains(u"scratch"_s));
    ui.fakes.counter.v.error = domain::Error{domain::FailureCode::StoreDiskFull, {}, true};
    Q_EMIT ui.fakes.counter.viewChanged();
    QVERIFY(ui.find<QLabel>(u"caseLabel"_s)->text().contains(u"not saved yet"_s));
    ui.fakes.counter.v.error.reset();
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
