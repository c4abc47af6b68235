// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "applysteps.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

/** Where a part goes on after a correction or a pause. */
PartState resumedState(const CasePart &part)
{
    if (!part.acceptedOn.isValid())
        return PartState::Received;
    return part.reviewer.isEmpty() ? PartState::Accepted : PartState::InReview;
}

/** Applies one command to one part; one overload per command, the shared ones are never reached. */
struct PartStep {
    const Case &before;
    CasePart &part;
    const CaseCommand &command;
    const Stamp &stamp;

    auto badStamp(const QString &what) const { return failure(FailureCode::CaseStampInvalid, what); }

    void stopClock(const QString &reason) const { part.pauses.append({stamp.legalDate, {}, reason}); }

    /** Ends the open pause; an accepted part that waits for nobody needs its new due dates from whoever gives real stamps. */
    Result<void> startClock() const
    {
        if (part.pauses.isEmpty() || part.pauses.last().to.isValid())
            return badStamp(u"no open pause"_s);
        // A desk knows the calendar's day; the exchange's is the next working day on a weekend and after office hours.
        const QDate from = part.pauses.last().from;
        const QDate resumed = stamp.provisional ? std::max(stamp.legalDate, from) : stamp.legalDate;
        if (resumed < from)
            return badStamp(u"legalDate before the pause"_s);
        const bool bothDue = stamp.promisedDue.isValid() && stamp.statutoryDue.isValid();
        if (part.acceptedOn.isValid() && !stamp.provisional && !bothDue && !isWaiting(before, part))
            return badStamp(u"due dates"_s);
        part.pauses.last().to = resumed;
        if (part.acceptedOn.isValid() && bothDue) {
            part.promisedDue = stamp.promisedDue;
            part.statutoryDue = stamp.statutoryDue;
        }
        part.state = resumedState(part);
        return {};
    }

    void decide(PartState state, bool approved, const QString &opinion, const QString &legalBasis, const QString &resultName = {}) const
    {
        part.state = state;
        part.decision = Decision{approved, opinion, legalBasis, resultName, stamp.receivedAt, command.actor.operatorId};
        if (part.reviewer.isEmpty())
            part.reviewer = command.actor.operatorId;
    }

    Result<void> operator()(const command::AcceptPart &body) const
    {
        if (stamp.provisional)
            return badStamp(u"only a real stamp accepts"_s);
        const bool bothDue = stamp.promisedDue.isValid() && stamp.statutoryDue.isValid();
        if (isBlank(stamp.partNumber) || (!bothDue && !isWaiting(before, part)))
            return badStamp(u"number or due dates"_s);
        const bool taken = std::any_of(before.parts.cbegin(), before.parts.cend(), [&](const CasePart &other) { return other.number == stamp.partNumber; });
        if (taken)
            return badStamp(u"number already given"_s);
        const QDate in = materialsInOn(part);
        if (body.deemed && stamp.legalDate <= in)
            return badStamp(u"deemed accepted before its time"_s);
        part.state = PartState::Accepted;
        part.number = stamp.partNumber;
        // Administrative Licence Law art. 32: what nobody answered in time is accepted from the day of receipt.
        part.acceptedOn = body.deemed ? in : stamp.legalDate;
        part.promisedDue = stamp.promisedDue;
        part.statutoryDue = stamp.statutoryDue;
        return {};
    }

    Result<void> operator()(const command::RejectPart &body) const
    {
        if (isBlank(body.reason))
            return failure(FailureCode::CaseReasonRequired, u"reason"_s);
        // The notice of non-acceptance (不予受理通知书) states both.
        if (isBlank(body.legalBasis))
            return failure(FailureCode::CaseReasonRequired, u"legalBasis"_s);
        // An unanswered correction ends the part only after its last day.
        if (part.state == PartState::CorrectionAsked && stamp.legalDate <= part.correction->returnBy)
            return failure(FailureCode::CaseIllegalTransition, u"the correction can still be answered"_s);
        decide(PartState::NotAccepted, false, body.reason, body.legalBasis);
        return {};
    }

    Result<void> operator()(const command::TakePart &) const
    {
        part.state = PartState::InReview;
        part.reviewer = command.actor.operatorId;
        return {};
    }

    Result<void> operator()(const command::AskCorrection &body) const
    {
        if (body.points.isEmpty() || std::any_of(body.points.cbegin(), body.points.cend(), isBlank))
            return failure(FailureCode::CaseReasonRequired, u"points"_s);
        if (!body.returnBy.isValid() || body.returnBy < stamp.legalDate)
            return badStamp(u"returnBy"_s);
        part.correction = Correction{body.points, body.returnBy, stamp.receivedAt, {}, body.opinion};
        stopClock(u"correction"_s);
        part.state = PartState::CorrectionAsked;
        return {};
    }

    Result<void> operator()(const command::AnswerCorrection &) const
    {
        if (const auto clock = startClock(); !clock)
            return clock;
        part.correction->answeredAt = stamp.receivedAt;
        return {};
    }

    Result<void> operator()(const command::PausePart &body) const
    {
        if (isBlank(body.reason))
            return failure(FailureCode::CaseReasonRequired);
        stopClock(body.reason);
        part.state = PartState::Paused;
        return {};
    }

    Result<void> operator()(const command::ResumePart &) const { return startClock(); }

    Result<void> operator()(const command::ApprovePart &body) const
    {
        decide(PartState::Approved, true, body.opinion, {}, body.resultName);
        return {};
    }

    Result<void> operator()(const command::RefusePart &body) const
    {
        if (isBlank(body.reason))
            return failure(FailureCode::CaseReasonRequired);
        decide(PartState::Refused, false, body.reason, body.legalBasis);
        return {};
    }

    Result<void> operator()(const command::FinishPart &) const
    {
        part.state = PartState::Finished;
        return {};
    }

    template<typename Shared>
    Result<void> operator()(const Shared &) const
    {
        return failure(FailureCode::InternalFault, u"shared command on a part"_s);
    }
};

} // namespace

Result<void> applyPart(const Case &before, CasePart &part, const ApplyContext &context)
{
    if (!context.stamp.legalDate.isValid())
        return failure(FailureCode::CaseStampInvalid, u"legalDate"_s);
    return std::visit(PartStep{before, part, context.command, context.stamp}, context.command.body);
}

} // namespace yichuang::domain
