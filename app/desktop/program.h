// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demoworld.h"
#include "diagnostics.h"
#include "options.h"
#include "updates.h"

#include <desk/desksession.h>
#include <desk/livecasedesk.h>
#include <desk/livecounterdesk.h>
#include <desk/livereaderdesk.h>
#include <desk/livesignindesk.h>
#include <desk/livesyncdesk.h>
#include <desk/systemclock.h>
#include <device/readermanager.h>
#include <ui/mainwindow.h>
#include <ui/prompter.h>
#include <ui/translator.h>
#include <vault/keyprovider.h>

namespace yichuang::app {

/** The wiring: every room made by constructor and handed to the next. */
class Program : public QObject
{
    Q_OBJECT
public:
    /** @param prompter answers the questions that need a dialog; null: dialogs do. Must outlive the program. */
    explicit Program(DesktopOptions options, ui::Prompter *prompter = nullptr);
    ~Program() override;
    /** Before start(): true when a newer version was put in this one's place and is to be started instead. */
    [[nodiscard]] bool gaveWay();
    /** After gaveWay(): runs `then` when whoever counts the starts of this version has heard of this one; at once where nobody does, else in the event loop. */
    void whenHeard(const std::function<void()> &then);
    /** Makes everything and shows the window. Error: what stands in the way before a window can help. */
    [[nodiscard]] domain::Result<void> start();
    /**
     * Closes window, desks, readers, store and client and makes them again on the same profile, as a new start would.
     * @param meanwhile runs while nothing is open; may be empty
     */
    [[nodiscard]] domain::Result<void> restart(const std::function<void()> &meanwhile = {});

    [[nodiscard]] const DesktopOptions &options() const { return m_options; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] DemoWorld *demo() const { return m_demo.get(); }
    [[nodiscard]] remote::ExchangeClient &client() { return *m_client; }
    /** Where the exchange is and how it is trusted; valid after start(). */
    [[nodiscard]] const remote::Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const desk::CounterDesk &counter() const { return *m_counter; }
    [[nodiscard]] const desk::SignInDesk &signIn() const { return *m_signIn; }
    [[nodiscard]] const desk::SyncDesk &sync() const { return *m_sync; }
    [[nodiscard]] const device::ReaderManager &readers() const { return *m_readers; }
    [[nodiscard]] const ui::Translator &translator() const { return *m_translator; }
    [[nodiscard]] desk::DeskSession &session() { return *m_session; }
    [[nodiscard]] const desk::SystemClock &clock() const { return m_clock; }
    [[nodiscard]] QString profile() const;

private:
    [[nodiscard]] domain::Result<void> startDemo();
    [[nodiscard]] domain::Result<void> open();
    void close();
    [[nodiscard]] domain::Result<void> makeClient();
    void makeReaders();
    void makeDesks();
    void signInToDemo();
    void beginWhenPainted();
    void watchTrial();
    void showWindow();
    [[nodiscard]] desk::StoreDoor makeDoor();

    DesktopOptions m_options;
    ui::Prompter *m_prompter;
    desk::SystemClock m_clock;
    std::unique_ptr<DemoWorld> m_demo;
    std::unique_ptr<Updates> m_updates; ///< null in the demo
    remote::Endpoint m_endpoint;
    std::unique_ptr<remote::ExchangeClient> m_client;
    std::shared_ptr<vault::KeyProvider> m_keys;
    std::unique_ptr<device::ReaderManager> m_readers;
    std::unique_ptr<QObject> m_opening; ///< owns the opening of the store that is on its way
    std::unique_ptr<desk::DeskSession> m_session;
    std::unique_ptr<desk::LiveSignInDesk> m_signIn;
    std::unique_ptr<desk::LiveCounterDesk> m_counter;
    std::unique_ptr<desk::LiveCaseDesk> m_cases;
    std::unique_ptr<desk::LiveSyncDesk> m_sync;
    std::unique_ptr<desk::LiveReaderDesk> m_readerDesk;
    std::unique_ptr<Diagnostics> m_diagnostics;
    std::unique_ptr<ui::Translator> m_translator;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace yichuang::app
