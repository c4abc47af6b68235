// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "applysteps.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkEnvelope(const Case &before, const CaseCommand &command, const Stamp &stamp)
{
    const bool opens = std::holds_alternative<command::OpenCase>(command.body);
    if (command.id.isNull() || command.caseId.isNull())
        return failure(FailureCode::CaseWrongCase, u"ids missing"_s);
    if (before.id.isNull() && !opens)
        return failure(FailureCode::CaseUnknown);
    if (!before.id.isNull() && before.id != command.caseId)
        return failure(FailureCode::CaseWrongCase);
    if (before.applied.contains(command.id))
        return failure(FailureCode::CaseDuplicateCommand);
    if (!stamp.receivedAt.isValid())
        return failure(FailureCode::CaseStampInvalid, u"receivedAt"_s);
    if (const auto bounds = checkBounds(command.body); !bounds)
        return bounds;
    return mayCommand(command.actor, before, command.partId, command.body);
}

Result<void> checkRevision(const Case &before, const CaseCommand &command)
{
    const CasePart *part = isPartCommand(command.body) ? before.part(command.partId) : nullptr;
    const qint64 revision = part ? part->revision : before.revision;
    if (command.baseRevision == revision)
        return {};
    return failure(FailureCode::CaseStaleRevision, u"base %1, now %2"_s.arg(command.baseRevision).arg(revision), true);
}

/** The stage follows from the parts once materials were received. */
CaseStage stageOf(const Case &after)
{
    const auto any = [&](auto test) { return std::any_of(after.parts.cbegin(), after.parts.cend(), test); };
    if (!any([](const CasePart &part) { return !isFinal(part.state); }))
        return CaseStage::Finished;
    if (any([](const CasePart &part) { return part.state != PartState::Received; }))
        return CaseStage::InProgress;
    return CaseStage::Received;
}

} // namespace

Result<Case> apply(const Case &before, const CaseCommand &command, const Stamp &stamp)
{
    if (const auto envelope = checkEnvelope(before, command, stamp); !envelope)
        return tl::unexpected(envelope.error());
    if (const auto revision = checkRevision(before, command); !revision)
        return tl::unexpected(revision.error());
    if (const auto state = stateAllows(before, command.partId, command.body); !state)
        return tl::unexpected(state.error());

    Case after = before;
    const ApplyContext context{command, stamp};
    if (isPartCommand(command.body)) {
        CasePart *part = after.part(command.partId);
        if (const auto step = applyPart(before, *part, context); !step)
            return tl::unexpected(step.error());
        if (endsWaiting(command.body)) {
            if (const auto clocks = startClocks(before, after, context); !clocks)
                return tl::unexpected(clocks.error());
        }
        ++part->revision;
        after.stage = stageOf(after);
    } else {
        if (const auto step = applyShared(after, context); !step)
            return tl::unexpected(step.error());
        ++after.revision;
    }
    after.applied.insert(command.id);
    return after;
}

} // namespace yichuang::domain
