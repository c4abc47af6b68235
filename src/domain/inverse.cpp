// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>

namespace yichuang::domain {

namespace {

struct Inverse {
    const Case &before;
    using Answer = std::optional<CommandBody>;

    Answer operator()(const command::SetApplicant &) const
    {
        // A case never goes back to having no applicant.
        if (!before.applicant)
            return {};
        return command::SetApplicant{*before.applicant};
    }
    Answer operator()(const command::SetAgency &) const { return command::SetAgency{before.agency}; }
    Answer operator()(const command::AddItem &body) const { return command::RemoveItem{body.partId}; }
    Answer operator()(const command::RemoveItem &) const { return wholeSelection(before); }
    Answer operator()(const command::ChooseLifeEvent &) const { return wholeSelection(before); }
    Answer operator()(const command::AnswerSituation &body) const
    {
        const auto now = before.answers.constFind(body.key);
        if (now == before.answers.cend())
            return command::AnswerSituation{body.key, {}};
        return command::AnswerSituation{body.key, *now};
    }
    Answer operator()(const command::SetField &body) const { return command::SetField{body.fieldId, before.fields.value(body.fieldId)}; }
    Answer operator()(const command::SetMaterial &body) const
    {
        const auto now = before.materials.constFind(body.key);
        if (now == before.materials.cend())
            return command::SetMaterial{body.key, {}};
        return command::SetMaterial{body.key, *now};
    }
    template<typename Other>
    Answer operator()(const Other &) const { return {}; }
};

} // namespace

command::ChooseLifeEvent wholeSelection(const Case &of)
{
    command::ChooseLifeEvent body{of.lifeEventId, of.lifeEventVersion, {}};
    for (const CasePart &part : of.parts) {
        body.items.append({part.id, part.itemId, part.itemVersion, part.itemName, part.departmentId, part.dependsOn,
                           part.promised, part.statutory, part.kind});
    }
    return body;
}

std::optional<CommandBody> inverseOf(const Case &before, const CommandBody &body)
{
    // After receipt an edit is part of the record; only a further edit corrects it.
    if (before.stage != CaseStage::Draft)
        return {};
    return std::visit(Inverse{before}, body);
}

} // namespace yichuang::domain
