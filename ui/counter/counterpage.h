// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <QSet>
#include <QTimer>
#include <desk/counterdesk.h>
#include <functional>
#include <memory>

class QStackedWidget;

namespace yichuang::ui {

class PlaceKeeper;
class Prompter;
namespace Ui {
class CounterPage;
}

/** The 受理 page: person at the left, certificates to timeline in the middle, the case at the right. */
class CounterPage : public Pane
{
    Q_OBJECT
public:
    CounterPage(desk::CounterDesk *desk, Prompter &prompter, QWidget *parent = nullptr);
    ~CounterPage() override;
    /** Builds one more pane; false when the page is whole. Nothing else may be asked of the page before. */
    bool buildNext();
    enum Tab { Certificates, Items, Situations, Form, Timeline };
    /** The keyboard to where the clerk works on the open tab. */
    void takeFocus() override;

Q_SIGNALS:
    /** A card began a case here, or asks what becomes of its holder beside an open draft. */
    void cardCame();

protected:
    void retranslate() override;

private:
    void queuePanes(Prompter &prompter);
    void connectPanes();
    /** Where on the page a clerk works, and how each place is reached. */
    void namePlaces();
    void focusTab();
    [[nodiscard]] bool isWhole() const { return m_unbuilt.isEmpty(); }
    void buildShortcuts();
    void orderFocus();
    void refresh();
    void presentAll(const desk::CounterView &view);
    void prepareForm();
    void presentTabs(const desk::CounterView &view);
    /** Brings the pane on top of a stack up to date; those beneath wait until they are shown. */
    void presentTop(QStackedWidget *stack);
    void presentPane(const QWidget *pane, const desk::CounterView &view);
    void followCase(const desk::CounterView &view);
    void showTab(int tab);
    void goToMissing();
    void onNewcomerChosen(desk::NewcomerChoice choice);
    void openTyping();
    void openAgentTyping();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &action);
    desk::CounterDesk *m_desk = nullptr;
    PlaceKeeper *m_places = nullptr;
    QUuid m_shownCase;
    bool m_hadNewcomer = false;
    QList<std::function<void()>> m_unbuilt; ///< what is still to be built, in order
    QTimer m_idle;                       ///< while the hidden form can be made ready
    QSet<const QWidget *> m_current;     ///< panes that show the view as it is now
    std::unique_ptr<Ui::CounterPage> m_ui;
};

} // namespace yichuang::ui
