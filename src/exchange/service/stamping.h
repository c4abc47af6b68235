// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>
#include <domain/workcalendar.h>

namespace yichuang::exchange {

struct DueDates {
    QDate promised;
    QDate statutory;
};
/** Both due dates of a part whose limits run from a day; beyond the published calendar only weekends are taken as days off. */
[[nodiscard]] domain::Result<DueDates> dueDates(const domain::WorkCalendar &calendar, const domain::CasePart &part, QDate from,
                                                const QList<domain::PauseSpan> &pauses);

/**
 * The stamp of a command before a case's number is given: moment, legal date, rule version; the part's number and due dates
 * when the command accepts a received part, new due dates when it starts the clock of an accepted one again. A part that waits
 * for others gets none before the last of them is approved; that approval's stamp has them.
 */
[[nodiscard]] domain::Result<domain::Stamp> stampFor(const domain::Case &before, const domain::CaseCommand &command, const QDateTime &now,
                                                     qint64 catalogueVersion, const domain::WorkCalendar &calendar);

} // namespace yichuang::exchange
