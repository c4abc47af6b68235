// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/casedesk.h>
#include <desk/counterview.h>
#include <device/cardreading.h>
#include <store/storevalues.h>

namespace yichuang::desk {

/** Parts of the views, each a pure function of what the desks hold. */

/** The person as the chip says; the address is the newest one that was written onto the card after it was printed (追加住址). */
[[nodiscard]] domain::Party partyFromCard(const device::CardReading &reading, const QDateTime &readAt);
[[nodiscard]] QList<CertificateView> certificateViews(const QList<domain::CertificateSummary> &certificates,
                                                      const QList<domain::ECertificate> &faces,
                                                      const domain::CasePlan &plan, QDate today);
/**
 * Items grouped by department, the lead department first, then in order of appearance. What is not accepted yet is expected
 * as if it were on `legalDay`, the legal date of now.
 */
[[nodiscard]] QList<ItemView> itemViews(const domain::Case &onCase, const domain::Catalogue &catalogue,
                                        const domain::CasePlan &plan, QDate legalDay);
/** What this operator may take after receipt; the plan gives materials their names. */
[[nodiscard]] HandInView handInView(const domain::Case &onCase, const domain::Catalogue &catalogue,
                                    const domain::CasePlan &plan, const domain::Actor &actor);
/** Every file of the case; a material that the plan does not name any more comes last, by its key. */
[[nodiscard]] QList<MaterialFiles> materialFiles(const domain::Case &onCase, const domain::CasePlan &plan);
[[nodiscard]] OpenEdits openEdits(const domain::Case &onCase, const domain::CasePlan &plan, const domain::Actor &actor);
[[nodiscard]] QList<HintView> hintViews(const domain::Case &onCase, const domain::Catalogue &catalogue,
                                        const QList<domain::CertificateSummary> &certificates, QDate today);
/** @param names display names of operators by their id, as far as this desk knows them. */
[[nodiscard]] QList<TimelineEntry> timelineEntries(const QList<store::TimelineRow> &rows, const domain::Case &onCase,
                                                   const domain::Catalogue &catalogue, const QHash<QString, QString> &names = {});
/** The receipt of a draft that the exchange refused last; null: none. It lives as long as the rows. */
[[nodiscard]] const store::TimelineRow *refusedReceipt(const domain::Case &onCase, const QList<store::TimelineRow> &rows);
/**
 * What the exchange said to that receipt, in the catalogue's words; nothing once the clerk has mended what it named.
 * @param listedBefore the certificates are shown as they were before that answer: a material that rests on one of them and
 *        that the exchange misses is laid into the plan as missing.
 */
[[nodiscard]] std::optional<ReturnedView> layReturned(domain::CasePlan &plan, const domain::Case &onCase,
                                                      const QList<store::TimelineRow> &rows, bool listedBefore);
/**
 * Lays text that was typed but is not in the case over the plan's fields; what is right with it is not missing.
 * @param left fields of it that nobody is typing in: what does not fit there is told.
 */
void layScratch(domain::CasePlan &plan, const QMap<QString, QString> &scratch, QDate today, const QSet<QString> &left = {});
/**
 * The plan of the open case: for its own day, and where something is missing then that is there today, a certificate that was
 * renewed since receipt, for today. Errors of domain::planInputFor.
 */
[[nodiscard]] domain::Result<domain::CasePlan> planToWorkOn(const domain::Catalogue &catalogue, const domain::Case &onCase, const QList<domain::CertificateSummary> &listed,
                                                             const QList<domain::ECertificate> &faces, QDate today);
/**
 * What stands in the way of the answer for a part: domain::missingForPart as far as this desk can tell, and fields of any part in
 * which half typed text waits. Of a certificate that is not listed here the exchange knows more.
 * @param plan with the scratch laid over it.
 */
[[nodiscard]] QList<domain::Missing> missingToAnswer(const domain::Case &onCase, const domain::Catalogue &catalogue, const domain::CasePlan &plan,
                                                     const QMap<QString, QString> &scratch, const domain::PartId &partId);
/** Of a scratch what may go into a received case, tidied: text that does not fit its field stays out. */
[[nodiscard]] QMap<QString, QString> fittingScratch(const domain::CasePlan &plan, const QMap<QString, QString> &scratch, QDate today);
/** What the place names is still part of the case. */
[[nodiscard]] bool isThere(const WorkPlace &place, const CounterView &view);
/** The name a case goes by: its life event's, or its first item's. */
[[nodiscard]] QString caseTitle(const domain::Case &onCase, const domain::Catalogue &catalogue);

} // namespace yichuang::desk
