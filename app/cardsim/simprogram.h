// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commandinput.h"

#include <cardsim/cardfile.h>
#include <cardsim/simulator.h>

#include <functional>
#include <memory>
#include <optional>

namespace yichuang::app {

/** What the command line asked for. */
struct SimOptions {
    QString ptyLink;   ///< either this …
    int tcpPort = -1;  ///< … or this; 0 is any free port
    QString cardPath;  ///< empty: the reader starts without a card
    int pace = 115200; ///< bit/s
    int thinkMs = 0;
};

/**
 * Runs one simulated reader and obeys the commands place FILE|JSON, remove, fault NAME …, unplug, plug, quit. Answers each
 * with one line on standard output: "ok …" or "error CODE text". A card that no file should hold is placed by its JSON.
 */
class SimProgram : public QObject
{
    Q_OBJECT

public:
    explicit SimProgram(const SimOptions &options);

    /** Plugs the reader in and lays the first card. */
    [[nodiscard]] domain::Result<void> start();
    void obey(const QString &line);

Q_SIGNALS:
    void quitRequested();

private:
    [[nodiscard]] domain::Result<QString> perform(const QString &verb, const QString &rest);
    [[nodiscard]] domain::Result<QString> place(const domain::Result<cardsim::CardFile> &card);

    SimOptions m_options;
    cardsim::Simulator m_simulator;
    CommandInput m_input;
};

} // namespace yichuang::app
