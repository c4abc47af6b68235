// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "submit.h"

#include "casetable.h"
#include "commandtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::CaseCommand;
using domain::FailureCode;
using domain::Result;

namespace {

template<typename T>
bool isA(const CaseCommand &command)
{
    return std::holds_alternative<T>(command.body);
}

/** True when the exchange has or will have the case, so that it must hear of its end. */
bool isKnownOutside(Writing &writing, const CaseRecord &record)
{
    const QList<StoredCommand> open = commandsOnTheirWay(writing, record.id);
    return record.confirmed
        || std::any_of(open.cbegin(), open.cend(), [](const StoredCommand &row) { return row.state != CommandState::Journal; });
}

/** Edits of a draft stay in the journal; taking the materials sends the journal with them, in order. */
CommandState stateFor(Writing &writing, const CaseRecord &record, const CaseCommand &command)
{
    const bool sends = isA<domain::command::ReceiveMaterials>(command)
        || (isA<domain::command::DiscardDraft>(command) && isKnownOutside(writing, record));
    if (sends) {
        queueJournal(writing, record.id);
        return CommandState::Pending;
    }
    return record.current.stage == domain::CaseStage::Draft || isA<domain::command::DiscardDraft>(command)
        ? CommandState::Journal
        : CommandState::Pending;
}

/** The case with the command in it, at the end or in the place of an edit that is still in the journal and leaves it. */
Result<domain::Case> applied(Writing &writing, const CaseRecord &record, const CaseCommand &command, const domain::Stamp &stamp,
                             const domain::CommandId &earlier)
{
    if (earlier.isNull())
        return domain::apply(record.current, command, stamp);
    const std::optional<StoredCommand> row = commandById(writing, earlier);
    if (!row || row->state != CommandState::Journal)
        return domain::failure(FailureCode::CaseStaleRevision, u"the earlier edit is not in the journal"_s, true);
    auto after = domain::applyInPlaceOf(row->command, record.current, command, stamp);
    if (after)
        removeFromJournal(writing, *row);
    return after;
}

} // namespace

Result<StoredCase> submitAll(Writing &writing, const QList<CaseCommand> &commands, const domain::Stamp &stamp, const Places &places)
{
    if (commands.isEmpty())
        return domain::failure(FailureCode::CaseWrongCase, u"no command"_s);
    const domain::CaseId id = commands.first().caseId;
    CaseRecord &record = caseRecord(writing, id);
    for (const CaseCommand &command : commands) {
        if (command.caseId != id)
            return domain::failure(FailureCode::CaseWrongCase, u"two cases in one transaction"_s);
        auto after = applied(writing, record, command, stamp, places.value(command.id));
        if (!after)
            return tl::unexpected(after.error());
        insertCommand(writing, command, stateFor(writing, record, command), stamp);
        record.current = std::move(*after);
    }
    record.id = id;
    writeCase(writing, record);
    return storedCase(writing, id);
}

} // namespace yichuang::store
