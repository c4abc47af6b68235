// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/partyentries.h>

#include <domain/bounds.h>
#include <domain/form.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

/** Empty for none; nothing for what is no number. */
std::optional<QString> phoneFrom(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QString();
    const auto phone = domain::parsePhone(text.trimmed());
    return phone ? std::optional(*phone) : std::nullopt;
}

} // namespace

std::optional<domain::Party> withEntry(const domain::Party &applicant, PartyEntry entry, const QString &text)
{
    domain::Party party = applicant;
    if (entry != PartyEntry::ApplicantPhone)
        return party;
    const std::optional<QString> phone = phoneFrom(text);
    if (!phone)
        return std::nullopt;
    party.phone = *phone;
    return party;
}

std::optional<domain::Agency> withEntry(const domain::Agency &agency, PartyEntry entry, const QString &text)
{
    domain::Agency now = agency;
    switch (entry) {
    case PartyEntry::ApplicantPhone: break;
    case PartyEntry::AgentPhone: {
        const std::optional<QString> phone = phoneFrom(text);
        if (!phone)
            return std::nullopt;
        now.agent.phone = *phone;
        break;
    }
    case PartyEntry::AgentRelation:
        now.relation = text.trimmed();
        if (now.relation.size() > domain::longestName)
            return std::nullopt;
        break;
    case PartyEntry::AgentUntil:
        if (now.capacity != domain::AgentCapacity::EntrustedAgent)
            break;
        now.validUntil = domain::dayFromText(text);
        if (!now.validUntil.isValid() && !text.trimmed().isEmpty())
            return std::nullopt;
        break;
    }
    return now;
}

bool isSettled(const domain::Case &onCase, PartyEntry entry, const QString &text)
{
    if (entry == PartyEntry::ApplicantPhone)
        return !onCase.applicant || withEntry(*onCase.applicant, entry, text) == onCase.applicant;
    return !onCase.agency || withEntry(*onCase.agency, entry, text) == onCase.agency;
}

QString entryKey(PartyEntry entry)
{
    // No field's id has a stroke.
    switch (entry) {
    case PartyEntry::ApplicantPhone: return u"applicant/phone"_s;
    case PartyEntry::AgentPhone: return u"agent/phone"_s;
    case PartyEntry::AgentRelation: return u"agent/relation"_s;
    case PartyEntry::AgentUntil: return u"agent/until"_s;
    }
    return {};
}

} // namespace yichuang::desk
