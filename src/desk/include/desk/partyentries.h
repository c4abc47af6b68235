// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

#include <QMap>

namespace yichuang::desk {

/** What is typed in the cards of applicant and agent, besides who they are. */
enum class PartyEntry { ApplicantPhone, AgentPhone, AgentRelation, AgentUntil };
inline constexpr PartyEntry partyEntries[] = {PartyEntry::ApplicantPhone, PartyEntry::AgentPhone, PartyEntry::AgentRelation, PartyEntry::AgentUntil};

/** Texts as they were typed, of entries whose case does not say the same yet. */
using EntryTexts = QMap<PartyEntry, QString>;

/** The applicant with an entry as it was typed; nothing while that is half a number. */
[[nodiscard]] std::optional<domain::Party> withEntry(const domain::Party &applicant, PartyEntry entry, const QString &text);
/** The same of the agent: nothing for half a number, what names no day, and a text that is too long. Who acts by law has no last day. */
[[nodiscard]] std::optional<domain::Agency> withEntry(const domain::Agency &agency, PartyEntry entry, const QString &text);

/** Does the case say all of it already, or is there nobody whom it could be said of? */
[[nodiscard]] bool isSettled(const domain::Case &onCase, PartyEntry entry, const QString &text);

/** Where an entry waits among the texts of a case's scratch. */
[[nodiscard]] QString entryKey(PartyEntry entry);

} // namespace yichuang::desk
