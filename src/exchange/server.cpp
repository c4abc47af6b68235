// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <exchange/server.h>

#include "api/routes.h"
#include "demo/demoaccounts.h"
#include "demo/demoseed.h"
#include "service/acceptancetimer.h"
#include "service/localauthenticator.h"
#include "service/systemclock.h"
#include "storage/backup.h"
#include "storage/folderlock.h"

#include <exchange/cataloguefiles.h>
#include <httpserver/httpserver.h>

#include <QDir>
#include <QFile>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

struct Server::Private {
    explicit Private(Options given)
        : options(std::move(given))
    {
    }
    [[nodiscard]] const domain::Clock &clock() const { return options.clock ? *options.clock : systemClock; }
    [[nodiscard]] httpserver::Options httpOptions() const;
    [[nodiscard]] domain::Result<void> makeDemo();
    [[nodiscard]] domain::Result<void> checkPlain();
    [[nodiscard]] domain::Result<void> takeFolder();
    void build();

    Options options;
    SystemClock systemClock;
    std::unique_ptr<FolderLock> lock; ///< while serving
    std::unique_ptr<Database> database;
    std::unique_ptr<CatalogueService> catalogues;
    std::unique_ptr<LocalAuthenticator> authenticator;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<CommandEngine> commands;
    std::unique_ptr<AcceptanceTimer> acceptance;
    std::unique_ptr<CertificateService> certificates;
    std::unique_ptr<CaseService> cases;
    std::unique_ptr<Router> router;
    std::unique_ptr<httpserver::HttpServer> http;
};

httpserver::Options Server::Private::httpOptions() const
{
    httpserver::Options given;
    given.address = options.address;
    given.port = options.port;
    given.tls.certificateFile = options.certificateFile;
    given.tls.keyFile = options.keyFile;
    given.tls.clientCaFile = options.clientCaFile;
    given.tls.requireClientCertificate = !options.clientCaFile.isEmpty();
    given.workers = options.workers;
    given.maxBody = options.maxBody;
    given.requestsPerSecondPerAddress = options.requestsPerSecond;
    given.burstPerAddress = options.burst;
    if (options.accessLog)
        given.accessLog = [log = options.accessLog](const httpserver::AccessRecord &record) { log(httpserver::accessLine(record)); };
    return given;
}

domain::Result<void> Server::Private::makeDemo()
{
    if (options.demo.citizens == 0 && options.demo.secret.isEmpty())
        return {};
    // Before anything is changed: accounts of a hall never get the demo's password.
    if (const auto claimed = claimForDemo(*database, options.demo.seed); !claimed)
        return claimed;
    if (catalogues->current()->version() == 0) {
        const auto content = catalogueFromFiles(demoCatalogueFolder());
        if (!content)
            return tl::unexpected(content.error());
        if (const auto version = catalogues->import(*content); !version)
            return tl::unexpected(version.error());
    }
    if (!options.demo.secret.isEmpty()) {
        if (const auto accounts = putDemoAccounts(*authenticator, catalogues->current()->content(), options.demo.secret); !accounts)
            return accounts;
    }
    if (options.demo.citizens == 0)
        return {};
    return seedDemoCity(*database, *catalogues->current(), options.demo.seed, options.demo.citizens, clock().today());
}

/** Real people's data never travel in the clear, not even within one machine. */
domain::Result<void> Server::Private::checkPlain()
{
    // A run with demo accounts only is a demo too; a city has left its mark by now.
    if (!options.certificateFile.isEmpty() || !options.demo.secret.isEmpty())
        return {};
    const auto isDemo = holdsDemoCity(*database);
    if (!isDemo)
        return tl::unexpected(isDemo.error());
    if (!*isDemo)
        return domain::failure(FailureCode::HttpPlainNotDemo, u"without --tls-cert and --tls-key only demo data is served, and this database is not a demo's"_s);
    return {};
}

namespace {

/** A database of an earlier version may stand open to every user of the machine; SQLite gives its journal the same rights. */
void closeToOthers(const QString &database)
{
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(database + end))
            QFile::setPermissions(database + end, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

domain::Result<void> Server::Private::takeFolder()
{
    if (options.dataFolder.isEmpty() || !QDir().mkpath(options.dataFolder))
        return domain::failure(FailureCode::ArgumentInvalid, u"the data folder cannot be made"_s);
    auto fresh = std::make_unique<FolderLock>();
    const auto taken = fresh->take(options.dataFolder);
    if (taken)
        lock = std::move(fresh);
    return taken;
}

void Server::Private::build()
{
    // After a start that failed: its thread goes before what it uses.
    acceptance.reset();
    feed = std::make_unique<Feed>(*database);
    commands = std::make_unique<CommandEngine>(*database, *catalogues, clock(), [this] { feed->wake(); });
    acceptance = std::make_unique<AcceptanceTimer>(*commands, std::chrono::milliseconds(options.acceptanceMs));
    certificates = std::make_unique<CertificateService>(*database, *catalogues, clock());
    cases = std::make_unique<CaseService>(*database, *catalogues, *commands, clock());
    router = std::make_unique<Router>(*authenticator);
    const Services services{*authenticator, *catalogues, *certificates, *commands, *cases, *feed, clock()};
    addSessionRoutes(*router, services);
    addCertificateRoutes(*router, services);
    addCaseRoutes(*router, services);
    addReviewRoutes(*router, services);
}

Server::Server(Options options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Server::~Server()
{
    stop();
}

domain::Result<void> Server::open()
{
    if (d->database)
        return {};
    if (d->options.dataFolder.isEmpty() || !QDir().mkpath(d->options.dataFolder))
        return domain::failure(FailureCode::ArgumentInvalid, u"the data folder cannot be made"_s);
    closeToOthers(databaseFile(d->options.dataFolder));
    auto database = std::make_unique<Database>(std::make_unique<SqliteDialect>(databaseFile(d->options.dataFolder)));
    if (const auto migrated = database->migrate(); !migrated)
        return migrated;
    d->database = std::move(database);
    d->catalogues = std::make_unique<CatalogueService>(*d->database, d->clock());
    d->authenticator = std::make_unique<LocalAuthenticator>(*d->database, d->clock(), PasswordCost{d->options.passwordMemoryKiB, 2});
    return d->catalogues->load();
}

domain::Result<void> Server::start()
{
    if (const auto locked = d->takeFolder(); !locked)
        return locked;
    if (const auto opened = open(); !opened)
        return opened;
    if (const auto demo = d->makeDemo(); !demo)
        return demo;
    if (const auto plain = d->checkPlain(); !plain)
        return plain;
    d->build();
    d->http = std::make_unique<httpserver::HttpServer>(d->httpOptions(), [this](httpserver::Request request, httpserver::Responder responder) {
        d->router->handle(std::move(request), std::move(responder));
    });
    auto started = d->http->start();
    if (!started)
        d->http.reset();
    return started;
}

quint16 Server::port() const
{
    return d->http ? d->http->port() : quint16(0);
}

bool Server::isSecure() const
{
    return d->http && d->http->isSecure();
}

QString Server::url() const
{
    const QString host = d->options.address.contains(u':') ? u'[' + d->options.address + u']' : d->options.address;
    return u"%1://%2:%3"_s.arg(isSecure() ? u"https"_s : u"http"_s, host).arg(port());
}

void Server::stop()
{
    if (d->acceptance)
        d->acceptance->stop();
    // Parked calls first, so that they get what there is instead of a refusal.
    if (d->feed)
        d->feed->stop();
    if (d->http)
        d->http->stop(d->options.drainMs);
    d->http.reset();
    d->router.reset();
    d->cases.reset();
    d->certificates.reset();
    d->acceptance.reset();
    d->commands.reset();
    d->feed.reset();
    d->lock.reset();
}

domain::Result<void> Server::putOperator(const QString &login, const QString &password, const wire::Operator &person)
{
    if (const auto opened = open(); !opened)
        return opened;
    const auto catalogue = d->catalogues->current();
    // Before the first import no department is known, and any may come.
    if (!person.departmentId.isEmpty() && catalogue->version() > 0 && !catalogue->department(person.departmentId))
        return domain::failure(FailureCode::ArgumentInvalid, u"the catalogue has no department \"%1\""_s.arg(person.departmentId));
    return d->authenticator->putAccount(login, password, person);
}

domain::Result<qint64> Server::importCatalogue(const QString &folder)
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    const auto content = catalogueFromFiles(folder);
    if (!content)
        return tl::unexpected(content.error());
    return d->catalogues->import(*content);
}

domain::Result<void> Server::backUp(const QString &file) const
{
    return backUpDatabase(d->options.dataFolder, file);
}

domain::Result<QString> Server::restore(const QString &file) const
{
    return restoreDatabase(d->options.dataFolder, file, QDateTime::currentDateTimeUtc());
}

domain::Result<QString> Server::copyToGoBackTo() const
{
    return copyBeforeMigration(d->options.dataFolder);
}

} // namespace yichuang::exchange
