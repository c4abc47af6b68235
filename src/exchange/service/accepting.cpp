// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandbatch.h"
#include "commandengine.h"
#include "stamping.h"

#include <domain/caserules.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

/** The exchange's own acceptance of a part, with the stamp that anybody's gets. */
domain::Result<void> CommandBatchRun::acceptPart(Step &step, const domain::CasePart &part, bool deemed, const QDateTime &at) const
{
    const domain::Actor exchange{u"exchange"_s, domain::Role::System, {}, {}};
    domain::CaseCommand accept{m_clock.newId(), step.after.id, part.id, part.revision, exchange, {}, domain::command::AcceptPart{deemed}};
    accept.time.wall = at;
    const auto stamp = stampFor(step.after, accept, at, m_catalogue.version(), domain::WorkCalendar::bundled());
    if (!stamp)
        return tl::unexpected(stamp.error());
    auto after = domain::apply(step.after, accept, *stamp);
    if (!after)
        return tl::unexpected(after.error());
    step.after = std::move(*after);
    step.events.append({domain::CaseEvent{0, accept, *stamp}, step.after});
    return {};
}

/** Formal acceptance (受理) of the received parts that the window accepts for their departments; the others wait for theirs. */
domain::Result<void> CommandBatchRun::acceptAtWindow(Step &step, const QDateTime &at) const
{
    const QList<domain::CasePart> parts = step.after.parts;
    for (const domain::CasePart &part : parts) {
        if (part.state != domain::PartState::Received || domain::departmentAccepts(m_catalogue, part))
            continue;
        if (const auto accepted = acceptPart(step, part, false, at); !accepted)
            return accepted;
    }
    return {};
}

domain::Result<void> CommandBatchRun::acceptUnanswered(const domain::CaseId &id)
{
    const auto before = caseOf(id);
    if (!before)
        return tl::unexpected(before.error());
    const QDateTime now = m_clock.now();
    const QDate today = domain::legalDate(now, domain::WorkCalendar::bundled());
    Step step{*before, {}};
    for (const domain::CasePart &part : before->parts) {
        const auto due = domain::answerDue(m_catalogue, part);
        if (!due || today <= due->day)
            continue;
        // A part whose own limits end beyond the calendar stays; the department's acceptance says why.
        (void)acceptPart(step, part, true, now);
    }
    return step.events.isEmpty() ? domain::Result<void>() : write(step, commandHash(step.events.first().first.command));
}

} // namespace yichuang::exchange
