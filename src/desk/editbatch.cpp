// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "editbatch.h"

#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::desk {

namespace {

// No field's id has a stroke.
constexpr QLatin1String materialPrefix("material/");

/** What a command edits, as JournalEdits names it; empty: nothing whose edits take each other's place. */
QString editedBy(const domain::CommandBody &body)
{
    if (const auto *field = std::get_if<domain::command::SetField>(&body))
        return field->fieldId;
    const auto *material = std::get_if<domain::command::SetMaterial>(&body);
    return material ? materialPrefix + material->key : QString();
}

domain::Result<domain::Case> giveOne(EditBatch &batch, domain::CaseCommand &command, const domain::Stamp &stamp)
{
    const QString edited = editedBy(command.body);
    const auto earlier = batch.edits.constFind(edited);
    const bool replaces = !edited.isEmpty() && earlier != batch.edits.cend() && domain::maySupersede(command, *earlier);
    if (!replaces)
        return domain::apply(batch.after, command, stamp);
    --command.baseRevision;
    batch.places.insert(command.id, earlier->id);
    return domain::applyInPlaceOf(*earlier, batch.after, command, stamp);
}

} // namespace

domain::Result<EditBatch> makeBatch(const DeskSession &session, const domain::CaseId &id, const domain::Case &before,
                                    const JournalEdits &edits, Action action, const domain::Stamp &stamp)
{
    EditBatch batch;
    batch.after = before;
    batch.edits = edits;
    batch.typed = action.typed;
    for (domain::CommandBody &body : action.bodies) {
        if (const auto inverse = domain::inverseOf(batch.after, body))
            batch.inverses.prepend(*inverse);
        const domain::CasePart *part = domain::isPartCommand(body) ? batch.after.part(action.partId) : nullptr;
        domain::CaseCommand command = part ? session.makeCommand(id, part->id, part->revision, std::move(body))
                                           : session.makeCommand(id, {}, batch.after.revision, std::move(body));
        // What was edited after receipt goes straight to the outbox, and nothing takes its place there.
        const bool inJournal = batch.after.id.isNull() || batch.after.stage == domain::CaseStage::Draft;
        auto after = giveOne(batch, command, stamp);
        if (!after)
            return tl::unexpected(after.error());
        batch.after = std::move(*after);
        if (const QString edited = editedBy(command.body); inJournal && !edited.isEmpty())
            batch.edits.insert(edited, command);
        batch.commands.append(command);
    }
    return batch;
}

domain::Result<void> mayGoOn(const domain::Actor &actor, const store::StoredCase &stored, const QList<store::TimelineRow> &rows)
{
    if (stored.current.stage != domain::CaseStage::Draft)
        return {};
    if (const auto may = domain::mayCommand(actor, stored.current, {}, domain::command::SetField()); !may)
        return may;
    const auto waitsForAnother = [&actor](const store::TimelineRow &row) {
        const bool waits = row.state == store::CommandState::Journal || row.state == store::CommandState::Pending;
        return waits && row.command.actor.operatorId != actor.operatorId;
    };
    const bool isMaker = actor.operatorId == stored.current.openedBy.operatorId;
    const bool isKnown = stored.confirmedRevision >= 0;
    if (isMaker || (isKnown && !std::any_of(rows.cbegin(), rows.cend(), waitsForAnother)))
        return {};
    return domain::failure(domain::FailureCode::CaseForbidden, QStringLiteral("its maker goes on with it"));
}

domain::FieldValue typedValue(const DeskSession &session, const QString &text)
{
    domain::FieldValue value;
    value.value = text;
    value.source = domain::FieldSource::Operator;
    value.changedAt = session.clock().now();
    value.changedBy = session.actor().operatorId;
    return value;
}

namespace {

constexpr QLatin1String notePrefix("correction/");

/** Of what else waits beside the fields every key has a stroke, which no field's id has. */
bool isField(const QString &key)
{
    return !key.contains(u'/');
}

} // namespace

QString noteKey(const domain::PartId &partId)
{
    return notePrefix + partId.toString(QUuid::WithoutBraces);
}

bool isNote(const QString &key)
{
    return key.startsWith(notePrefix);
}

QStringList carriedBy(const QMap<QString, QString> &scratch, const domain::PartId &partId)
{
    QStringList keys{noteKey(partId)};
    for (auto it = scratch.keyBegin(); it != scratch.keyEnd(); ++it) {
        if (isField(*it))
            keys.append(*it);
    }
    return keys;
}

QList<domain::CommandBody> typedEdits(const DeskSession &session, const QMap<QString, QString> &typed)
{
    QList<domain::CommandBody> bodies;
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        if (isField(it.key()))
            bodies.append(domain::command::SetField{it.key(), typedValue(session, it.value())});
    }
    return bodies;
}

void addJournalEdits(JournalEdits &edits, const QList<store::TimelineRow> &rows)
{
    JournalEdits found;
    for (const store::TimelineRow &row : rows) {
        const QString edited = editedBy(row.command.body);
        if (row.state == store::CommandState::Journal && !edited.isEmpty())
            found.insert(edited, row.command);
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (!edits.contains(it.key()))
            edits.insert(it.key(), it.value());
    }
}

} // namespace yichuang::desk
