// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "applysteps.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

/** Others may still wait for it; one that is not shown here may be open. */
static bool isOpen(const CasePart *part)
{
    return !part || (part->state != PartState::Approved && !isFinal(part->state));
}

bool isWaiting(const Case &onCase, const CasePart &part)
{
    return std::any_of(part.dependsOn.cbegin(), part.dependsOn.cend(), [&](const PartId &id) { return isOpen(onCase.part(id)); });
}

QList<PartId> waitingOnlyFor(const Case &onCase, const PartId &partId)
{
    QList<PartId> found;
    if (!isOpen(onCase.part(partId)))
        return found;
    for (const CasePart &part : onCase.parts) {
        const bool onlyIt = std::all_of(part.dependsOn.cbegin(), part.dependsOn.cend(), [&](const PartId &id) { return id == partId || !isOpen(onCase.part(id)); });
        if (part.dependsOn.contains(partId) && onlyIt && !isFinal(part.state))
            found.append(part.id);
    }
    return found;
}

bool endsWaiting(const CommandBody &body)
{
    return std::holds_alternative<command::ApprovePart>(body) || std::holds_alternative<command::RefusePart>(body)
        || std::holds_alternative<command::RejectPart>(body);
}

QDate clockStart(const CasePart &part, QDate acceptedOn)
{
    return std::max(acceptedOn, part.clockFrom);
}

Result<void> startClocks(const Case &before, Case &after, const ApplyContext &context)
{
    const Stamp &stamp = context.stamp;
    for (const PartId &id : waitingOnlyFor(before, context.command.partId)) {
        CasePart &part = *after.part(id);
        part.clockFrom = stamp.legalDate;
        // A part that is not accepted, or whose clock stands, gets its days when it is accepted or goes on.
        if (!part.acceptedOn.isValid() || doesClockStand(part.state))
            continue;
        const auto clock = std::find_if(stamp.clocks.cbegin(), stamp.clocks.cend(), [&id](const PartClock &each) { return each.partId == id; });
        const bool bothDue = clock != stamp.clocks.cend() && clock->promisedDue.isValid() && clock->statutoryDue.isValid();
        if (bothDue) {
            part.promisedDue = clock->promisedDue;
            part.statutoryDue = clock->statutoryDue;
        } else if (!stamp.provisional && !part.promisedDue.isValid()) {
            return failure(FailureCode::CaseStampInvalid, u"due dates of "_s + part.itemId);
        }
    }
    return {};
}

} // namespace yichuang::domain
