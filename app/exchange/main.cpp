// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "arguments.h"
#include "linewriter.h"
#include "privatefiles.h"
#include "stopsignal.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QUuid>
#include <cstdio>
#include <mutex>

using namespace yichuang;
using namespace yichuang::app;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPassword = 8;

/** Exit codes of the program. */
enum ExitCode { Done = 0, Failed = 1, BadArguments = 2 };

void say(std::FILE *where, const QString &line)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), where);
    std::fflush(where);
}

int failed(const domain::Error &error)
{
    say(stderr, u"yichuang-exchange: %1 %2"_s.arg(domain::failureText(error.code), error.detail));
    return error.code == domain::FailureCode::ArgumentInvalid ? BadArguments : Failed;
}

int addOperator(const ExchangeArguments &arguments)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failed({domain::FailureCode::ArgumentInvalid, u"no password on the standard input"_s, false});
    const QString password = QString::fromUtf8(input.readLine(1024)).trimmed();
    if (password.size() < shortestPassword)
        return failed({domain::FailureCode::ArgumentInvalid, u"the password needs at least %1 characters"_s.arg(shortestPassword), false});
    exchange::Server server(arguments.options);
    const auto put = server.putOperator(arguments.login, password, arguments.person);
    return put ? Done : failed(put.error());
}

int importCatalogue(const ExchangeArguments &arguments)
{
    exchange::Server server(arguments.options);
    const auto version = server.importCatalogue(arguments.catalogueFolder);
    if (!version)
        return failed(version.error());
    say(stdout, u"catalogue version %1"_s.arg(*version));
    return Done;
}

int backUp(const ExchangeArguments &arguments)
{
    const exchange::Server server(arguments.options);
    const auto done = server.backUp(arguments.backupFile);
    if (!done)
        return failed(done.error());
    say(stdout, u"backup written to "_s + arguments.backupFile);
    return Done;
}

int restore(const exchange::Server &server, const QString &file)
{
    const auto before = server.restore(file);
    if (!before)
        return failed(before.error());
    say(stdout, u"restored from "_s + file);
    if (!before->isEmpty())
        say(stdout, u"the database before is kept as "_s + *before);
    return Done;
}

int rollBack(const ExchangeArguments &arguments)
{
    const exchange::Server server(arguments.options);
    const auto copy = server.copyToGoBackTo();
    return copy ? restore(server, *copy) : failed(copy.error());
}

/** The demo's password: given by the caller, or made for this run and told once. */
void setDemoSecret(exchange::Options &options)
{
    options.demo.secret = qEnvironmentVariable("YICHUANG_DEMO_SECRET");
    if (!options.demo.secret.isEmpty())
        return;
    options.demo.secret = QUuid::createUuid().toString(QUuid::WithoutBraces);
    say(stdout, u"demo secret: "_s + options.demo.secret);
}

int serve(ExchangeArguments arguments)
{
    if (arguments.demo)
        setDemoSecret(arguments.options);
    LineWriter out(stdout);
    arguments.options.accessLog = [&out](const QByteArray &line) { out.write(line); };
    exchange::Server server(arguments.options);
    const auto started = server.start();
    if (!started)
        return failed(started.error());
    out.write("listening on " + server.url().toUtf8());
    waitForStopSignal();
    out.write("stopping");
    server.stop();
    return Done;
}

} // namespace

int main(int argc, char *argv[])
{
    holdStopSignals();
    keepFilesPrivate();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"yichuang-exchange"_s);
    const auto arguments = parseExchangeArguments(QCoreApplication::arguments());
    if (!arguments) {
        say(stderr, u"yichuang-exchange: %1\nTry --help."_s.arg(arguments.error().detail));
        return BadArguments;
    }
    switch (arguments->task) {
    case ExchangeArguments::Task::Help:
        say(stdout, arguments->helpText);
        return Done;
    case ExchangeArguments::Task::Version:
        say(stdout, QStringLiteral("yichuang-exchange " YICHUANG_VERSION));
        return Done;
    case ExchangeArguments::Task::AddOperator:
        return addOperator(*arguments);
    case ExchangeArguments::Task::ImportCatalogue:
        return importCatalogue(*arguments);
    case ExchangeArguments::Task::BackUp:
        return backUp(*arguments);
    case ExchangeArguments::Task::Restore:
        return restore(exchange::Server(arguments->options), arguments->backupFile);
    case ExchangeArguments::Task::RollBack:
        return rollBack(*arguments);
    case ExchangeArguments::Task::Serve:
        break;
    }
    return serve(*arguments);
}
