// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/casestore.h"

#include <domain/catalogue.h>
#include <domain/materialplan.h>
#include <domain/uuid7.h>
#include <domain/workcalendar.h>
#include <wire/apicommands.h>
#include <wire/apisession.h>

#include <QHash>

namespace yichuang::exchange {

/** Days a draft may wait at a desk without a network: a case opened before them is opened anew under today's rules. */
inline constexpr int longestOfflineDays = 60;

/** The commands of one request inside one transaction. */
class CommandBatchRun
{
public:
    CommandBatchRun(Session &session, const domain::Catalogue &catalogue, const domain::Clock &clock, const wire::Operator &who);

    /** The fate of one command; an Error only when the database failed and the whole transaction must go. */
    [[nodiscard]] domain::Result<wire::CommandResult> take(const domain::CaseCommand &command);
    /** Accepts the parts of a case that their departments left unanswered over the limit; an Error as for take(). */
    [[nodiscard]] domain::Result<void> acceptUnanswered(const domain::CaseId &id);
    /** Writes the snapshots of the changed cases. */
    [[nodiscard]] domain::Result<void> save();
    [[nodiscard]] bool addedEvents() const { return m_added; }

private:
    /** A command and the system's commands that follow from it, applied but not yet written. */
    struct Step {
        domain::Case after;
        QList<std::pair<domain::CaseEvent, domain::Case>> events;
    };
    [[nodiscard]] domain::Result<wire::CommandResult> known(const casestore::KnownCommand &known, const domain::CaseCommand &command, const QString &hash);
    [[nodiscard]] domain::Result<domain::Case> caseOf(const domain::CaseId &id);
    /** Says who it was: the account's own words, whatever the client thinks. */
    void signStamp(domain::Stamp &stamp) const;
    [[nodiscard]] domain::Result<void> checkActor(const domain::CaseCommand &command) const;
    [[nodiscard]] domain::Result<void> checkRulesDay(const domain::CommandBody &body) const;
    [[nodiscard]] domain::CaseCommand corrected(domain::CaseCommand command) const;
    [[nodiscard]] domain::Result<domain::CasePlan> planOf(const domain::Case &ofCase, QDate day);
    [[nodiscard]] domain::Result<domain::CasePlan> planLater(const domain::Case &ofCase);
    [[nodiscard]] domain::Result<void> checkPlan(const domain::Case &before);
    [[nodiscard]] domain::Result<void> checkPartIds(const domain::CaseId &caseId, const QList<domain::CasePart> &parts);
    [[nodiscard]] domain::Result<void> checkLater(const domain::Case &before, const domain::Case &after, const domain::CaseCommand &command);
    [[nodiscard]] domain::Result<void> checkLaterField(const domain::Case &after, const domain::command::SetField &edit);
    [[nodiscard]] domain::Result<void> checkAnswer(const domain::Case &before, const domain::PartId &partId);
    [[nodiscard]] domain::Result<Step> decide(const domain::Case &before, const domain::CaseCommand &command);
    [[nodiscard]] domain::Result<void> acceptPart(Step &step, const domain::CasePart &part, bool deemed, const QDateTime &at) const;
    [[nodiscard]] domain::Result<void> acceptAtWindow(Step &step, const QDateTime &at) const;
    [[nodiscard]] domain::Result<QString> newCaseNumber(QDate day);
    [[nodiscard]] domain::Result<void> write(Step &step, const QString &hash);
    [[nodiscard]] wire::CommandResult refused(const domain::CaseCommand &command, const domain::Case &before, const domain::Error &error);

    Session &m_session;
    const domain::Catalogue &m_catalogue;
    const domain::Clock &m_clock;
    const wire::Operator &m_who;
    QHash<domain::CaseId, domain::Case> m_cases;
    QSet<domain::CaseId> m_changed;
    QSet<domain::CaseId> m_failed;
    bool m_added = false;
};

} // namespace yichuang::exchange
