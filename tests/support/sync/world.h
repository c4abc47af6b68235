// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "badnetwork.h"
#include "casemaker.h"
#include "testdesk.h"

#include <exchange/server.h>

#include <QTemporaryDir>

namespace yichuang::test {

/** An exchange with the demo's catalogue and accounts behind a bad network; desks join it. */
class World
{
public:
    /** @param citizens of the demo city; 0 for none. */
    explicit World(int citizens = 0);
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    /** A desk with a store of its own, not signed in. */
    [[nodiscard]] std::unique_ptr<TestDesk> desk(int timeoutMs = 5000);
    void stopExchange();
    void startExchange();
    /** A client past the bad network, signed in, for looking at the truth and for colleagues elsewhere. */
    [[nodiscard]] std::unique_ptr<remote::ExchangeClient> direct(const QString &login);
    /** The case as the exchange has it. */
    [[nodiscard]] domain::Result<domain::Case> truth(const domain::CaseId &id);
    /** A complete case of one item up to F9, made by this clerk and not submitted anywhere. */
    [[nodiscard]] CaseMaker makeCase(const QString &clerk, const QString &itemId, bool receive = true);
    /** An item whose plan is complete without certificates and that the window accepts, and another department's. */
    [[nodiscard]] QStringList simpleItems();
    [[nodiscard]] static wire::Operator clerk(const QString &id);
    [[nodiscard]] const domain::Catalogue &catalogue() const { return m_catalogue; }
    /** Gives a reviewer's verb on a part at the exchange, with the part's revision of now. */
    [[nodiscard]] domain::Result<wire::EventAnswer> review(const domain::CaseId &id, int place, remote::ReviewVerb verb);

    /** The exchange's administrator gives this login another password, or makes it somebody else's. */
    void putAccount(const QString &login, const QString &password, const wire::Operator &person);
    /** An issuer's word on one certificate, behind everybody's back. */
    void setCertificateStatus(const QString &identifier, const QString &status);

    ScriptedClock clock;  ///< the exchange's
    PlainClock deskClock;
    BadNetwork network;

    static constexpr auto secret = "示例-password-1";

private:
    QTemporaryDir m_folder;
    int m_citizens;
    domain::Catalogue m_catalogue;
    std::unique_ptr<exchange::Server> m_exchange;
    std::unique_ptr<remote::ExchangeClient> m_supervisor;
};

} // namespace yichuang::test
