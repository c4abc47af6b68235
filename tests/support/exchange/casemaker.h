// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scriptedclock.h"

#include <domain/casecommand.h>
#include <domain/catalogue.h>
#include <domain/idcard.h>
#include <domain/materialplan.h>
#include <wire/apicommands.h>
#include <wire/apisession.h>

namespace yichuang::test {

/** The actor of a signed-in operator. */
[[nodiscard]] domain::Actor actorOf(const wire::Operator &who);
/** The party that a card makes. */
[[nodiscard]] domain::Party partyOf(const domain::IdCard &card);

/**
 * Makes the commands of a case as a desk would: opened, applicant, items, then answers, fields and materials until the plan
 * misses nothing. Keeps the case as the desk sees it.
 */
class CaseMaker
{
public:
    CaseMaker(const domain::Catalogue &catalogue, const ScriptedClock &clock, wire::Operator clerk);

    void open(const domain::IdCard &applicant);
    void addItem(const QString &itemId);
    void chooseLifeEvent(const QString &id);
    /** Answers, fills and ticks until nothing is missing; false when it does not get there. */
    [[nodiscard]] bool complete(const QList<domain::CertificateSummary> &certificates = {});
    void receive();
    /** Adds any command; fails the test when the domain refuses it. */
    domain::CaseCommand give(domain::CommandBody body);

    [[nodiscard]] const domain::Case &value() const { return m_case; }
    /** The commands made since the last call. */
    [[nodiscard]] wire::CommandBatch takeBatch();

private:
    [[nodiscard]] bool fix(const domain::Missing &missing, const QList<domain::CertificateSummary> &certificates);

    const domain::Catalogue &m_catalogue;
    const ScriptedClock &m_clock;
    wire::Operator m_clerk;
    domain::CaseId m_id;
    domain::Case m_case;
    wire::CommandBatch m_batch;
};

} // namespace yichuang::test
