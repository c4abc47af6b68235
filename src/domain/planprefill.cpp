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

/** A certificate's prefill path, taken apart; without a type it is another source's. */
struct CertificatePath {
    QString typeId;
    QString face;
    bool own = false;        ///< the applicant's own only, not a child's or a dead parent's of the same type
};

CertificatePath certificatePath(const QString &path)
{
    const bool own = path.startsWith("own-certificate:"_L1);
    const qsizetype dot = path.indexOf(u'.');
    if ((!own && !path.startsWith("certificate:"_L1)) || dot < 0)
        return {};
    const qsizetype colon = path.indexOf(u':');
    return {path.mid(colon + 1, dot - colon - 1), path.mid(dot + 1), own};
}

FieldValue fromCertificate(const PlanInput &input, const CertificatePath &path)
{
    const ECertificate *best = nullptr;
    for (const ECertificate &each : input.fetched) {
        const bool isTheirs = !path.own || each.summary.relation == Relation::Self;
        const bool fits = isTheirs && each.summary.typeId == path.typeId && each.summary.isUsableOn(input.date) && !each.face.value(path.face).isEmpty();
        if (fits && (!best || isBetterCertificate(each.summary, best->summary)))
            best = &each;
    }
    if (!best)
        return {};
    return {best->face.value(path.face), FieldSource::Certificate, best->summary.identifier, best->fetchedAt, {}};
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
    const CertificatePath certificate = certificatePath(path);
    return certificate.typeId.isEmpty() ? FieldValue() : fromCertificate(input, certificate);
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
                const QString typeId = certificatePath(path).typeId;
                const CertificateSummary *best = typeId.isEmpty() || item->resultTypes.contains(typeId) ? nullptr : ownBest(input, typeId);
                if (best && !byItem.value(item->id).contains(best->identifier))
                    byItem[item->id].append(best->identifier);
            }
        }
    }
    return byItem;
}

} // namespace yichuang::domain
