// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>
#include <domain/materialplan.h>

#include <functional>

namespace yichuang::domain {

/** True for commands on one part (their CaseCommand::partId names it); all others change the shared data. */
[[nodiscard]] bool isPartCommand(const CommandBody &body);

/**
 * Does the state of the case or part allow this kind of command now (reference 5.1)? Looks at states only, not at
 * who asks or at the command's content. Errors CASE-001, CASE-005, CASE-011, CASE-013, CASE-021.
 */
[[nodiscard]] Result<void> stateAllows(const Case &onCase, const PartId &partId, const CommandBody &body);

/**
 * Did the case come back (退回)? The one rule of list, detail and counter.
 * @param refused what this desk sent for it, withdrawals left out, and the exchange refused; nothing was sent after it. A step
 *        that somebody else did meanwhile is no loss, and a refused withdrawal leaves the case where it was.
 */
[[nodiscard]] bool cameBack(const Case &onCase, const CaseCommand &refused);

/** Bounds of every text and list in a command, so that no client can grow a case without limit. Error CASE-019. */
[[nodiscard]] Result<void> checkBounds(const CommandBody &body);

/** The command body that adds an item at its version, with the item's limits copied. */
[[nodiscard]] command::AddItem addItemFor(const ServiceItem &item, const PartId &partId, const QList<PartId> &dependsOn = {});

/** The life event and parts of a case as one command: it brings back order, places and dependencies together. */
[[nodiscard]] command::ChooseLifeEvent wholeSelection(const Case &of);

/**
 * These steps as one command; items that are parts of the case already keep their ids, the others take new ones. Steps may
 * stand in any order.
 */
[[nodiscard]] command::ChooseLifeEvent selectionOf(const Case &ofCase, const QString &eventId, int version, const QList<SelectedStep> &steps,
                                                   const std::function<PartId()> &newId);

/**
 * Checks what a command copies from the catalogue: CAT-002 and CAT-003 for ids it does not hold, CAT-005 for versions
 * not in force on the case's rules day, CAT-009 for suspended and draft ones, CASE-015 when the copied name, department, kind or limits differ. Commands
 * that copy nothing pass. For the exchange, before apply.
 */
[[nodiscard]] Result<void> checkAgainstCatalogue(const Catalogue &catalogue, const Case &onCase, const CommandBody &body);

/** Is it the department that accepts this part, by the version of its item? False too for an item that the catalogue does not hold. */
[[nodiscard]] bool departmentAccepts(const Catalogue &catalogue, const CasePart &part);

/**
 * Does a part wait for another one of its case that is still open? Nobody may decide it before, so its limits do not run: they
 * start when the last part it waits for is decided, also against it, for then it may be refused.
 */
[[nodiscard]] bool isWaiting(const Case &onCase, const CasePart &part);
/** Parts still to be decided that wait for this open one and for nobody else. */
[[nodiscard]] QList<PartId> waitingOnlyFor(const Case &onCase, const PartId &partId);
/** True for commands that decide a part, after which others wait for it no more: approval, refusal and non-acceptance. */
[[nodiscard]] bool endsWaiting(const CommandBody &body);
/** Day from which the limits of a part accepted on a day run: from then, or from the later decision it waited for. */
[[nodiscard]] QDate clockStart(const CasePart &part, QDate acceptedOn);

/** Day on which the materials of a part that is not accepted yet came in: of receipt, or of the answer to a correction. */
[[nodiscard]] QDate materialsInOn(const CasePart &part);

/**
 * Last day on which a received part may still be answered, after which it counts as accepted from the day the materials came
 * in. Nothing for a part in another state, and where the calendar ends.
 */
[[nodiscard]] std::optional<DueDay> answerDue(const Catalogue &catalogue, const CasePart &part, const WorkCalendar &calendar = WorkCalendar::bundled());

/** Day for which a case is planned: today while it is a draft, then the day of receipt, so that what was complete stays so. */
[[nodiscard]] QDate planDay(const Case &ofCase, QDate today);

/** Does a field belong to the form of a part: its item's own, or for a step of the case's life event the event's? */
[[nodiscard]] bool isInFormOf(const Catalogue &catalogue, const Case &ofCase, const CasePart &part, const QString &fieldId);

/**
 * What still stands in the way of the answer to a part's correction, out of the plan for planDay(): fields of its form that are
 * empty or wrong, and its own missing materials. What other parts lack is not asked for.
 */
[[nodiscard]] QList<Missing> missingForPart(const Catalogue &catalogue, const Case &ofCase, const CasePart &part, const CasePlan &plan);

/**
 * Do the parts agree with catalogue and answers: no part that an answer drops, and each waits for what the steps of the
 * life event say, without one for nobody? Items still missing are the plan's to name. Error CASE-015. Before receipt.
 */
[[nodiscard]] Result<void> checkPartsFollowAnswers(const Catalogue &catalogue, const Case &ofCase);

} // namespace yichuang::domain
