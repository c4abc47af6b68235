// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exchange/server.h>

#include <QStringList>

namespace yichuang::app {

/** What the command line asks for. */
struct ExchangeArguments {
    enum class Task { Serve, AddOperator, ImportCatalogue, Help, Version } task = Task::Serve;
    exchange::Options options;
    QString login;            ///< AddOperator
    wire::Operator person;    ///< AddOperator
    QString catalogueFolder;  ///< ImportCatalogue
    bool demo = false;        ///< --seed-demo was given
    QString helpText;
};

/** Reads the arguments as QCoreApplication gives them. Error APP-001 with a sentence. */
[[nodiscard]] domain::Result<ExchangeArguments> parseExchangeArguments(const QStringList &arguments);

} // namespace yichuang::app
