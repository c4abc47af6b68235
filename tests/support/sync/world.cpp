// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include "await.h"

#include <domain/materialplan.h>
#include <exchange/cataloguefiles.h>
#include <exchange/demopeople.h>

#include <QSqlDatabase>
#include <QSqlQuery>

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

QDateTime monday()
{
    return QDateTime(QDate(2026, 11, 2), QTime(1, 30), Qt::UTC);
}

} // namespace

World::World(int citizens)
    : clock(monday())
    , m_citizens(citizens)
{
    // Desks and exchange agree on the day; the desks' time runs on.
    deskClock.aheadMs = QDateTime::currentDateTimeUtc().msecsTo(monday());
    auto content = exchange::catalogueFromFiles(exchange::demoCatalogueFolder());
    if (!content)
        qFatal("catalogue: %s", qPrintable(content.error().detail));
    auto made = domain::Catalogue::make(std::move(*content), 1);
    if (!made)
        qFatal("catalogue: %s", qPrintable(made.error().detail));
    m_catalogue = std::move(*made);
    startExchange();
}

World::~World() = default;

void World::startExchange()
{
    exchange::Options options;
    options.dataFolder = m_folder.path();
    options.clock = &clock;
    options.requestsPerSecond = 0;
    options.drainMs = 200;
    options.passwordMemoryKiB = 64;
    options.demo.secret = QString::fromUtf8(secret);
    options.demo.citizens = m_citizens;
    m_exchange = std::make_unique<exchange::Server>(options);
    if (const auto started = m_exchange->start(); !started)
        qFatal("exchange: %s %s", qPrintable(domain::failureText(started.error().code)), qPrintable(started.error().detail));
    network.setExchangePort(m_exchange->port());
    m_supervisor = direct(u"super01"_s);
}

void World::putAccount(const QString &login, const QString &password, const wire::Operator &person)
{
    if (const auto put = m_exchange->putOperator(login, password, person); !put)
        qFatal("account: %s", qPrintable(domain::failureText(put.error().code)));
}

void World::setCertificateStatus(const QString &identifier, const QString &status)
{
    const QString name = u"issuer"_s;
    {
        QSqlDatabase issuer = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        issuer.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        issuer.setDatabaseName(m_folder.filePath(u"exchange.db"_s));
        QSqlQuery query(issuer.open() ? issuer : QSqlDatabase());
        query.prepare(u"UPDATE certificates SET status=? WHERE identifier=?"_s);
        query.addBindValue(status);
        query.addBindValue(identifier);
        if (!query.exec() || query.numRowsAffected() != 1)
            qFatal("no such certificate");
    }
    QSqlDatabase::removeDatabase(name);
}

void World::stopExchange()
{
    m_supervisor.reset();
    m_exchange.reset();
}

std::unique_ptr<TestDesk> World::desk(int timeoutMs)
{
    auto endpoint = remote::Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(network.port()));
    endpoint->timeoutMs = timeoutMs;
    return std::make_unique<TestDesk>(*endpoint, deskClock);
}

std::unique_ptr<remote::ExchangeClient> World::direct(const QString &login)
{
    const auto endpoint = remote::Endpoint::fromText(m_exchange->url());
    auto client = std::make_unique<remote::ExchangeClient>(*endpoint, deskClock);
    const auto session = await(client->signIn(login, QString::fromUtf8(secret)));
    if (!session)
        qFatal("%s cannot sign in: %s", qPrintable(login), qPrintable(domain::failureText(session.error().code)));
    return client;
}

domain::Result<domain::Case> World::truth(const domain::CaseId &id)
{
    auto answer = await(m_supervisor->caseById(id));
    if (!answer && answer.error().code == domain::FailureCode::TokenExpired) {
        m_supervisor = direct(u"super01"_s);
        answer = await(m_supervisor->caseById(id));
    }
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->snapshot;
}

wire::Operator World::clerk(const QString &id)
{
    wire::Operator who;
    who.id = id;
    who.role = domain::Role::Clerk;
    who.windowId = u"w"_s + id.right(2);
    return who;
}

CaseMaker World::makeCase(const QString &clerkId, const QString &itemId, bool receive)
{
    CaseMaker maker(m_catalogue, clock, clerk(clerkId));
    maker.open(exchange::demoPeople(1, clock.today(), 1).first().card);
    maker.addItem(itemId);
    if (!maker.complete())
        qFatal("the case of %s cannot be completed", qPrintable(itemId));
    if (receive)
        maker.receive();
    return maker;
}

QStringList World::simpleItems()
{
    static QStringList found;
    if (!found.isEmpty())
        return found;
    QSet<QString> departments;
    const QList<const domain::ServiceItem *> items = m_catalogue.itemsOn(clock.today());
    for (const domain::ServiceItem *item : items) {
        if (departments.contains(item->departmentId) || item->acceptance.by != domain::Acceptance::By::Window)
            continue;
        CaseMaker maker(m_catalogue, clock, clerk(u"clerk01"_s));
        maker.open(exchange::demoPeople(1, clock.today(), 1).first().card);
        maker.addItem(item->id);
        if (!maker.complete())
            continue;
        // The attachments of CaseMaker are invented; cases with files make their own.
        const auto &materials = maker.value().materials;
        const bool files = std::any_of(materials.cbegin(), materials.cend(), [](const domain::MaterialState &state) { return !state.files.isEmpty(); });
        if (files)
            continue;
        departments.insert(item->departmentId);
        found.append(item->id);
    }
    return found;
}

domain::Result<wire::EventAnswer> World::review(const domain::CaseId &id, int place, remote::ReviewVerb verb)
{
    const auto now = truth(id);
    if (!now)
        return tl::unexpected(now.error());
    const domain::CasePart &part = now->parts.at(place);
    const auto reviewer = direct(part.departmentId + u"01"_s);
    wire::ReviewAction action;
    action.commandId = clock.newId();
    action.baseRevision = part.revision;
    action.opinion = u"同意"_s;
    action.resultName = u"结果"_s;
    action.reason = u"理由"_s;
    action.legalBasis = u"依据"_s;
    action.points = {u"补正一"_s};
    action.returnBy = clock.today().addDays(10);
    return await(reviewer->act(part.id, verb, action));
}

} // namespace yichuang::test
