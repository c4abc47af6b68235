// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// What a case holds against what its items ask for: at receipt, and for what follows it.
#include "../storage/certificatestore.h"
#include "certificateview.h"
#include "commandbatch.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::exchange {

using domain::FailureCode;

/** With the certificates that the exchange knows, whatever the desk was shown. */
domain::Result<domain::CasePlan> CommandBatchRun::planOf(const domain::Case &ofCase, QDate day)
{
    QList<domain::CertificateSummary> listed;
    QList<domain::ECertificate> pulled;
    if (ofCase.applicant) {
        const auto person = certificatestore::person(m_session, *ofCase.applicant);
        if (!person)
            return tl::unexpected(person.error());
        const auto linked = *person ? certificatestore::linkedTo(m_session, (*person)->id) : domain::Result<QList<StoredCertificate>>();
        if (!linked)
            return tl::unexpected(linked.error());
        for (const StoredCertificate &stored : *linked) {
            listed.append(listedView(stored, m_catalogue));
            pulled.append(pulledView(stored, m_catalogue, m_clock.now()));
        }
    }
    const auto input = domain::planInputFor(m_catalogue, ofCase, listed, pulled, day);
    if (!input)
        return tl::unexpected(input.error());
    return domain::planMaterials(*input);
}

/**
 * The plan of a received case: nothing is missing that was there on the day of receipt or is there now, for a certificate may
 * have run out since or have been renewed. Nothing at all is where the catalogue does not hold the case's versions any more.
 */
domain::Result<domain::CasePlan> CommandBatchRun::planLater(const domain::Case &ofCase)
{
    const auto isGone = [](const domain::Error &error) { return error.code == FailureCode::CatalogueUnknownItem || error.code == FailureCode::CatalogueUnknownEvent; };
    auto plan = planOf(ofCase, domain::planDay(ofCase, m_clock.today()));
    if (!plan)
        return isGone(plan.error()) ? domain::Result<domain::CasePlan>(domain::CasePlan()) : plan;
    if (plan->missing.isEmpty())
        return plan;
    const auto now = planOf(ofCase, m_clock.today());
    if (!now)
        return now;
    plan->missing.removeIf([&now](const domain::Missing &one) {
        const auto isThis = [&one](const domain::Missing &other) { return other.kind == one.kind && other.target == one.target; };
        return one.kind == domain::Missing::Kind::Material && std::none_of(now->missing.cbegin(), now->missing.cend(), isThis);
    });
    return plan;
}

/** Reviewers know a part by its id alone: one that is in another case is no id of this one's. */
domain::Result<void> CommandBatchRun::checkPartIds(const domain::CaseId &caseId, const QList<domain::CasePart> &parts)
{
    for (const domain::CasePart &part : parts) {
        const auto owner = casestore::owner(m_session, part.id);
        if (!owner)
            return tl::unexpected(owner.error());
        // Of this request, and not written yet.
        const bool isReceivedNow = std::any_of(m_changed.cbegin(), m_changed.cend(), [&](const domain::CaseId &id) {
            const domain::Case other = m_cases.value(id);
            return id != caseId && other.stage != domain::CaseStage::Draft && other.part(part.id);
        });
        if (isReceivedNow || (*owner && (*owner)->caseId != caseId))
            return domain::failure(FailureCode::IdempotencyMismatch, QStringLiteral("part ") + part.id.toString(QUuid::WithoutBraces));
    }
    return {};
}

/** The maker's word that the plan is complete is not enough: the exchange plans too. */
domain::Result<void> CommandBatchRun::checkPlan(const domain::Case &before)
{
    const auto plan = planOf(before, m_clock.today());
    if (!plan)
        return tl::unexpected(plan.error());
    if (!plan->missing.isEmpty())
        return domain::failure(FailureCode::CaseMaterialsMissing, domain::describeMissing(plan->missing));
    return domain::checkPartsFollowAnswers(m_catalogue, before);
}

/** What comes after receipt keeps the case as complete and right as it was received. */
domain::Result<void> CommandBatchRun::checkLater(const domain::Case &before, const domain::Case &after, const domain::CaseCommand &command)
{
    if (before.id.isNull() || before.stage == domain::CaseStage::Draft)
        return {};
    if (const auto *edit = std::get_if<domain::command::SetField>(&command.body))
        return checkLaterField(after, *edit);
    return std::holds_alternative<domain::command::AnswerCorrection>(command.body) ? checkAnswer(before, command.partId) : domain::Result<void>();
}

domain::Result<void> CommandBatchRun::checkLaterField(const domain::Case &after, const domain::command::SetField &edit)
{
    const auto plan = planLater(after);
    if (!plan)
        return tl::unexpected(plan.error());
    const auto field = std::find_if(plan->fields.cbegin(), plan->fields.cend(), [&](const domain::PlannedField &each) { return each.field.id == edit.fieldId; });
    if (field == plan->fields.cend())
        return {};
    const auto checked = domain::checkFieldValue(field->field, edit.value.value, m_clock.today());
    if (checked || checked.error().code != FailureCode::FormRequired)
        return checked;
    // Emptied it may stand until a part whose correction is open is answered: that is looked at then, and of other parts never again.
    const bool isAnswered = std::any_of(after.parts.cbegin(), after.parts.cend(), [&](const domain::CasePart &part) {
        return part.state == domain::PartState::CorrectionAsked && domain::isInFormOf(m_catalogue, after, part, edit.fieldId);
    });
    return isAnswered ? domain::Result<void>() : checked;
}

domain::Result<void> CommandBatchRun::checkAnswer(const domain::Case &before, const domain::PartId &partId)
{
    const auto plan = planLater(before);
    if (!plan)
        return tl::unexpected(plan.error());
    const QList<domain::Missing> missing = domain::missingForPart(m_catalogue, before, *before.part(partId), *plan);
    if (missing.isEmpty())
        return {};
    return domain::failure(FailureCode::CaseMaterialsMissing, domain::describeMissing(missing));
}

} // namespace yichuang::exchange
