// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desks.h>

#include <QMainWindow>
#include <QPointer>
#include <memory>

class QShortcut;

namespace yichuang::ui {

class Prompter;
class Translator;
class SignInPage;
class StoreFailurePage;
class StateView;
class CounterPage;
class CasesPage;
class SyncPage;
class Pane;
class HelpOverlay;
class DiagnosticsPanel;
class ReaderPanel;
class UpdatePanel;
class Warmer;

namespace Ui {
class MainWindow;
}

/**
 * The window of a workplace: its doors (store, sign-in) and then one page per task. The door is painted first; the pages
 * are built behind it, a piece in each event, and are shown whole once somebody is signed in. The desks outlive it. Translator
 * and prompter are the caller's and outlive it too; where none is given it owns a default one.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const desk::Desks &desks, QWidget *parent = nullptr, Translator *translator = nullptr, Prompter *prompter = nullptr);
    ~MainWindow() override;

    enum class Page { Counter, Cases, Sync };
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    [[nodiscard]] Translator &translator() const { return *m_translator; }

Q_SIGNALS:
    /** Once, as soon as the window has been painted for the first time: what may take a while can begin. */
    void painted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addDoor(QWidget *door);
    void holdOnSmallScreens();
    void buildDoors();
    /** Builds one part of what lies behind the door; false when all of it is there. */
    bool buildNext();
    void buildAll();
    void buildWhileIdle();
    void buildFrame();
    void buildCounter();
    void buildCases();
    void buildSync();
    void buildOverlays();
    void buildShortcuts();
    void addPage(QWidget *page);
    void onWarm();
    void presentEntry();
    void onEntryChanged();
    void onWhoChanged();
    /** Nothing that one operator saw, typed or revealed is there for the next one. */
    void forgetOperator();
    [[nodiscard]] bool mayWork() const;
    void showOverlay(Pane *overlay);
    void hideOverlays();
    void placeOverlays();
    void toggleLanguage();
    void refreshFooter();
    [[nodiscard]] bool hasUnkeptWords() const;
    [[nodiscard]] QList<QWidget *> overlays() const;
    void retranslate();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &action);

    desk::Desks m_desks;
    std::unique_ptr<Ui::MainWindow> m_ui;
    std::unique_ptr<Prompter> m_ownPrompter;
    Prompter *m_prompter = nullptr;
    Translator *m_translator = nullptr;
    SignInPage *m_signIn = nullptr;
    StoreFailurePage *m_storeFailure = nullptr;
    StateView *m_waiting = nullptr;
    StateView *m_forbidden = nullptr;
    CounterPage *m_counter = nullptr;
    CasesPage *m_cases = nullptr;
    SyncPage *m_sync = nullptr;
    HelpOverlay *m_help = nullptr;
    ReaderPanel *m_readers = nullptr;
    DiagnosticsPanel *m_diagnostics = nullptr;
    UpdatePanel *m_updates = nullptr; ///< where the desks have one that speaks of newer versions
    QPointer<QWidget> m_beforeOverlay; ///< where the keyboard was before a panel came over the page
    Warmer *m_warmer = nullptr;     ///< from the first time on the screen
    Page m_page = Page::Counter;
    bool m_working = false;         ///< somebody is signed in
    int m_built = 0;                ///< parts behind the door
    bool m_whole = false;           ///< all of them are there and have their style
};

} // namespace yichuang::ui
