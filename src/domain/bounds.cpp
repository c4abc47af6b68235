// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/bounds.h>
#include <domain/caserules.h>

#include <initializer_list>

namespace yichuang::domain {

namespace {

constexpr qsizetype idLength = 120;
constexpr qsizetype listLength = 60;

struct Bound {
    const QString &text;
    qsizetype most;
};

Result<void> within(std::initializer_list<Bound> bounds)
{
    for (const Bound &bound : bounds) {
        if (bound.text.size() > bound.most)
            return failure(FailureCode::CaseValueTooLong, QString::number(bound.most));
    }
    return {};
}

Result<void> within(const QStringList &texts, qsizetype most)
{
    if (texts.size() > listLength)
        return failure(FailureCode::CaseValueTooLong, QString::number(listLength));
    for (const QString &text : texts) {
        if (text.size() > most)
            return failure(FailureCode::CaseValueTooLong, QString::number(most));
    }
    return {};
}

/** One overload per command that carries text; the rest fall to the template. */
struct Bounds {
    template<typename T>
    Result<void> operator()(const T &) const { return {}; }

    Result<void> operator()(const Party &party) const
    {
        return within({{party.personId, idLength}, {party.name, longestName}, {party.documentKind, 20}, {party.number, 40},
                       {party.ethnicCode, 20}, {party.nationality, 20}, {party.englishName, longestName}, {party.passNumber, 40},
                       {party.issueCount, 20}, {party.formerNumberLink, 20}, {party.address, 400}, {party.phone, 40},
                       {party.issuer, longestName}, {party.typedReason, longestText}});
    }
    Result<void> operator()(const command::SetApplicant &body) const { return (*this)(body.applicant); }
    Result<void> operator()(const command::SetAgency &body) const
    {
        if (!body.agency)
            return {};
        if (const auto agent = (*this)(body.agency->agent); !agent)
            return agent;
        return within({{body.agency->relation, longestName}, {body.agency->authority, idLength}});
    }
    Result<void> operator()(const command::AddItem &body) const
    {
        if (body.dependsOn.size() > listLength)
            return failure(FailureCode::CaseValueTooLong, QString::number(listLength));
        return within({{body.itemId, idLength}, {body.itemName, longestName}, {body.departmentId, idLength}});
    }
    Result<void> operator()(const command::ChooseLifeEvent &body) const
    {
        if (body.items.size() > listLength)
            return failure(FailureCode::CaseValueTooLong, QString::number(listLength));
        for (const command::AddItem &item : body.items) {
            if (const auto each = (*this)(item); !each)
                return each;
        }
        return within({{body.lifeEventId, idLength}});
    }
    Result<void> operator()(const command::AnswerSituation &body) const
    {
        if (const auto key = within({{body.key, 2 * idLength}}); !key || !body.answers)
            return key;
        return within(*body.answers, idLength);
    }
    Result<void> operator()(const command::SetField &body) const
    {
        return within({{body.fieldId, idLength}, {body.value.value, longestFieldValue}, {body.value.sourceRef, idLength}});
    }
    Result<void> operator()(const command::SetMaterial &body) const
    {
        if (const auto key = within({{body.key, idLength}}); !key || !body.state)
            return key;
        const MaterialState &state = *body.state;
        if (state.files.size() > mostFilesOfMaterial)
            return failure(FailureCode::CaseValueTooLong, QString::number(mostFilesOfMaterial));
        for (const AttachedFile &file : state.files) {
            if (const auto each = within({{file.id, idLength}, {file.name, 255}}); !each)
                return each;
        }
        return within({{state.certificateIdentifier, longestName}, {state.note, longestText}});
    }
    Result<void> operator()(const command::ReceiveMaterials &body) const { return within({{body.provisionalReceipt, idLength}}); }
    Result<void> operator()(const command::DiscardDraft &body) const { return within({{body.reason, longestText}}); }
    Result<void> operator()(const command::WithdrawCase &body) const { return within({{body.reason, longestText}}); }
    Result<void> operator()(const command::RejectPart &body) const { return within({{body.reason, longestText}, {body.legalBasis, longestText}}); }
    Result<void> operator()(const command::AskCorrection &body) const
    {
        const auto points = within(body.points, longestText);
        return points ? within({{body.opinion, longestText}}) : points;
    }
    Result<void> operator()(const command::AnswerCorrection &body) const { return within({{body.note, longestText}}); }
    Result<void> operator()(const command::PausePart &body) const { return within({{body.reason, longestText}}); }
    Result<void> operator()(const command::ApprovePart &body) const { return within({{body.opinion, longestText}, {body.resultName, longestName}}); }
    Result<void> operator()(const command::RefusePart &body) const { return within({{body.reason, longestText}, {body.legalBasis, longestText}}); }
};

} // namespace

Result<void> checkBounds(const CommandBody &body)
{
    return std::visit(Bounds{}, body);
}

} // namespace yichuang::domain
