// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exchange/server.h>

#include <QStringList>

namespace yichuang::app {

/** What the command line asks for. */
struct ExchangeArguments {
    enum class Task { Serve, AddOperator, ImportCatalogue, BackUp, Restore, RollBack, Help, Version } task = Task::Serve;
    exchange::Options options;
    QString login;            ///< AddOperator
    wire::Operator person;    ///< AddOperator
    QString catalogueFolder;  ///< ImportCatalogue
    QString backupFile;       ///< BackUp, Restore
    bool demo = false;        ///< --seed-demo was given
    QString helpText;
};

/** Reads the arguments as QCoreApplication gives them, and the file of --config. Errors with a sentence: APP-001, APP-003. */
[[nodiscard]] domain::Result<ExchangeArguments> parseExchangeArguments(const QStringList &arguments);

} // namespace yichuang::app
