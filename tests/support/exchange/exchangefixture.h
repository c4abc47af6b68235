// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/routes.h"
#include "casemaker.h"
#include "demo/demoaccounts.h"
#include "demo/demoseed.h"

#include <exchange/cataloguefiles.h>
#include <exchange/demopeople.h>

#include <QTemporaryDir>

namespace yichuang::test {

/** A working Monday morning in Asia/Shanghai, on a published calendar. */
[[nodiscard]] inline QDateTime mondayMorning()
{
    return QDateTime(QDate(2026, 11, 2), QTime(1, 30), Qt::UTC);
}

/** The services of an exchange without its HTTP front, on a real database in a temporary folder. */
class ExchangeFixture
{
public:
    /** @param citizens of the demo city, 0 for none. */
    explicit ExchangeFixture(int citizens = 0);
    ~ExchangeFixture();

    [[nodiscard]] static wire::Operator clerk(int number = 1);
    [[nodiscard]] static wire::Operator reviewer(const QString &departmentId, int number = 1);
    [[nodiscard]] static wire::Operator with(domain::Role role);
    [[nodiscard]] const domain::Catalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] domain::IdCard card(int place) const { return exchange::demoPeople(1, clock.today(), place + 1).at(place).card; }
    [[nodiscard]] QList<domain::CertificateSummary> certificatesOf(const domain::IdCard &card);
    /** A complete case of one item, not yet submitted. */
    [[nodiscard]] CaseMaker completeCase(const QString &itemId, const wire::Operator &who = clerk());

    QTemporaryDir folder;
    ScriptedClock clock{mondayMorning()};
    exchange::Database database;
    exchange::CatalogueService catalogues;
    exchange::LocalAuthenticator authenticator;
    exchange::Feed feed;
    exchange::CommandEngine commands;
    exchange::CertificateService certificates;
    exchange::CaseService cases;

private:
    std::shared_ptr<const domain::Catalogue> m_catalogue;
};

} // namespace yichuang::test
