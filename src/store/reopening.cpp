// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "reopening.h"

#include "commandtable.h"

#include <domain/caserules.h>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::Case;
using domain::CaseCommand;
using domain::CaseId;
using domain::FailureCode;
namespace cmd = domain::command;

namespace {

/** What was sent for the case since it was opened last and fell with that opening, in order; empty when the opening did not fall. */
QList<StoredCommand> fallenWithOpening(Writing &writing, const CaseId &id)
{
    QList<StoredCommand> fallen;
    const QList<Row> rows = writing.sql.rows(u"SELECT id FROM commands WHERE case_id=? ORDER BY position"_s, {columnOf(id)});
    for (const Row &row : rows) {
        const std::optional<StoredCommand> command = commandById(writing, idFrom(row.at(0)));
        const bool opens = command && std::holds_alternative<cmd::OpenCase>(command->command.body);
        if (opens)
            fallen.clear();
        // Without its case the exchange knows none of them; what it refused before for a reason of its own stays refused.
        const bool fell = command && command->state == CommandState::Refused && command->lastError
            && (opens || (!fallen.isEmpty() && command->lastError->code == FailureCode::CaseUnknown));
        if (fell)
            fallen.append(*command);
    }
    return fallen;
}

/** The exchange's day, by this desk's clock and what was known of its error when something was done last. */
QDate exchangeDay(const Writing &writing, const QList<StoredCommand> &commands)
{
    qint64 offset = 0;
    for (const StoredCommand &row : commands)
        offset = row.command.time.exchangeOffsetMs.value_or(offset);
    return domain::inLegalTime(writing.clock.now().addMSecs(offset)).date();
}

/** Copies from the catalogue what holds on another day; what it does not hold then stays, for the exchange to name. */
struct Renewal {
    const domain::Catalogue *catalogue;
    QDate day;

    void renew(cmd::AddItem &body) const
    {
        if (const domain::ServiceItem *item = catalogue ? catalogue->item(body.itemId, day) : nullptr)
            body = domain::addItemFor(*item, body.partId, body.dependsOn);
    }
    void operator()(cmd::OpenCase &body) const { body.rulesDay = day; }
    void operator()(cmd::AddItem &body) const { renew(body); }
    void operator()(cmd::ChooseLifeEvent &body) const
    {
        if (const domain::LifeEvent *event = catalogue ? catalogue->lifeEvent(body.lifeEventId, day) : nullptr)
            body.version = event->version;
        for (cmd::AddItem &item : body.items)
            renew(item);
    }
    template<typename Other>
    void operator()(Other &) const
    {
    }
};

} // namespace

std::optional<Case> openAgain(Writing &writing, const CaseId &id)
{
    const QList<StoredCommand> fallen = fallenWithOpening(writing, id);
    if (fallen.isEmpty())
        return std::nullopt;
    const bool outOfDate = fallen.first().lastError->code == FailureCode::CatalogueNotInForce;
    const std::shared_ptr<const domain::Catalogue> catalogue = writing.catalogues.get();
    const Renewal renewal{catalogue.get(), exchangeDay(writing, fallen)};
    Case draft;
    for (const StoredCommand &row : fallen) {
        // Its receipt counts no more: the next F9 gives another.
        if (std::holds_alternative<cmd::ReceiveMaterials>(row.command.body))
            continue;
        CaseCommand again = row.command;
        again.id = writing.clock.newId();
        again.baseRevision = draft.revision;
        if (outOfDate)
            std::visit(renewal, again.body);
        const domain::Stamp stamp = row.stamp.value_or(domain::Stamp());
        auto after = domain::apply(draft, again, stamp);
        if (!after)
            continue;
        insertCommand(writing, again, CommandState::Journal, stamp);
        draft = std::move(*after);
    }
    return draft.id.isNull() ? std::nullopt : std::optional(draft);
}

} // namespace yichuang::store
