// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

void must(bool good, const char *what)
{
    if (!good)
        qFatal("ExchangeFixture: %s", what);
}

} // namespace

ExchangeFixture::ExchangeFixture(int citizens)
    : database(std::make_unique<exchange::SqliteDialect>(folder.filePath(u"exchange.db"_s)))
    , catalogues(database, clock)
    , authenticator(database, clock, {64, 1})
    , feed(database)
    , commands(database, catalogues, clock, [this] { feed.wake(); })
    , certificates(database, catalogues, clock)
    , cases(database, catalogues, commands, clock)
{
    must(database.migrate().has_value(), "migrate");
    const auto content = exchange::catalogueFromFiles(exchange::demoCatalogueFolder());
    if (!content)
        qFatal("ExchangeFixture: %s", qPrintable(content.error().detail));
    const auto version = catalogues.import(*content);
    if (!version)
        qFatal("ExchangeFixture: %s", qPrintable(version.error().detail));
    m_catalogue = catalogues.current();
    must(exchange::seedDemoCity(database, *m_catalogue, 1, citizens, clock.today()).has_value(), "seed");
}

ExchangeFixture::~ExchangeFixture()
{
    feed.stop();
}

wire::Operator ExchangeFixture::clerk(int number)
{
    return {u"clerk0%1"_s.arg(number), u"窗口示例"_s, domain::Role::Clerk, {}, u"w01"_s, u"综合窗口 01"_s, {}};
}

wire::Operator ExchangeFixture::reviewer(const QString &departmentId, int number)
{
    return {departmentId + u"0%1"_s.arg(number), u"审批员示例"_s, domain::Role::Reviewer, departmentId, {}, {}, {}};
}

wire::Operator ExchangeFixture::with(domain::Role role)
{
    return {u"other01"_s, u"其他示例"_s, role, {}, {}, {}, {}};
}

QList<domain::CertificateSummary> ExchangeFixture::certificatesOf(const domain::IdCard &card)
{
    wire::ListingRequest request{{card.documentKind(), card.number, card.name}, domain::UsePurpose{u"identity-check"_s, {}, clock.newId().toString(QUuid::WithoutBraces), u"test"_s, {}}};
    const auto answer = certificates.list(clerk(), request);
    return answer ? answer->certificates : QList<domain::CertificateSummary>();
}

CaseMaker ExchangeFixture::completeCase(const QString &itemId, const wire::Operator &who)
{
    CaseMaker maker(*m_catalogue, clock, who);
    maker.open(card(0));
    maker.addItem(itemId);
    must(maker.complete(certificatesOf(card(0))), "complete");
    maker.receive();
    return maker;
}

} // namespace yichuang::test
