// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>
#include <functional>
#include <map>
#include <memory>
#include <remote/exchangeclient.h>
#include <store/casestore.h>

namespace yichuang::app {

class Program;

/**
 * What is so, asked where it is kept and never on the screen: the exchange's API as other operators with tokens of their
 * own, and the desktop's store. Ui thread; owned by the tour.
 */
class TourFacts
{
public:
    /** @param secret password of the demo accounts. */
    TourFacts(Program &program, QString secret);
    ~TourFacts();

    /** A client of that operator, signed in with the secret; null when it could not sign in. */
    QCoro::Task<remote::ExchangeClient *> as(QString login);
    /** Certificates that the exchange lists for a holder when another clerk asks; -1: it does not answer. */
    QCoro::Task<int> listed(domain::Party holder, domain::UsePurpose purpose);
    /** The case at the exchange once it is as wished, or as it is after the time; null id: unknown there. */
    QCoro::Task<domain::Case> atExchange(domain::CaseId id, std::function<bool(const domain::Case &)> wished, int timeoutMs = 10000);
    /** The same from the desktop's store. */
    QCoro::Task<store::StoredCase> inStore(domain::CaseId id, std::function<bool(const store::StoredCase &)> wished, int timeoutMs = 10000);
    /** The row of a part in its department's list of parts in a state (a wire word); nothing when it is not there. */
    QCoro::Task<std::optional<wire::ReviewEntry>> listedPart(domain::PartId part, QString departmentId, QString state);
    /** Takes the part as a reviewer of its department, unless it is only received, and acts on it. Empty, or what went wrong. */
    QCoro::Task<QString> review(domain::PartId part, QString departmentId, remote::ReviewVerb verb, wire::ReviewAction action);

private:
    Program &m_program;
    QString m_secret;
    std::map<QString, std::unique_ptr<remote::ExchangeClient>> m_clients;
};

} // namespace yichuang::app
