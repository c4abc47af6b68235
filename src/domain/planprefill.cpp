// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

QString dateText(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString partyText(const Party &party, const QString &field)
{
    if (field == "name"_L1)
        return party.name;
    if (field == "englishName"_L1)
        return party.englishName;
    if (field == "passNumber"_L1)
        return party.passNumber;
    if (field == "sex"_L1)
        return party.sex == Sex::Unknown ? QString() : sexName(party.sex);
    if (field == "birth"_L1)
        return dateText(party.birth);
    if (field == "number"_L1)
        return party.number;
    if (field == "ethnic"_L1)
        return party.ethnicCode.isEmpty() ? QString() : ethnicGroupName(party.ethnicCode);
    if (field == "address"_L1)
        return party.address;
    if (field == "nationality"_L1)
        return party.nationality;
    if (field == "phone"_L1)
        return party.phone;
    if (field == "issuer"_L1)
        return party.issuer;
    if (field == "validFrom"_L1)
        return dateText(party.validFrom);
    if (field == "validTo"_L1)
        return dateText(party.validTo.value_or(QDate()));
    return field == "documentKind"_L1 ? party.documentKind : QString();
}

FieldValue fromParty(const Party &party, const QString &field)
{
    FieldValue value;
    value.value = partyText(party, field);
    // What was typed is the clerk's word, not the chip's.
    const bool read = party.method == IdentityMethod::ChipRead;
    value.source = read ? FieldSource::Card : FieldSource::Operator;
    value.sourceRef = party.documentKind;
    value.changedAt = party.readAt;
    return value;
}

FieldValue fromCertificate(const PlanInput &input, const QString &typeId, const QString &field)
{
    const ECertificate *best = nullptr;
    for (const ECertificate &each : input.fetched) {
        const bool fits = each.summary.typeId == typeId && each.summary.isUsableOn(input.date) && !each.face.value(field).isEmpty();
        if (fits && (!best || isBetterCertificate(each.summary, best->summary)))
            best = &each;
    }
    if (!best)
        return {};
    return {best->face.value(field), FieldSource::Certificate, best->summary.identifier, best->fetchedAt, {}};
}

/** Type and field of a certificate's path; empty when it is another source's. */
std::pair<QString, QString> certificatePath(const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    const bool names = path.startsWith("certificate:"_L1) && dot >= 0;
    return names ? std::pair(path.mid(12, dot - 12), path.mid(dot + 1)) : std::pair<QString, QString>();
}

/** The applicant's own best certificate of a type that counts on the day; null: none is listed. */
const CertificateSummary *ownBest(const PlanInput &input, const QString &typeId)
{
    const CertificateSummary *best = nullptr;
    for (const CertificateSummary &each : input.certificates) {
        const bool fits = each.typeId == typeId && each.relation == Relation::Self && each.isUsableOn(input.date);
        if (fits && (!best || isBetterCertificate(each, *best)))
            best = &each;
    }
    return best;
}

FieldValue fromPath(const QString &path, const PlanInput &input)
{
    if (path.startsWith("constant:"_L1))
        return {path.mid(9), FieldSource::None, u"constant"_s, {}, {}};
    if (path.startsWith("card."_L1))
        return input.applicant ? fromParty(*input.applicant, path.mid(5)) : FieldValue();
    if (path == "agent.relation"_L1) // said at the agent's card, by the clerk
        return input.agency ? FieldValue{input.agency->relation, FieldSource::Operator, {}, {}, {}} : FieldValue();
    if (path.startsWith("agent."_L1))
        return input.agency ? fromParty(input.agency->agent, path.mid(6)) : FieldValue();
    const auto [typeId, faceField] = certificatePath(path);
    return typeId.isEmpty() ? FieldValue() : fromCertificate(input, typeId, faceField);
}

/** A source speaks in texts ("女"); a choice keeps its id. */
void textToChoice(const FormField &field, QString &value)
{
    const auto found = std::find_if(field.choices.cbegin(), field.choices.cend(), [&](const auto &choice) { return choice.second == value; });
    if (field.type == FieldType::Choice && found != field.choices.cend())
        value = found->first;
}

} // namespace

std::optional<FieldValue> prefilledValue(const FormField &field, const PlanInput &input)
{
    for (const QString &path : field.prefill) {
        FieldValue value = fromPath(path, input);
        textToChoice(field, value.value);
        // A source that does not fit the field is no help to the clerk: the next path is tried.
        if (!value.value.trimmed().isEmpty() && checkFieldValue(field, value.value, input.date))
            return value;
    }
    return {};
}

QMap<QString, QStringList> certificatesToFill(const PlanInput &input, const CasePlan &plan)
{
    QSet<QString> empty;
    for (const PlannedField &planned : plan.fields) {
        if (planned.value.value.isEmpty())
            empty.insert(planned.field.id);
    }
    QMap<QString, QStringList> byItem;
    for (const ServiceItem *item : input.items) {
        for (const FormField &field : item->fields) {
            for (const QString &path : empty.contains(field.id) ? field.prefill : QStringList()) {
                const QString typeId = certificatePath(path).first;
                const CertificateSummary *best = typeId.isEmpty() || item->resultTypes.contains(typeId) ? nullptr : ownBest(input, typeId);
                if (best && !byItem.value(item->id).contains(best->identifier))
                    byItem[item->id].append(best->identifier);
            }
        }
    }
    return byItem;
}

} // namespace yichuang::domain
