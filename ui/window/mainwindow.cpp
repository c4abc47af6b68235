// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/mainwindow.h>
#include <ui/prompter.h>
#include <ui/theme.h>
#include <ui/translator.h>

#include "cases/casespage.h"
#include "counter/counterpage.h"
#include "entry/signinpage.h"
#include "entry/storefailurepage.h"
#include "kit/enterkey.h"
#include "kit/pane.h"
#include "kit/stateview.h"
#include "kit/tokens.h"
#include "kit/warmer.h"
#include "syncing/syncpage.h"
#include "ui_mainwindow.h"
#include "window/diagnosticspanel.h"
#include "window/helpoverlay.h"
#include "window/readerpanel.h"
#include "window/updatepanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QWindow>
#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const desk::Desks &desks, QWidget *parent, Translator *translator, Prompter *prompter)
    : QMainWindow(parent)
    , m_desks(desks)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_ownPrompter(prompter ? nullptr : std::make_unique<Prompter>())
    , m_prompter(prompter ? prompter : m_ownPrompter.get())
    , m_translator(translator ? translator : new Translator(this))
{
    m_ui->setupUi(this);
    setObjectName(u"mainWindow"_s);
    holdOnSmallScreens();
    m_waiting = new StateView(m_ui->entryPage);
    m_waiting->setObjectName(u"waitingStateView"_s);
    addDoor(m_waiting);
    connect(m_ui->headerBar, &HeaderBar::readersAsked, this, [this] { showOverlay(m_readers); });
    connect(m_ui->headerBar, &HeaderBar::exchangeAsked, this, [this] { showPage(Page::Sync); });
    connect(m_ui->headerBar, &HeaderBar::languageAsked, this, &MainWindow::toggleLanguage);
    connect(m_ui->footerBar, &FooterBar::helpAsked, this, [this] { showOverlay(m_help); });
    connect(m_ui->footerBar, &FooterBar::noticeAsked, this, [this] { showOverlay(m_updates); });
    if (m_desks.updates)
        connect(m_desks.updates, &desk::UpdateDesk::viewChanged, this, &MainWindow::refreshFooter);
    connect(m_ui->navRail, &NavRail::pageAsked, this, [this](int page) { showPage(Page(page)); });
    connect(m_desks.counter, &desk::CounterDesk::viewChanged, this, &MainWindow::refreshFooter);
    connect(m_desks.signIn, &desk::SignInDesk::stateChanged, this, &MainWindow::onEntryChanged);
    connect(m_desks.signIn, &desk::SignInDesk::whoChanged, this, &MainWindow::onWhoChanged);
    qApp->installEventFilter(new EnterKey(this));
    onEntryChanged();
}

MainWindow::~MainWindow()
{
    if (m_desks.updates)
        m_desks.updates->setUnkeptWords({});
    // The field with the keyboard hands over its last letters while everything still lives, not from a dying window.
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
}

void MainWindow::holdOnSmallScreens()
{
    // What does not fit is scrolled to, never cut off: a small screen at 150 % has fewer points than the pages need.
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"windowScrollArea"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    QWidget *whole = takeCentralWidget();
    whole->setMinimumSize(token::minimumWidth, token::minimumHeight);
    scroll->setWidget(whole);
    setCentralWidget(scroll);
    connect(qApp, &QApplication::focusChanged, scroll, [scroll, whole](QWidget *, QWidget *now) {
        if (now && whole->isAncestorOf(now))
            scroll->ensureWidgetVisible(now);
    });
}

void MainWindow::addDoor(QWidget *door)
{
    door->setFixedWidth(door == m_storeFailure ? 2 * token::leftColumn : token::entryWidth);
    m_ui->entryLayout->addWidget(door, 1, Qt::AlignHCenter | (door == m_waiting ? Qt::Alignment() : Qt::AlignVCenter));
}

void MainWindow::buildDoors()
{
    if (m_signIn)
        return;
    m_signIn = new SignInPage(m_desks.signIn, m_ui->entryPage);
    m_storeFailure = new StoreFailurePage(m_desks.signIn, m_desks.diagnostics, m_ui->entryPage);
    for (QWidget *door : {static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_storeFailure)}) {
        door->hide();
        addDoor(door);
    }
    connect(m_signIn, &SignInPage::languageAsked, this, &MainWindow::toggleLanguage);
    connect(m_storeFailure, &StoreFailurePage::quitAsked, this, &QWidget::close);
}

bool MainWindow::buildNext()
{
    if (m_counter && m_counter->buildNext())
        return true;
    switch (m_built) {
    case 0: buildDoors(); break;
    case 1: buildFrame(); break;
    case 2: buildCounter(); break;
    case 3: buildCases(); break;
    case 4: buildSync(); break;
    case 5: buildOverlays(); break;
    default: return false;
    }
    ++m_built;
    return true;
}

void MainWindow::buildAll()
{
    while (buildNext())
        continue;
    m_whole = true;
}

void MainWindow::buildWhileIdle()
{
    // Each part in an event of its own: whoever types at the door is heard in between.
    if (buildNext())
        QTimer::singleShot(0, this, &MainWindow::buildWhileIdle);
    else
        m_warmer->take(m_ui->workPage);
}

void MainWindow::onWarm()
{
    const bool wasWhole = std::exchange(m_whole, true);
    if (!wasWhole && m_desks.signIn->state() == desk::EntryState::SignedIn)
        onEntryChanged();
}

void MainWindow::addPage(QWidget *page)
{
    // No page makes the window taller than the smallest display; each scrolls or elides inside instead.
    page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_ui->pageStack->addWidget(page);
}

void MainWindow::buildFrame()
{
    // Reading the first picture loads the toolkit's picture plug-ins: not before the first paint.
    QApplication::setWindowIcon(themeIcon(u"yichuang"_s));
    m_ui->headerBar->bind(m_desks);
    m_ui->demoTray->bind(m_desks.readers);
    // The keyboard goes from the top down, though the head was made last.
    QList<QWidget *> below;
    for (const QWidget *part : {static_cast<QWidget *>(m_ui->navRail), static_cast<QWidget *>(m_ui->footerBar)}) {
        const auto buttons = part->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons)
            below << button;
    }
    QWidget *before = m_ui->headerBar->findChild<QWidget *>(u"signOutPushButton"_s);
    for (QWidget *button : std::as_const(below)) {
        setTabOrder(before, button);
        before = button;
    }
}

void MainWindow::buildCounter()
{
    m_counter = new CounterPage(m_desks.counter, *m_prompter, m_ui->pageStack);
    addPage(m_counter);
    connect(m_counter, &CounterPage::cardCame, this, [this] {
        // Who lays a card on the reader looks for the person; letters that are being typed elsewhere are not left behind.
        const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        const auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        const bool isTyping = (line && !line->text().isEmpty()) || (text && !text->toPlainText().isEmpty());
        // Once the page shows it.
        if (m_page != Page::Counter && !isTyping)
            QMetaObject::invokeMethod(this, [this] { showPage(Page::Counter); }, Qt::QueuedConnection);
    });
}

void MainWindow::buildCases()
{
    m_cases = new CasesPage(m_desks.cases, m_ui->pageStack);
    addPage(m_cases);
    connect(m_cases, &CasesPage::counterAsked, this, [this](const domain::CaseId &id) {
        m_desks.counter->openDraft(id);
        showPage(Page::Counter);
    });
}

void MainWindow::buildSync()
{
    m_sync = new SyncPage(m_desks.sync, m_ui->pageStack);
    addPage(m_sync);
    connect(m_sync, &SyncPage::refusedAsked, this, [this] {
        m_cases->showQueue(desk::CaseFilter::Refused);
        showPage(Page::Cases);
    });
}

void MainWindow::buildOverlays()
{
    m_forbidden = new StateView(m_ui->pageStack);
    m_forbidden->setObjectName(u"forbiddenStateView"_s);
    addPage(m_forbidden);
    m_help = new HelpOverlay(m_ui->workPage);
    m_readers = new ReaderPanel(m_desks.readers, m_ui->workPage);
    m_diagnostics = new DiagnosticsPanel(m_desks.diagnostics, m_ui->workPage);
    connect(m_help, &HelpOverlay::diagnosticsAsked, this, [this] { showOverlay(m_diagnostics); });
    connect(m_diagnostics, &DiagnosticsPanel::grown, this, &MainWindow::placeOverlays);
    if (m_desks.updates) {
        m_updates = new UpdatePanel(m_desks.updates, m_ui->workPage);
        m_desks.updates->setUnkeptWords([this] { return hasUnkeptWords(); });
        connect(qApp, &QApplication::focusChanged, m_updates, [this] { m_desks.updates->look(); });
    }
    const QList<QWidget *> built = overlays();
    for (QWidget *overlay : built)
        overlay->installEventFilter(this);
    refreshFooter();
    buildShortcuts();
}

bool MainWindow::hasUnkeptWords() const
{
    const QList<const Pane *> panes = findChildren<const Pane *>();
    return std::any_of(panes.cbegin(), panes.cend(), [](const Pane *pane) { return pane->hasUnkeptWords(); });
}

void MainWindow::addShortcut(const QKeySequence &keys, const std::function<void()> &action)
{
    auto *shortcut = new QShortcut(keys, m_ui->workPage);
    connect(shortcut, &QShortcut::activated, this, action);
}

void MainWindow::buildShortcuts()
{
    addShortcut(Qt::Key_F1, [this] { m_help->isVisible() ? hideOverlays() : showOverlay(m_help); });
    addShortcut(Qt::Key_F3, [this] { m_desks.readers->readAgain(); });
    addShortcut(Qt::CTRL | Qt::Key_7, [this] { showPage(Page::Counter); });
    addShortcut(Qt::CTRL | Qt::Key_8, [this] { showPage(Page::Cases); });
    addShortcut(Qt::CTRL | Qt::Key_9, [this] { showPage(Page::Sync); });
    addShortcut(Qt::CTRL | Qt::Key_L, [this] { m_desks.signIn->signOut(); });
}

void MainWindow::presentEntry()
{
    using desk::EntryState;
    const EntryState state = m_desks.signIn->state();
    const bool signedIn = state == EntryState::SignedIn;
    // Before the window was painted nobody waits for the keyboard. Later it answers while the pages are being built.
    if (signedIn && !m_warmer)
        buildAll();
    const bool working = signedIn && m_whole;
    const bool waiting = state == EntryState::OpeningStore || state == EntryState::WaitingForKeychain || (signedIn && !m_whole);
    if (!waiting)
        buildDoors();
    m_ui->doorStack->setCurrentWidget(working ? m_ui->workPage : m_ui->entryPage);
    m_waiting->setVisible(waiting);
    if (m_signIn) {
        m_storeFailure->setVisible(state == EntryState::StoreFailed);
        m_signIn->setVisible(!working && !waiting && state != EntryState::StoreFailed);
    }
    if (signedIn) {
        m_waiting->setState(StateView::Kind::Loading, tr("Preparing the counter"), {});
    } else if (state == EntryState::WaitingForKeychain) {
        m_waiting->setState(StateView::Kind::Loading, tr("Waiting for the keychain"),
                            tr("Unlock the computer's keychain when it asks. The key of the encrypted store lies in it."));
    } else {
        m_waiting->setState(StateView::Kind::Loading, tr("Opening the encrypted store"), {});
    }
    if (m_forbidden)
        m_forbidden->setState(StateView::Kind::Forbidden, tr("This account does not work at a window"),
                              tr("Sign in with a window clerk's or supervisor's account: Ctrl+L."));
    refreshFooter();
}

void MainWindow::forgetOperator()
{
    m_page = Page::Counter;
    m_beforeOverlay.clear();
    const QList<Pane *> panes = m_ui->pageStack->findChildren<Pane *>();
    for (Pane *pane : panes)
        pane->forget();
}

void MainWindow::onEntryChanged()
{
    presentEntry();
    const bool working = m_desks.signIn->state() == desk::EntryState::SignedIn;
    // After the door is shut: what leaves a field on the way out still reaches its desk.
    if (std::exchange(m_working, working) && !working)
        forgetOperator();
    showPage(m_page);
    // After a refusal the page itself keeps the keyboard at the password.
    if (m_signIn && m_signIn->isVisible() && m_desks.signIn->state() == desk::EntryState::SignedOut)
        m_signIn->takeFocus();
}

void MainWindow::onWhoChanged()
{
    // Who may not work at a window any more sees nobody's case from now on; anybody else is not disturbed.
    const bool forbidden = m_forbidden && m_ui->pageStack->currentWidget() == m_forbidden;
    if (mayWork() == forbidden)
        showPage(m_page);
}

bool MainWindow::mayWork() const
{
    const domain::Role role = m_desks.signIn->who().role;
    return role == domain::Role::Clerk || role == domain::Role::Supervisor;
}

void MainWindow::showPage(Page page)
{
    hideOverlays();
    m_page = page;
    if (!m_whole || m_desks.signIn->state() != desk::EntryState::SignedIn)
        return;
    m_ui->navRail->setCurrent(int(page));
    QWidget *pages[] = {m_counter, m_cases, m_sync};
    m_ui->pageStack->setCurrentWidget(mayWork() ? pages[int(page)] : m_forbidden);
    qobject_cast<Pane *>(m_ui->pageStack->currentWidget())->takeFocus();
}

MainWindow::Page MainWindow::page() const
{
    return m_page;
}

void MainWindow::showOverlay(Pane *overlay)
{
    hideOverlays();
    m_beforeOverlay = QApplication::focusWidget();
    overlay->show();
    placeOverlays();
    overlay->raise();
    overlay->takeFocus();
}

QList<QWidget *> MainWindow::overlays() const
{
    QList<QWidget *> built;
    for (QWidget *overlay : {static_cast<QWidget *>(m_help), static_cast<QWidget *>(m_readers), static_cast<QWidget *>(m_diagnostics), static_cast<QWidget *>(m_updates)}) {
        if (overlay)
            built << overlay;
    }
    return built;
}

void MainWindow::hideOverlays()
{
    const QList<QWidget *> built = overlays();
    for (QWidget *overlay : built)
        overlay->hide();
}

void MainWindow::placeOverlays()
{
    const QList<QWidget *> built = overlays();
    for (QWidget *overlay : built) {
        if (!overlay->isVisible())
            continue;
        const QSize room(m_ui->workPage->width() - 2 * token::gapPage, m_ui->workPage->height() - token::headerHeight - token::footerHeight);
        overlay->resize(overlay->sizeHint().expandedTo({token::entryWidth, 0}).boundedTo(room));
        overlay->move(m_ui->workPage->width() - overlay->width() - token::gapPage, token::headerHeight + token::gapTiny);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeOverlays();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_warmer && windowHandle())
        windowHandle()->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool onScreen = event->type() == QEvent::Expose && watched == windowHandle() && windowHandle()->isExposed();
    if (onScreen && !m_warmer) {
        m_warmer = new Warmer(this);
        connect(m_warmer, &Warmer::done, this, &MainWindow::onWarm);
        // The window paints itself while it handles this event.
        QTimer::singleShot(0, this, [this] {
            Q_EMIT painted();
            buildWhileIdle();
        });
    }
    // A panel over the page gives the keyboard back to where the clerk was.
    const bool panel = watched == m_help || watched == m_readers || watched == m_diagnostics || watched == m_updates;
    if (panel && watched && event->type() == QEvent::Hide && m_beforeOverlay && m_beforeOverlay->isVisible())
        std::exchange(m_beforeOverlay, nullptr)->setFocus();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::toggleLanguage()
{
    m_translator->setLanguage(m_translator->language() == "zh_CN"_L1 ? u"en"_s : u"zh_CN"_s);
}

void MainWindow::refreshFooter()
{
    m_ui->footerBar->present(m_desks.counter->view());
    // The panel it leads to is built behind the door.
    if (m_updates)
        m_ui->footerBar->setNotice(UpdatePanel::noticeFor(m_desks.updates->view()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    // Other words, the same place: neither the page nor the keyboard moves.
    m_ui->retranslateUi(this);
    presentEntry();
}

} // namespace yichuang::ui
