// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

auto illegal(const CommandBody &body)
{
    return failure(FailureCode::CaseIllegalTransition, commandName(body));
}

/** Shared edits after the draft: what a correction notice or a deferred material (容缺后补) leaves open. */
bool openForLaterEdit(const Case &onCase, const CommandBody &body)
{
    if (onCase.stage != CaseStage::Received && onCase.stage != CaseStage::InProgress)
        return false;
    const auto *material = std::get_if<command::SetMaterial>(&body);
    if (!material && !std::holds_alternative<command::SetField>(body))
        return false;
    if (std::any_of(onCase.parts.cbegin(), onCase.parts.cend(), [](const CasePart &part) { return part.state == PartState::CorrectionAsked; }))
        return true;
    if (!material)
        return false;
    const auto now = onCase.materials.constFind(material->key);
    return now != onCase.materials.cend() && now->way == MaterialWay::Deferred;
}

Result<void> sharedAllows(const Case &onCase, const CommandBody &body)
{
    if (std::holds_alternative<command::WithdrawCase>(body)) {
        const bool running = onCase.stage == CaseStage::Received || onCase.stage == CaseStage::InProgress;
        const bool decided = std::any_of(onCase.parts.cbegin(), onCase.parts.cend(), [](const CasePart &part) {
            return part.state == PartState::Approved || part.state == PartState::Refused || part.state == PartState::Finished;
        });
        if (!running || decided)
            return illegal(body);
        return {};
    }
    if (onCase.stage != CaseStage::Draft && !openForLaterEdit(onCase, body))
        return illegal(body);
    return {};
}

/** Dependencies of a part: all approved, some still open, or one that ended without approval. */
enum class Dependencies { Approved, Open, Failed };

Dependencies dependenciesOf(const Case &onCase, const CasePart &part)
{
    Dependencies worst = Dependencies::Approved;
    for (const PartId &id : part.dependsOn) {
        const CasePart *other = onCase.part(id);
        if (other && (other->state == PartState::Approved || other->state == PartState::Finished))
            continue;
        if (other && isFinal(other->state))
            return Dependencies::Failed;
        worst = Dependencies::Open;
    }
    return worst;
}

Result<void> decisionAllows(const Case &onCase, const CasePart &part, const CommandBody &body)
{
    // An immediate item (即办件) is accepted, reviewed and decided in one sitting, without being taken first.
    const bool immediate = part.kind == CaseKind::Immediate && part.state == PartState::Accepted;
    if (part.state != PartState::InReview && !immediate)
        return illegal(body);
    const Dependencies dependencies = dependenciesOf(onCase, part);
    const bool refuses = std::holds_alternative<command::RefusePart>(body);
    if (dependencies == Dependencies::Approved || (refuses && dependencies == Dependencies::Failed))
        return {};
    return failure(FailureCode::CaseDependencyOpen, part.itemId);
}

Result<void> correctionAllows(const CasePart &part, const CommandBody &body)
{
    if (part.state != PartState::Received && part.state != PartState::Accepted && part.state != PartState::InReview)
        return illegal(body);
    // Administrative Licence Law art. 32: everything missing is told once.
    if (part.correction)
        return failure(FailureCode::CaseCorrectionTwice, part.itemId);
    return {};
}

bool partStateAllows(PartState state, const CommandBody &body)
{
    if (std::holds_alternative<command::AcceptPart>(body))
        return state == PartState::Received;
    // A correction that nobody answers ends the part too; apply checks that its date has passed.
    if (std::holds_alternative<command::RejectPart>(body))
        return state == PartState::Received || state == PartState::CorrectionAsked;
    if (std::holds_alternative<command::TakePart>(body))
        return state == PartState::Accepted;
    if (std::holds_alternative<command::AnswerCorrection>(body))
        return state == PartState::CorrectionAsked;
    if (std::holds_alternative<command::PausePart>(body))
        return state == PartState::Accepted || state == PartState::InReview;
    if (std::holds_alternative<command::ResumePart>(body))
        return state == PartState::Paused;
    return std::holds_alternative<command::FinishPart>(body) && state == PartState::Approved;
}

} // namespace

Result<void> stateAllows(const Case &onCase, const PartId &partId, const CommandBody &body)
{
    if (std::holds_alternative<command::OpenCase>(body)) {
        if (!onCase.id.isNull())
            return illegal(body);
        return {};
    }
    if (onCase.id.isNull())
        return failure(FailureCode::CaseUnknown);
    if (!isPartCommand(body))
        return sharedAllows(onCase, body);
    const CasePart *part = onCase.part(partId);
    if (!part)
        return failure(FailureCode::CaseUnknownPart, partId.toString(QUuid::WithoutBraces));
    if (std::holds_alternative<command::ApprovePart>(body) || std::holds_alternative<command::RefusePart>(body))
        return decisionAllows(onCase, *part, body);
    if (std::holds_alternative<command::AskCorrection>(body))
        return correctionAllows(*part, body);
    if (!partStateAllows(part->state, body))
        return illegal(body);
    return {};
}

bool cameBack(const Case &onCase, const CaseCommand &refused)
{
    if (std::holds_alternative<command::WithdrawCase>(refused.body))
        return false;
    if (!isPartCommand(refused.body))
        return onCase.stage == CaseStage::Draft;
    const CasePart *part = onCase.part(refused.partId);
    return part && part->state == PartState::CorrectionAsked;
}

} // namespace yichuang::domain
