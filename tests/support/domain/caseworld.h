// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/caserules.h>

namespace yichuang::test {

/** The n-th id of a test: version 7, so that it sorts by n. */
[[nodiscard]] QUuid idOf(int n);

[[nodiscard]] domain::Actor clerk();        ///< opens every case of CaseWorld
[[nodiscard]] domain::Actor otherClerk();
[[nodiscard]] domain::Actor supervisor();
[[nodiscard]] domain::Actor reviewer(const QString &departmentId = QStringLiteral("police"));
[[nodiscard]] domain::Actor secondReviewer(const QString &departmentId = QStringLiteral("police"));
/** The clerk of CaseWorld in a reviewer's role. */
[[nodiscard]] domain::Actor reviewingClerk(const QString &departmentId = QStringLiteral("police"));
[[nodiscard]] domain::Actor system();
[[nodiscard]] domain::Actor actorOf(domain::Role role);

[[nodiscard]] domain::Party applicant();
[[nodiscard]] domain::Party agentParty();
[[nodiscard]] domain::Agency agency();
[[nodiscard]] domain::command::AddItem addItem(int partNumber, const QString &itemId, const QString &departmentId = QStringLiteral("police"),
                                               const QList<domain::PartId> &dependsOn = {},
                                               domain::CaseKind kind = domain::CaseKind::Promised);
[[nodiscard]] domain::MaterialState material(domain::MaterialWay way);

/** One case and the commands given to it, with ids, revisions and stamps made as the exchange would. */
class CaseWorld
{
public:
    domain::Case now;
    bool provisional = false;
    QDate day{2026, 11, 23};

    [[nodiscard]] domain::CaseCommand command(const domain::Actor &actor, const domain::CommandBody &body, const domain::PartId &partId = {});
    [[nodiscard]] domain::Stamp stamp();
    /** Applies without keeping the result. */
    [[nodiscard]] domain::Result<domain::Case> tried(const domain::Actor &actor, const domain::CommandBody &body, const domain::PartId &partId = {});
    /** Applies and keeps the result; aborts the test on an error, which is then a fault of the test. */
    CaseWorld &give(const domain::Actor &actor, const domain::CommandBody &body, const domain::PartId &partId = {});

    /** A draft with applicant and one item ("birth-registration" at the police), part idOf(1). */
    [[nodiscard]] static CaseWorld draft(domain::CaseKind kind = domain::CaseKind::Promised);
    /** The draft moved on until its part is in a state, by the usual way. */
    [[nodiscard]] static CaseWorld inState(domain::PartState state, domain::CaseKind kind = domain::CaseKind::Promised);

private:
    int m_serial = 1000;
};

} // namespace yichuang::test
