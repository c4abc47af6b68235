// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <domain/casecommand.h>
#include <domain/catalogue.h>
#include <wire/apireviews.h>

namespace yichuang::exchange {

/** Rows of cases, their parts, commands and events. */
namespace casestore {

[[nodiscard]] domain::Result<std::optional<domain::Case>> load(Session &session, const domain::CaseId &id);
/** Writes the snapshot and, once materials were received, the rows of the reviewers' list; the catalogue says by when they want an answer. */
[[nodiscard]] domain::Result<void> save(Session &session, const domain::Case &value, const domain::Catalogue &catalogue, qint64 nowMs);
/** Cases with a received part whose last day for an answer lies before a day; in the order of their ids, after one of them. */
[[nodiscard]] domain::Result<QList<domain::CaseId>> unanswered(Session &session, QDate day, const domain::CaseId &after, int limit);

/** The next value of a gap-free counter, starting with 1; the writer's turn makes it safe. */
[[nodiscard]] domain::Result<qint64> nextCount(Session &session, const QString &counter);
inline constexpr char feedCounter[] = "feed";

struct KnownCommand {
    QString hash;
    qint64 sequence = 0;
    qint64 revision = 0;
};
[[nodiscard]] domain::Result<std::optional<KnownCommand>> command(Session &session, const domain::CommandId &id);
[[nodiscard]] domain::Result<void> addCommand(Session &session, const domain::CommandId &id, const KnownCommand &known);

[[nodiscard]] domain::Result<void> addEvent(Session &session, const domain::CaseEvent &event, const domain::Case &after);
[[nodiscard]] domain::Result<std::optional<domain::CaseEvent>> event(Session &session, qint64 sequence);
[[nodiscard]] domain::Result<QList<domain::CaseEvent>> eventsOf(Session &session, const domain::CaseId &id);

/** Whose events a reader may see; an empty reader sees everything. */
struct EventFilter {
    QString openedBy;
    QString departmentId;
    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};
/** Events after a cursor in order, at most `limit`. */
[[nodiscard]] domain::Result<QList<domain::CaseEvent>> eventsAfter(Session &session, const EventFilter &filter, qint64 after, int limit);
[[nodiscard]] domain::Result<qint64> lastSequence(Session &session);
/** Whom an event concerns, without its content. */
struct EventAudience {
    qint64 sequence = 0;
    QString openedBy;
    QString departmentId;
    [[nodiscard]] bool includes(const EventFilter &filter) const;
};
/** Audiences of the events after a cursor in order, at most `limit`. */
[[nodiscard]] domain::Result<QList<EventAudience>> audiencesAfter(Session &session, qint64 after, int limit);

/** Place of a row in the reviewers' list. */
struct ListPlace {
    qint64 receivedAt = 0;
    QString partId;
};
/** @param state empty for all. */
[[nodiscard]] domain::Result<QList<wire::ReviewEntry>> parts(Session &session, const QString &departmentId, const QString &state, const ListPlace &after, int limit);
struct PartOwner {
    domain::CaseId caseId;
    QString departmentId;
};
[[nodiscard]] domain::Result<std::optional<PartOwner>> owner(Session &session, const domain::PartId &id);

} // namespace casestore
} // namespace yichuang::exchange
