// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "arguments.h"

#include "configfile.h"

#include <QCommandLineParser>
#include <QUrl>

namespace yichuang::app {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

auto bad(const QString &sentence)
{
    return domain::failure(FailureCode::ArgumentInvalid, sentence);
}

domain::Result<void> readListen(const QString &text, exchange::Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    const int port = text.mid(colon + 1).toInt(&isPort);
    QString address = text.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (colon < 1 || !isPort || port < 0 || port > 65535)
        return bad(u"--listen wants ADDRESS:PORT, for example 127.0.0.1:8480"_s);
    options.address = address;
    options.port = static_cast<quint16>(port);
    return {};
}

domain::Result<void> readDatabase(const QCommandLineParser &parser, exchange::Options &options)
{
    if (parser.isSet(u"data"_s) == parser.isSet(u"database"_s))
        return bad(u"give either --data FOLDER or --database URL"_s);
    if (parser.isSet(u"data"_s)) {
        options.dataFolder = parser.value(u"data"_s);
    } else {
        const QUrl url(parser.value(u"database"_s));
        if (url.scheme() == "postgresql"_L1 || url.scheme() == "postgres"_L1)
            return bad(u"PostgreSQL is not in this build; use --data FOLDER or sqlite:///FOLDER"_s);
        // The root of the file system is nobody's folder for data: a word was left out.
        if (url.scheme() != "sqlite"_L1 || url.path().isEmpty() || url.path() == "/"_L1)
            return bad(u"--database wants sqlite:///FOLDER"_s);
        options.dataFolder = url.path();
    }
    return options.dataFolder.isEmpty() ? bad(u"the data folder is empty"_s) : domain::Result<void>();
}

domain::Result<void> readTls(const QCommandLineParser &parser, exchange::Options &options)
{
    options.certificateFile = parser.value(u"tls-cert"_s);
    options.keyFile = parser.value(u"tls-key"_s);
    options.clientCaFile = parser.value(u"client-ca"_s);
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return bad(u"--tls-cert and --tls-key belong together"_s);
    if (!options.clientCaFile.isEmpty() && options.certificateFile.isEmpty())
        return bad(u"--client-ca needs --tls-cert and --tls-key"_s);
    return {};
}

domain::Result<void> readDemo(const QCommandLineParser &parser, ExchangeArguments &parsed)
{
    if (parser.isSet(u"seed-demo"_s)) {
        bool isNumber = false;
        parsed.options.demo.citizens = parser.value(u"seed-demo"_s).toInt(&isNumber);
        if (!isNumber || parsed.options.demo.citizens < 1 || parsed.options.demo.citizens > 1000000)
            return bad(u"--seed-demo wants 1 to 1000000 citizens"_s);
        parsed.demo = true;
    }
    if (parser.isSet(u"seed"_s)) {
        bool isNumber = false;
        parsed.options.demo.seed = parser.value(u"seed"_s).toULongLong(&isNumber);
        if (!isNumber)
            return bad(u"--seed wants a number"_s);
    }
    return {};
}

/** The burst is four seconds' worth, at least one request. */
domain::Result<void> readRate(const QString &text, exchange::Options &options)
{
    bool isNumber = false;
    options.requestsPerSecond = text.toDouble(&isNumber);
    if (!isNumber || options.requestsPerSecond < 0 || options.requestsPerSecond > 1e6)
        return bad(u"--rate wants requests per second, 0 for no limit"_s);
    options.burst = std::max(1.0, 4 * options.requestsPerSecond);
    return {};
}

/** What the desktop shows of an operator; the login stands for a name that is not given. */
domain::Result<void> readDisplay(const QCommandLineParser &parser, wire::Operator &person)
{
    constexpr qsizetype longest = 60;
    const QString window = parser.value(u"window"_s);
    const qsizetype colon = window.indexOf(u':');
    if (!window.isEmpty() && (colon <= 0 || colon == window.size() - 1))
        return bad(u"--window wants ID:NAME"_s);
    if (parser.isSet(u"name"_s))
        person.name = parser.value(u"name"_s).simplified();
    person.windowId = window.left(qMax(qsizetype(0), colon));
    person.windowName = window.mid(colon + 1).simplified();
    if (person.name.isEmpty())
        return bad(u"--name wants the operator's name"_s);
    for (const QString &text : {person.name, person.windowId, person.windowName}) {
        if (text.size() > longest)
            return bad(u"--name and --window take %1 characters at most"_s.arg(longest));
    }
    return {};
}

domain::Result<void> readOperator(const QString &text, ExchangeArguments &parsed)
{
    static const QHash<QString, domain::Role> roles{{u"clerk"_s, domain::Role::Clerk}, {u"reviewer"_s, domain::Role::Reviewer},
                                                    {u"supervisor"_s, domain::Role::Supervisor}, {u"auditor"_s, domain::Role::Auditor},
                                                    {u"administrator"_s, domain::Role::Administrator}};
    const QStringList parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3 || parts.at(0).isEmpty() || !roles.contains(parts.at(1)))
        return bad(u"--add-operator wants LOGIN:ROLE[:DEPARTMENT]; roles are clerk, reviewer, supervisor, auditor, administrator"_s);
    const domain::Role role = roles.value(parts.at(1));
    if ((role == domain::Role::Reviewer) != (parts.size() == 3))
        return bad(u"a reviewer needs a department, other roles have none"_s);
    parsed.login = parts.at(0);
    parsed.person = {parts.at(0), parts.at(0), role, parts.value(2), {}, {}, {}};
    return {};
}

/** What ends by itself; without any of them the program serves. */
domain::Result<void> readTask(const QCommandLineParser &parser, ExchangeArguments &parsed)
{
    using Task = ExchangeArguments::Task;
    static const QList<std::pair<QString, Task>> tasks{{u"add-operator"_s, Task::AddOperator}, {u"import-catalogue"_s, Task::ImportCatalogue},
                                                       {u"backup"_s, Task::BackUp}, {u"restore"_s, Task::Restore},
                                                       {u"rollback"_s, Task::RollBack}};
    int asked = 0;
    for (const auto &[name, task] : tasks) {
        if (!parser.isSet(name))
            continue;
        parsed.task = task;
        if (++asked > 1)
            return bad(u"one task at a time: --add-operator, --import-catalogue, --backup, --restore or --rollback"_s);
    }
    parsed.catalogueFolder = parser.value(u"import-catalogue"_s);
    if (parsed.task == Task::ImportCatalogue && parsed.catalogueFolder.isEmpty())
        return bad(u"--import-catalogue wants a folder"_s);
    parsed.backupFile = parser.value(parsed.task == Task::Restore ? u"restore"_s : u"backup"_s);
    if (parsed.task == Task::AddOperator)
        return readOperator(parser.value(u"add-operator"_s), parsed).and_then([&] { return readDisplay(parser, parsed.person); });
    for (const QString &name : {u"name"_s, u"window"_s}) {
        if (parser.isSet(name))
            return bad(u"--%1 belongs to --add-operator"_s.arg(name));
    }
    return {};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The reference back office of Yichuang."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Shows this text."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version."_s},
        {u"config"_s, u"File with one of these options a line, NAME = VALUE; what the command line says comes first."_s, u"FILE"_s},
        {u"listen"_s, u"Where to listen; port 0 takes a free one. Without TLS only on loopback, and only demo data."_s, u"ADDRESS:PORT"_s, u"127.0.0.1:8480"_s},
        {u"data"_s, u"Folder of the database."_s, u"FOLDER"_s},
        {u"database"_s, u"Database by URL: sqlite:///FOLDER."_s, u"URL"_s},
        {u"tls-cert"_s, u"Certificate chain (PEM)."_s, u"FILE"_s},
        {u"tls-key"_s, u"Private key (PEM)."_s, u"FILE"_s},
        {u"client-ca"_s, u"Clients must show a certificate of this authority (PEM)."_s, u"FILE"_s},
        {u"rate"_s, u"Requests per second that one address may make; 0: no limit."_s, u"NUMBER"_s, u"100"_s},
        {u"seed-demo"_s, u"Makes a fictional city of N citizens and demo accounts in a folder that holds nobody else. Their password is read from YICHUANG_DEMO_SECRET, or made and printed."_s, u"N"_s},
        {u"seed"_s, u"Seed of the fictional city."_s, u"NUMBER"_s, u"1"_s},
        {u"add-operator"_s, u"Adds an operator account, or changes the one with that login, and ends. The password, 8 characters or more, is the first line of the standard input."_s, u"LOGIN:ROLE[:DEPARTMENT]"_s},
        {u"name"_s, u"With --add-operator: the operator's name on every screen."_s, u"NAME"_s},
        {u"window"_s, u"With --add-operator: the window the operator works at."_s, u"ID:NAME"_s},
        {u"import-catalogue"_s, u"Brings a catalogue folder into force and ends."_s, u"FOLDER"_s},
        {u"backup"_s, u"Copies the database, also while the exchange is running, and ends. An older FILE is replaced by a checked copy only."_s, u"FILE"_s},
        {u"restore"_s, u"Puts a backup in the database's place and ends; the one before stays beside it. Refused while the exchange is running."_s, u"FILE"_s},
        {u"rollback"_s, u"After a newer program whose database this one cannot work with: puts the copy made before its migration in the database's place and ends."_s},
    });
}

} // namespace

domain::Result<ExchangeArguments> parseExchangeArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    ExchangeArguments parsed;
    if (!parser.parse(arguments))
        return bad(parser.errorText());
    if (parser.isSet(u"config"_s)) {
        const auto configured = withConfigFile(arguments, parser.value(u"config"_s));
        if (!configured)
            return tl::unexpected(configured.error());
        if (!parser.parse(*configured))
            return bad(u"%1: %2"_s.arg(parser.value(u"config"_s), parser.errorText()));
    }
    parsed.helpText = parser.helpText();
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        parsed.task = parser.isSet(u"help"_s) ? ExchangeArguments::Task::Help : ExchangeArguments::Task::Version;
        return parsed;
    }
    if (!parser.positionalArguments().isEmpty())
        return bad(u"unexpected argument \"%1\""_s.arg(parser.positionalArguments().first()));
    if (const auto listen = readListen(parser.value(u"listen"_s), parsed.options); !listen)
        return tl::unexpected(listen.error());
    if (const auto database = readDatabase(parser, parsed.options); !database)
        return tl::unexpected(database.error());
    if (const auto tls = readTls(parser, parsed.options); !tls)
        return tl::unexpected(tls.error());
    if (const auto rate = readRate(parser.value(u"rate"_s), parsed.options); !rate)
        return tl::unexpected(rate.error());
    if (const auto demo = readDemo(parser, parsed); !demo)
        return tl::unexpected(demo.error());
    if (const auto task = readTask(parser, parsed); !task)
        return tl::unexpected(task.error());
    return parsed;
}

} // namespace yichuang::app
