// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "applysteps.h"
#include "materialrule.h"

#include <domain/authority.h>
#include <domain/identifiers.h>
#include <domain/uuid7.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** The number is one of its kind, a citizen number is of the day of birth that is given, and a phone is one. */
Result<void> checkNumbers(const Party &party, QDate today)
{
    const auto number = parsePersonNumber(party.documentKind, party.number, today);
    if (!number)
        return tl::unexpected(number.error());
    const auto citizen = party.documentKind == u"111" ? CitizenNumber::parse(*number, today) : Result<CitizenNumber>();
    if (citizen && citizen->isValid() && party.birth.isValid() && citizen->birthDate() != party.birth)
        return failure(FailureCode::CaseFieldInvalid, u"birth is not that of the number"_s);
    if (party.phone.isEmpty())
        return {};
    const auto phone = parsePhone(party.phone);
    return phone ? Result<void>() : tl::unexpected(phone.error());
}

Result<void> checkParty(const Party &party, QDate today)
{
    if (party.name.trimmed().isEmpty() || party.number.trimmed().isEmpty())
        return failure(FailureCode::CaseFieldInvalid, u"name or number"_s);
    if (party.method == IdentityMethod::Typed && party.typedReason.trimmed().isEmpty())
        return failure(FailureCode::CaseReasonRequired, u"typedReason"_s);
    return checkNumbers(party, today);
}

CasePart partFrom(const command::AddItem &item)
{
    CasePart part;
    part.id = item.partId;
    part.itemId = item.itemId;
    part.itemVersion = item.itemVersion;
    part.itemName = item.itemName;
    part.departmentId = item.departmentId;
    part.dependsOn = item.dependsOn;
    part.promised = item.promised;
    part.statutory = item.statutory;
    part.kind = item.kind;
    return part;
}

void renumber(QList<CasePart> &parts)
{
    int place = 0;
    for (CasePart &part : parts)
        part.place = ++place;
}

Result<void> checkItem(const command::AddItem &item)
{
    if (item.partId.isNull())
        return failure(FailureCode::CaseUnknownPart, u"part id missing"_s);
    if (item.itemId.isEmpty() || item.departmentId.isEmpty() || item.itemVersion < 1)
        return failure(FailureCode::CaseUnknownItem, item.itemId);
    return {};
}

/** Kahn's walk: parts whose dependencies are all walked; what is left is a cycle. */
bool hasCycle(const QList<CasePart> &parts)
{
    QSet<PartId> walked;
    for (bool moved = true; moved;) {
        moved = false;
        for (const CasePart &part : parts) {
            const bool ready = std::all_of(part.dependsOn.cbegin(), part.dependsOn.cend(), [&](const PartId &id) { return walked.contains(id); });
            if (!ready || walked.contains(part.id))
                continue;
            walked.insert(part.id);
            moved = true;
        }
    }
    return walked.size() != parts.size();
}

/** Each part and each item once, waiting for parts that are there, and nobody for itself. */
Result<void> checkPartGraph(const QList<CasePart> &parts)
{
    if (parts.size() > mostParts)
        return failure(FailureCode::CaseValueTooLong, u"parts"_s);
    QSet<PartId> ids;
    QSet<QString> items;
    for (const CasePart &part : parts) {
        ids.insert(part.id);
        items.insert(part.itemId);
    }
    if (ids.size() != parts.size() || items.size() != parts.size())
        return failure(FailureCode::CaseDuplicateItem);
    for (const CasePart &part : parts) {
        for (const PartId &id : part.dependsOn) {
            if (!ids.contains(id))
                return failure(FailureCode::CaseUnknownPart, u"dependency of "_s + part.itemId);
        }
    }
    if (hasCycle(parts))
        return failure(FailureCode::CaseDependencyOpen, u"dependencies form a cycle"_s);
    return {};
}

/** Nobody is their own agent: the authority would prove nothing. */
Result<void> checkTwoPeople(const std::optional<Party> &applicant, const std::optional<Agency> &agency)
{
    if (applicant && agency && isSamePerson(agency->agent, *applicant))
        return failure(FailureCode::CaseAgentAuthority, u"agent is the applicant"_s);
    return {};
}

Result<void> checkAgency(const Case &onCase)
{
    if (const auto people = checkTwoPeople(onCase.applicant, onCase.agency); !people)
        return people;
    if (onCase.agency && !isAuthorised(*onCase.agency, onCase.rulesDay))
        return failure(FailureCode::CaseAgentAuthority);
    return {};
}

/** Applies one command to the shared data; one overload per command, the part's own are never reached. */
struct SharedStep {
    Case &onCase;
    const CaseCommand &command;
    const Stamp &stamp;

    /** The later of the two days: a birth after both has not been. */
    [[nodiscard]] QDate today() const
    {
        const QDate received = inLegalTime(stamp.receivedAt).date();
        return received.isValid() ? std::max(received, onCase.rulesDay) : onCase.rulesDay;
    }

    Result<void> operator()(const command::OpenCase &body) const
    {
        if (!body.rulesDay.isValid())
            return failure(FailureCode::CaseStampInvalid, u"rulesDay"_s);
        onCase.id = command.caseId;
        onCase.openedBy = command.actor;
        onCase.openedAt = stamp.receivedAt;
        onCase.rulesDay = body.rulesDay;
        return {};
    }

    Result<void> operator()(const command::SetApplicant &body) const
    {
        if (const auto party = checkParty(body.applicant, today()); !party)
            return party;
        if (const auto people = checkTwoPeople(body.applicant, onCase.agency); !people)
            return people;
        onCase.applicant = body.applicant;
        return {};
    }

    Result<void> operator()(const command::SetAgency &body) const
    {
        if (body.agency) {
            if (const auto party = checkParty(body.agency->agent, today()); !party)
                return party;
            if (const auto people = checkTwoPeople(onCase.applicant, body.agency); !people)
                return people;
        }
        onCase.agency = body.agency;
        return {};
    }

    Result<void> operator()(const command::AddItem &body) const
    {
        if (const auto item = checkItem(body); !item)
            return item;
        onCase.parts.append(partFrom(body));
        renumber(onCase.parts);
        return checkPartGraph(onCase.parts);
    }

    Result<void> operator()(const command::RemoveItem &body) const
    {
        const CasePart *found = onCase.part(body.partId);
        if (!found)
            return failure(FailureCode::CaseUnknownPart, body.partId.toString(QUuid::WithoutBraces));
        const CasePart removed = *found;
        onCase.parts.removeIf([&](const CasePart &part) { return part.id == removed.id; });
        // A removed part is transparent: whoever waited for it now waits for what it waited for.
        for (CasePart &part : onCase.parts) {
            if (part.dependsOn.removeAll(removed.id) == 0)
                continue;
            for (const PartId &id : removed.dependsOn) {
                if (!part.dependsOn.contains(id))
                    part.dependsOn.append(id);
            }
        }
        renumber(onCase.parts);
        return {};
    }

    Result<void> operator()(const command::ChooseLifeEvent &body) const
    {
        QList<CasePart> parts;
        for (const command::AddItem &item : body.items) {
            if (const auto checked = checkItem(item); !checked)
                return checked;
            parts.append(partFrom(item));
        }
        renumber(parts);
        if (const auto checked = checkPartGraph(parts); !checked)
            return checked;
        onCase.lifeEventId = body.lifeEventId;
        onCase.lifeEventVersion = body.lifeEventId.isEmpty() ? 0 : body.version;
        onCase.parts = parts;
        return {};
    }

    Result<void> operator()(const command::AnswerSituation &body) const
    {
        if (body.key.isEmpty())
            return failure(FailureCode::CaseFieldInvalid, u"key"_s);
        if (!body.answers) {
            onCase.answers.remove(body.key);
            return {};
        }
        onCase.answers.insert(body.key, *body.answers);
        if (onCase.answers.size() > mostEntries)
            return failure(FailureCode::CaseValueTooLong, u"answers"_s);
        return {};
    }

    Result<void> operator()(const command::SetField &body) const
    {
        if (body.fieldId.isEmpty())
            return failure(FailureCode::CaseFieldInvalid, u"fieldId"_s);
        if (body.value.value.isEmpty() && body.value.source == FieldSource::None) {
            onCase.fields.remove(body.fieldId);
            return {};
        }
        FieldValue value = body.value;
        value.changedBy = command.actor.operatorId;
        if (!value.changedAt.isValid())
            value.changedAt = stamp.receivedAt;
        onCase.fields.insert(body.fieldId, value);
        if (onCase.fields.size() > mostEntries)
            return failure(FailureCode::CaseValueTooLong, u"fields"_s);
        return {};
    }

    Result<void> operator()(const command::SetMaterial &body) const
    {
        if (body.key.isEmpty())
            return failure(FailureCode::CaseMaterialState, u"key"_s);
        const bool draft = onCase.stage == CaseStage::Draft;
        const auto now = onCase.materials.constFind(body.key);
        const bool wasDeferred = now != onCase.materials.cend() && now->way == MaterialWay::Deferred;
        // A deferred material follows once: it is neither taken back nor put off again after receipt.
        if (!draft && wasDeferred && (!body.state || body.state->way == MaterialWay::Deferred))
            return failure(FailureCode::CaseMaterialState, u"deferred again"_s);
        if (!body.state) {
            onCase.materials.remove(body.key);
            return {};
        }
        auto state = checkedMaterialState(*body.state, onCase.rulesDay);
        if (!state)
            return tl::unexpected(state.error());
        state->by = command.actor.operatorId;
        if (!state->at.isValid())
            state->at = stamp.receivedAt;
        onCase.materials.insert(body.key, *state);
        if (onCase.materials.size() > mostEntries)
            return failure(FailureCode::CaseValueTooLong, u"materials"_s);
        if (!fitsCase(totalOf(onCase.materials)))
            return failure(FailureCode::CaseValueTooLong, u"files"_s);
        return {};
    }

    Result<void> operator()(const command::ReceiveMaterials &body) const
    {
        if (!onCase.applicant)
            return failure(FailureCode::CaseNoApplicant);
        if (onCase.parts.isEmpty())
            return failure(FailureCode::CaseNoItems);
        if (!body.planComplete)
            return failure(FailureCode::CaseMaterialsMissing);
        if (const auto agency = checkAgency(onCase); !agency)
            return agency;
        if (!stamp.legalDate.isValid())
            return failure(FailureCode::CaseStampInvalid, u"legalDate"_s);
        if (!stamp.provisional && stamp.caseNumber.trimmed().isEmpty())
            return failure(FailureCode::CaseStampInvalid, u"caseNumber"_s);
        // Official numbers are the exchange's to give, so a provisional stamp leaves it empty.
        if (!stamp.provisional)
            onCase.number = stamp.caseNumber;
        onCase.provisionalReceipt = body.provisionalReceipt;
        onCase.receivedAt = stamp.receivedAt;
        onCase.stage = CaseStage::Received;
        for (CasePart &part : onCase.parts) {
            part.state = PartState::Received;
            part.receivedOn = stamp.legalDate;
        }
        return {};
    }

    Result<void> operator()(const command::DiscardDraft &) const
    {
        onCase.stage = CaseStage::Discarded;
        return {};
    }

    Result<void> operator()(const command::WithdrawCase &body) const
    {
        if (body.reason.trimmed().isEmpty())
            return failure(FailureCode::CaseReasonRequired);
        onCase.stage = CaseStage::Withdrawn;
        for (CasePart &part : onCase.parts) {
            if (!isFinal(part.state))
                part.state = PartState::Withdrawn;
        }
        return {};
    }

    template<typename OfPart>
    Result<void> operator()(const OfPart &) const
    {
        return failure(FailureCode::InternalFault, u"part command on shared data"_s);
    }
};

} // namespace

Result<void> applyShared(Case &onCase, const ApplyContext &context)
{
    return std::visit(SharedStep{onCase, context.command, context.stamp}, context.command.body);
}

} // namespace yichuang::domain
