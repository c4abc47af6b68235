// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>
#include <domain/materialplan.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkCopied(const Catalogue &catalogue, QDate rulesDay, const command::AddItem &body)
{
    const ServiceItem *item = catalogue.itemVersion(body.itemId, body.itemVersion);
    if (!item)
        return failure(FailureCode::CatalogueUnknownItem, body.itemId);
    if (!item->isInForceOn(rulesDay))
        return failure(FailureCode::CatalogueNotInForce, body.itemId);
    if (!item->isOfferedOn(rulesDay))
        return failure(FailureCode::CatalogueSuspended, body.itemId);
    if (addItemFor(*item, body.partId, body.dependsOn) != body)
        return failure(FailureCode::CaseUnknownItem, body.itemId);
    return {};
}

} // namespace

command::AddItem addItemFor(const ServiceItem &item, const PartId &partId, const QList<PartId> &dependsOn)
{
    return {partId, item.id, item.version, item.name, item.departmentId, dependsOn, item.promised, item.statutory, item.kind};
}

Result<void> checkAgainstCatalogue(const Catalogue &catalogue, const Case &onCase, const CommandBody &body)
{
    if (const auto *add = std::get_if<command::AddItem>(&body))
        return checkCopied(catalogue, onCase.rulesDay, *add);
    const auto *choose = std::get_if<command::ChooseLifeEvent>(&body);
    if (!choose)
        return {};
    if (!choose->lifeEventId.isEmpty()) {
        if (!catalogue.lifeEventVersion(choose->lifeEventId, choose->version))
            return failure(FailureCode::CatalogueUnknownEvent, choose->lifeEventId);
        const LifeEvent *current = catalogue.lifeEvent(choose->lifeEventId, onCase.rulesDay);
        if (!current || current->version != choose->version)
            return failure(FailureCode::CatalogueNotInForce, choose->lifeEventId);
    }
    for (const command::AddItem &item : choose->items) {
        if (const auto checked = checkCopied(catalogue, onCase.rulesDay, item); !checked)
            return checked;
    }
    return {};
}

bool departmentAccepts(const Catalogue &catalogue, const CasePart &part)
{
    const ServiceItem *item = catalogue.itemVersion(part.itemId, part.itemVersion);
    return item && item->acceptance.by == Acceptance::By::Department;
}

QDate materialsInOn(const CasePart &part)
{
    const bool corrected = part.correction && part.correction->answeredAt.isValid() && !part.pauses.isEmpty();
    return corrected ? part.pauses.last().to : part.receivedOn;
}

std::optional<DueDay> answerDue(const Catalogue &catalogue, const CasePart &part, const WorkCalendar &calendar)
{
    if (part.state != PartState::Received)
        return {};
    const ServiceItem *item = catalogue.itemVersion(part.itemId, part.itemVersion);
    const auto due = calendar.dueDate(materialsInOn(part), item ? item->acceptance.limit : Acceptance().limit);
    return due ? std::optional(*due) : std::nullopt;
}

Result<PlanInput> planInputFor(const Catalogue &catalogue, const Case &ofCase, const QList<CertificateSummary> &certificates,
                               const QList<ECertificate> &fetched, QDate date)
{
    PlanInput input;
    for (const CasePart &part : ofCase.parts) {
        const ServiceItem *item = catalogue.itemVersion(part.itemId, part.itemVersion);
        if (!item)
            return failure(FailureCode::CatalogueUnknownItem, part.itemId);
        input.items.append(item);
    }
    if (!ofCase.lifeEventId.isEmpty()) {
        input.lifeEvent = catalogue.lifeEventVersion(ofCase.lifeEventId, ofCase.lifeEventVersion);
        if (!input.lifeEvent)
            return failure(FailureCode::CatalogueUnknownEvent, ofCase.lifeEventId);
    }
    input.answers = ofCase.answers;
    input.fields = ofCase.fields;
    input.materials = ofCase.materials;
    input.applicant = ofCase.applicant;
    input.agency = ofCase.agency;
    input.certificates = certificates;
    input.fetched = fetched;
    input.date = date;
    return input;
}

} // namespace yichuang::domain
