// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

namespace yichuang::desk {

namespace {

/** What a command says in words of its own: reason, opinion, points. */
struct NoteOf {
    QString operator()(const domain::command::RejectPart &body) const { return body.reason; }
    QString operator()(const domain::command::AskCorrection &body) const { return body.points.join(u'\n'); }
    QString operator()(const domain::command::AnswerCorrection &body) const { return body.note; }
    QString operator()(const domain::command::PausePart &body) const { return body.reason; }
    QString operator()(const domain::command::ApprovePart &body) const { return body.opinion; }
    QString operator()(const domain::command::RefusePart &body) const { return body.reason; }
    QString operator()(const domain::command::WithdrawCase &body) const { return body.reason; }
    QString operator()(const domain::command::DiscardDraft &body) const { return body.reason; }
    QString operator()(const domain::command::ReceiveMaterials &body) const { return body.provisionalReceipt; }
    QString operator()(const domain::command::AddItem &body) const { return body.itemName; }
    template<typename T>
    QString operator()(const T &) const
    {
        return {};
    }
};

} // namespace

QList<TimelineEntry> timelineEntries(const QList<store::TimelineRow> &rows, const domain::Case &onCase,
                                     const domain::Catalogue &catalogue)
{
    QList<TimelineEntry> entries;
    for (const store::TimelineRow &row : rows) {
        TimelineEntry entry;
        entry.at = row.stamp.receivedAt.isValid() ? row.stamp.receivedAt : row.command.time.wall;
        entry.commandName = domain::commandName(row.command.body);
        entry.partId = row.command.partId;
        entry.who = row.command.actor.operatorId;
        entry.note = std::visit(NoteOf(), row.command.body);
        entry.provisional = row.state != store::CommandState::Confirmed;
        if (row.state == store::CommandState::Refused)
            entry.refused = row.error;
        if (const domain::CasePart *part = onCase.part(row.command.partId)) {
            entry.itemName = part->itemName;
            if (const domain::Department *department = catalogue.department(part->departmentId))
                entry.departmentName = department->name;
        }
        entries.append(entry);
    }
    return entries;
}

} // namespace yichuang::desk
