// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "editbatch.h"

namespace yichuang::desk {

namespace {

QString fieldOf(const domain::CommandBody &body)
{
    const auto *edit = std::get_if<domain::command::SetField>(&body);
    return edit ? edit->fieldId : QString();
}

domain::Result<domain::Case> giveOne(EditBatch &batch, domain::CaseCommand &command, const domain::Stamp &stamp)
{
    const QString field = fieldOf(command.body);
    const auto earlier = batch.edits.constFind(field);
    const bool replaces = !field.isEmpty() && earlier != batch.edits.cend() && domain::maySupersede(command, *earlier);
    if (!replaces)
        return domain::apply(batch.after, command, stamp);
    --command.baseRevision;
    batch.places.insert(command.id, earlier->id);
    return domain::applyInPlaceOf(*earlier, batch.after, command, stamp);
}

} // namespace

domain::Result<EditBatch> makeBatch(const DeskSession &session, const domain::CaseId &id, const domain::Case &before,
                                    const JournalEdits &edits, QList<domain::CommandBody> bodies, const domain::Stamp &stamp)
{
    EditBatch batch;
    batch.after = before;
    batch.edits = edits;
    for (domain::CommandBody &body : bodies) {
        if (const auto inverse = domain::inverseOf(batch.after, body))
            batch.inverses.prepend(*inverse);
        domain::CaseCommand command = session.makeCommand(id, {}, batch.after.revision, std::move(body));
        auto after = giveOne(batch, command, stamp);
        if (!after)
            return tl::unexpected(after.error());
        batch.after = std::move(*after);
        if (const QString field = fieldOf(command.body); !field.isEmpty())
            batch.edits.insert(field, command);
        batch.commands.append(command);
    }
    return batch;
}

void addJournalEdits(JournalEdits &edits, const QList<store::TimelineRow> &rows)
{
    JournalEdits found;
    for (const store::TimelineRow &row : rows) {
        const QString field = fieldOf(row.command.body);
        if (row.state == store::CommandState::Journal && !field.isEmpty())
            found.insert(field, row.command);
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (!edits.contains(it.key()))
            edits.insert(it.key(), it.value());
    }
}

} // namespace yichuang::desk
