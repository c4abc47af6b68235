// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <domain/caserules.h>

#include <algorithm>
#include <tuple>

namespace yichuang::desk {

using domain::Case;
using domain::CasePart;
using domain::Catalogue;

domain::Party partyFromCard(const device::CardReading &reading, const QDateTime &readAt)
{
    const domain::IdCard &card = reading.card;
    domain::Party party;
    party.name = card.name.isEmpty() ? card.englishName : card.name;
    party.englishName = card.englishName;
    party.documentKind = card.documentKind();
    party.number = card.number;
    party.sex = card.sex;
    party.birth = card.birth;
    party.ethnicCode = card.ethnicCode;
    party.nationality = card.nationality;
    party.passNumber = card.passNumber;
    party.issueCount = card.issueCount;
    party.formerNumberLink = card.formerNumberLink;
    // Appended addresses stand in the order in which they were written.
    party.address = reading.appendedAddresses.isEmpty() ? card.address : reading.appendedAddresses.last();
    party.issuer = card.issuer;
    party.validFrom = card.validFrom;
    party.validTo = card.validTo;
    party.cardKind = card.kind;
    party.method = domain::IdentityMethod::ChipRead;
    party.readAt = readAt;
    return party;
}

QList<CertificateView> certificateViews(const QList<domain::CertificateSummary> &certificates,
                                        const QList<domain::ECertificate> &faces, const domain::CasePlan &plan,
                                        QDate today)
{
    QHash<QString, int> uses;
    for (const domain::PlannedMaterial &material : plan.materials) {
        if (!material.certificateIdentifier.isEmpty())
            uses[material.certificateIdentifier] += int(material.uses.size());
    }
    QSet<QString> withFace;
    for (const domain::ECertificate &face : faces)
        withFace.insert(face.summary.identifier);
    QList<CertificateView> views;
    for (const domain::CertificateSummary &summary : certificates) {
        views.append({summary, uses.value(summary.identifier), summary.isUsableOn(today),
                      withFace.contains(summary.identifier)});
    }
    // Used ones first, then usable ones, the holder's own before their relatives'; the exchange's order otherwise.
    const auto rank = [](const CertificateView &view) {
        return std::tuple(view.usedByItems > 0, view.usable, view.summary.relation == domain::Relation::Self);
    };
    std::stable_sort(views.begin(), views.end(), [&rank](const CertificateView &a, const CertificateView &b) { return rank(a) > rank(b); });
    return views;
}

namespace {

int countMaterials(const domain::CasePlan &plan, const QString &itemId, domain::MaterialStatus status)
{
    return int(std::count_if(plan.materials.begin(), plan.materials.end(), [&](const domain::PlannedMaterial &material) {
        return material.status == status && material.necessity != domain::Necessity::Optional
            && std::any_of(material.uses.begin(), material.uses.end(),
                           [&](const domain::MaterialUse &use) { return use.itemId == itemId; });
    }));
}

ItemView itemView(const Case &onCase, const CasePart &part, const Catalogue &catalogue, const domain::CasePlan &plan,
                  QDate legalDay)
{
    ItemView view;
    view.partId = part.id;
    view.itemId = part.itemId;
    view.name = part.itemName;
    view.departmentId = part.departmentId;
    if (const domain::Department *department = catalogue.department(part.departmentId))
        view.departmentName = department->name;
    view.kind = part.kind;
    view.promised = part.promised;
    view.state = part.state;
    view.number = part.number;
    for (const domain::PartId &id : part.dependsOn) {
        const CasePart *before = onCase.part(id);
        if (before && before->state != domain::PartState::Approved && !domain::isFinal(before->state))
            view.waitsFor.append(before->itemName);
    }
    view.decision = part.decision;
    view.departmentAccepts = domain::departmentAccepts(catalogue, part);
    if (view.departmentAccepts)
        view.answerDue = domain::answerDue(catalogue, part).value_or(domain::DueDay()).day;
    // The promised days run from acceptance; where the department gives that or withheld it, there is no day to tell.
    const bool acceptedWithReceipt = part.state == domain::PartState::Draft || (part.state == domain::PartState::Received && !view.departmentAccepts);
    if (part.state == domain::PartState::CorrectionAsked && part.correction)
        view.returnBy = part.correction->returnBy;
    if (part.promisedDue.isValid() && view.waitsFor.isEmpty() && !domain::doesClockStand(part.state))
        view.expectedDue = part.promisedDue;
    else if (view.waitsFor.isEmpty() && acceptedWithReceipt)
        view.expectedDue = domain::WorkCalendar::bundled().dueDate(legalDay, part.promised).value_or(domain::DueDay()).day;
    view.dueProvisional = domain::WorkCalendar::bundled().isProvisional(view.expectedDue.isValid() ? view.expectedDue : view.answerDue);
    view.missing = countMaterials(plan, part.itemId, domain::MaterialStatus::Missing);
    view.deferred = countMaterials(plan, part.itemId, domain::MaterialStatus::Deferred);
    return view;
}

} // namespace

QList<ItemView> itemViews(const Case &onCase, const Catalogue &catalogue, const domain::CasePlan &plan, QDate legalDay)
{
    QStringList departments;
    const domain::LifeEvent *event = onCase.lifeEventId.isEmpty()
        ? nullptr
        : catalogue.lifeEventVersion(onCase.lifeEventId, onCase.lifeEventVersion);
    if (event)
        departments.append(event->leadDepartmentId);
    for (const CasePart &part : onCase.parts) {
        if (!departments.contains(part.departmentId))
            departments.append(part.departmentId);
    }
    QList<ItemView> views;
    for (const QString &department : departments) {
        for (const CasePart &part : onCase.parts) {
            if (part.departmentId == department)
                views.append(itemView(onCase, part, catalogue, plan, legalDay));
        }
    }
    return views;
}

namespace {

bool isAllowed(const Case &onCase, const domain::PartId &partId, const domain::CommandBody &body, const domain::Actor &actor)
{
    return domain::mayCommand(actor, onCase, partId, body) && domain::stateAllows(onCase, partId, body);
}

} // namespace

HandInView handInView(const Case &onCase, const Catalogue &catalogue, const domain::CasePlan &plan, const domain::Actor &actor)
{
    HandInView view;
    if (onCase.stage == domain::CaseStage::Draft)
        return view;
    for (const CasePart &part : onCase.parts) {
        if (!part.correction || !isAllowed(onCase, part.id, domain::command::AnswerCorrection(), actor))
            continue;
        const domain::Department *department = catalogue.department(part.departmentId);
        view.corrections.append({part.id, part.itemName, department ? department->name : part.departmentId,
                                 part.correction->points, part.correction->returnBy, {}, part.correction->opinion});
    }
    for (auto it = onCase.materials.cbegin(); it != onCase.materials.cend(); ++it) {
        const domain::command::SetMaterial handsIn{it.key(), domain::MaterialState()};
        if (it->way != domain::MaterialWay::Deferred || !isAllowed(onCase, {}, handsIn, actor))
            continue;
        const auto planned = std::find_if(plan.materials.begin(), plan.materials.end(),
                                          [&](const domain::PlannedMaterial &material) { return material.key == it.key(); });
        view.deferred.append({it.key(), planned == plan.materials.end() ? it.key() : planned->name, it->due});
    }
    return view;
}

QList<MaterialFiles> materialFiles(const Case &onCase, const domain::CasePlan &plan)
{
    QMap<QString, domain::MaterialState> left = onCase.materials;
    QList<MaterialFiles> all;
    for (const domain::PlannedMaterial &material : plan.materials) {
        const QList<domain::AttachedFile> files = left.take(material.key).files;
        if (!files.isEmpty())
            all.append({material.name, files});
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        if (!it->files.isEmpty())
            all.append({it.key(), it->files});
    }
    return all;
}

OpenEdits openEdits(const Case &onCase, const domain::CasePlan &plan, const domain::Actor &actor)
{
    OpenEdits edits;
    edits.fields = isAllowed(onCase, {}, domain::command::SetField(), actor);
    for (const domain::PlannedMaterial &material : plan.materials) {
        if (isAllowed(onCase, {}, domain::command::SetMaterial{material.key, domain::MaterialState()}, actor))
            edits.materials.insert(material.key);
    }
    return edits;
}

QList<HintView> hintViews(const Case &onCase, const Catalogue &catalogue,
                          const QList<domain::CertificateSummary> &certificates, QDate today)
{
    QList<HintView> views;
    const QList<domain::Hint> hints = domain::hintsFor(catalogue, certificates, today);
    for (const domain::Hint &hint : hints) {
        HintView view;
        view.hint = hint;
        if (const domain::LifeEvent *event = catalogue.lifeEvent(hint.lifeEventId, today)) {
            view.proposal = event->name;
            view.taken = onCase.lifeEventId == hint.lifeEventId;
        } else if (const domain::ServiceItem *item = catalogue.item(hint.itemId, today)) {
            view.proposal = item->name;
            view.taken = std::any_of(onCase.parts.begin(), onCase.parts.end(),
                                     [&](const CasePart &part) { return part.itemId == hint.itemId; });
        }
        if (const domain::CertificateType *missing = catalogue.certificateType(hint.missingType)) {
            const domain::Department *issuer = catalogue.department(missing->departmentId);
            view.missingName = missing->name;
            view.issuerName = issuer ? issuer->name : QString();
        }
        views.append(view);
    }
    return views;
}

void layScratch(domain::CasePlan &plan, const QMap<QString, QString> &scratch, QDate today, const QSet<QString> &left)
{
    for (domain::PlannedField &field : plan.fields) {
        const auto typed = scratch.constFind(field.field.id);
        if (typed == scratch.constEnd())
            continue;
        field.value.value = *typed;
        field.value.source = domain::FieldSource::Operator;
        field.value.changedAt = {}; // being typed: nobody left it yet
        field.prefilled = false;
        const auto checked = domain::checkFieldValue(field.field, domain::tidiedFieldValue(field.field, *typed, today), today);
        // A word half written is not called wrong before its field is left.
        if (!checked && !left.contains(field.field.id))
            continue;
        plan.missing.removeIf([&field](const domain::Missing &one) { return one.kind == domain::Missing::Kind::Field && one.target == field.field.id; });
        field.problem = checked ? std::nullopt : std::optional(checked.error());
        if (field.problem)
            plan.missing.append({domain::Missing::Kind::Field, field.field.id, field.field.label, field.itemIds.value(0)});
    }
}

bool isThere(const WorkPlace &place, const CounterView &view)
{
    using Part = WorkPlace::Part;
    const domain::CasePlan &plan = view.plan;
    const bool whole = place.key.isEmpty();
    switch (place.part) {
    case Part::Nowhere: break;
    case Part::Missing:
    case Part::Certificates:
    case Part::Items: return true;
    case Part::Situations: return whole || std::any_of(plan.situations.cbegin(), plan.situations.cend(), [&](const domain::PlannedSituation &one) { return one.key == place.key; });
    case Part::Form: return whole || std::any_of(plan.fields.cbegin(), plan.fields.cend(), [&](const domain::PlannedField &one) { return one.field.id == place.key; });
    case Part::Materials: return whole || std::any_of(plan.materials.cbegin(), plan.materials.cend(), [&](const domain::PlannedMaterial &one) { return one.key == place.key; });
    case Part::Applicant: return view.openCase.applicant.has_value();
    case Part::Agent: return view.openCase.agency.has_value();
    }
    return false;
}

QString caseTitle(const Case &onCase, const Catalogue &catalogue)
{
    if (!onCase.lifeEventId.isEmpty()) {
        if (const auto *event = catalogue.lifeEventVersion(onCase.lifeEventId, onCase.lifeEventVersion))
            return event->name;
    }
    return onCase.parts.isEmpty() ? QString() : onCase.parts.first().itemName;
}

} // namespace yichuang::desk
