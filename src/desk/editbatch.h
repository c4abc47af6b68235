// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desksession.h>

namespace yichuang::desk {

/** The last edit of each field and each material that is still in the draft's journal: the next one may take its place. */
using JournalEdits = QHash<QString, domain::CaseCommand>;

/** One action of the clerk as commands in order, and what comes of it. */
struct EditBatch {
    QList<domain::CaseCommand> commands;
    store::Places places;
    domain::Case after;
    JournalEdits edits;
    QList<domain::CommandBody> inverses; ///< take the action back, in order
    QMap<QString, QString> typed;        ///< as in Action
};

/** One action on a case as it is shown, before it is made into commands. */
struct Action {
    QList<domain::CommandBody> bodies;
    domain::PartId partId; ///< the part that commands on a part are about
    QMap<QString, QString> typed = {}; ///< texts that the commands carry, by their key in the scratch: they wait there until these are stored
};

/**
 * Makes an action into commands on the case as it is shown and applies them; while the case is a draft, an edit takes the
 * place of the one before it where domain::maySupersede() lets it. `id` names a case that is only being opened. Errors of domain::apply.
 */
[[nodiscard]] domain::Result<EditBatch> makeBatch(const DeskSession &session, const domain::CaseId &id, const domain::Case &before,
                                                  const JournalEdits &edits, Action action, const domain::Stamp &stamp);

/**
 * Whether an operator may go on with a draft. One that the exchange does not know, or in which somebody else's commands still
 * wait, is its maker's alone: a case's commands go in their order, each with the token of who made it, so that whatever
 * another adds would hold up the whole case. Anything but a draft is judged command by command. `rows` are its timeline. CASE-004.
 */
[[nodiscard]] domain::Result<void> mayGoOn(const domain::Actor &actor, const store::StoredCase &stored, const QList<store::TimelineRow> &rows);

/** A field's value as whoever sits here types it now. */
[[nodiscard]] domain::FieldValue typedValue(const DeskSession &session, const QString &text);
/** Where an answer to a correction that is being typed waits among the texts of a case's scratch. */
[[nodiscard]] QString noteKey(const domain::PartId &partId);
/** Is it the key of an answer that is being typed? */
[[nodiscard]] bool isNote(const QString &key);
/** What was typed and not left yet, by field id, as edits made now by who sits here; answers being typed are none. */
[[nodiscard]] QList<domain::CommandBody> typedEdits(const DeskSession &session, const QMap<QString, QString> &typed);

/** The keys of a scratch that an answer for a part takes with it: every field, and of the answers being typed that part's. */
[[nodiscard]] QStringList carriedBy(const QMap<QString, QString> &scratch, const domain::PartId &partId);

/** Notes the journal's edits of a timeline; what is known already has a newer one. */
void addJournalEdits(JournalEdits &edits, const QList<store::TimelineRow> &rows);

} // namespace yichuang::desk
