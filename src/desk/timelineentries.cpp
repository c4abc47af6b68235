// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "viewparts.h"

#include <algorithm>
#include <iterator>

namespace yichuang::desk {

using namespace Qt::StringLiterals;

namespace {

/** What a command says in words of its own: reason, opinion, points. */
struct NoteOf {
    QString operator()(const domain::command::RejectPart &body) const { return body.reason; }
    QString operator()(const domain::command::AskCorrection &body) const
    {
        return (body.opinion.isEmpty() ? body.points : QStringList{body.opinion} + body.points).join(u'\n');
    }
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

QString legalBasisOf(const domain::CommandBody &body)
{
    if (const auto *rejects = std::get_if<domain::command::RejectPart>(&body))
        return rejects->legalBasis;
    const auto *refuses = std::get_if<domain::command::RefusePart>(&body);
    return refuses ? refuses->legalBasis : QString();
}

// Shorter is the way over the line; longer, the materials were taken while it was down.
constexpr qint64 noticeableMs = 5 * 60 * 1000;

/** When it was done: a window's step at the window, by the exchange's clock as far as the desk knew it. */
void tellTimes(TimelineEntry &entry, const domain::CaseCommand &command, const domain::Stamp &stamp)
{
    const bool atWindow = command.actor.role == domain::Role::Clerk || command.actor.role == domain::Role::Supervisor;
    const QDateTime done = command.time.wall.addMSecs(command.time.exchangeOffsetMs.value_or(0));
    entry.at = (atWindow && done.isValid()) || !stamp.receivedAt.isValid() ? done : stamp.receivedAt;
    if (!stamp.provisional && stamp.receivedAt.isValid() && entry.at.msecsTo(stamp.receivedAt) > noticeableMs)
        entry.arrivedAt = stamp.receivedAt;
}

/** Edits of a draft come by the dozen; a run of the same kind by the same person is one line, at its last moment. */
bool continues(const TimelineEntry &run, const TimelineEntry &next)
{
    static const QSet<QString> edits{u"set-field"_s, u"answer-situation"_s, u"set-material"_s, u"set-applicant"_s};
    return edits.contains(next.commandName) && run.commandName == next.commandName && run.who == next.who
        && run.provisional == next.provisional && !run.refused && !next.refused;
}

TimelineEntry entryOf(const store::TimelineRow &row, const domain::Case &onCase, const domain::Catalogue &catalogue, const QHash<QString, QString> &names)
{
    TimelineEntry entry;
    tellTimes(entry, row.command, row.stamp);
    entry.commandName = domain::commandName(row.command.body);
    entry.partId = row.command.partId;
    entry.role = row.command.actor.role;
    // Where one sits oneself goes without saying.
    if (!names.contains(row.command.actor.operatorId))
        entry.place = row.stamp.operatorPlace;
    entry.who = row.stamp.operatorName.isEmpty() ? names.value(row.command.actor.operatorId) : row.stamp.operatorName;
    entry.whoIsName = !entry.who.isEmpty();
    if (!entry.whoIsName)
        entry.who = row.command.actor.operatorId;
    entry.note = std::visit(NoteOf(), row.command.body);
    entry.legalBasis = legalBasisOf(row.command.body);
    const auto *accepts = std::get_if<domain::command::AcceptPart>(&row.command.body);
    entry.deemed = accepts && accepts->deemed;
    entry.provisional = row.state != store::CommandState::Confirmed;
    if (row.state == store::CommandState::Refused)
        entry.refused = row.error;
    if (const domain::CasePart *part = onCase.part(row.command.partId)) {
        entry.itemName = part->itemName;
        if (const domain::Department *department = catalogue.department(part->departmentId))
            entry.departmentName = department->name;
    }
    return entry;
}

/** What was refused has no place among the exchange's events: it stands where it was done, not behind what came of it. */
QList<TimelineEntry> inOrder(const QList<TimelineEntry> &told)
{
    QList<TimelineEntry> refusals;
    std::copy_if(told.cbegin(), told.cend(), std::back_inserter(refusals), [](const TimelineEntry &entry) { return entry.refused.has_value(); });
    QList<TimelineEntry> all;
    auto next = refusals.cbegin();
    for (const TimelineEntry &entry : told) {
        if (entry.refused)
            continue;
        for (; next != refusals.cend() && next->at < entry.at; ++next)
            all.append(*next);
        all.append(entry);
    }
    all.append(QList<TimelineEntry>(next, refusals.cend()));
    return all;
}

} // namespace

QList<TimelineEntry> timelineEntries(const QList<store::TimelineRow> &rows, const domain::Case &onCase,
                                     const domain::Catalogue &catalogue, const QHash<QString, QString> &names)
{
    QList<TimelineEntry> told;
    for (const store::TimelineRow &row : rows)
        told.append(entryOf(row, onCase, catalogue, names));
    const QList<TimelineEntry> ordered = inOrder(told);
    QList<TimelineEntry> entries;
    for (const TimelineEntry &entry : ordered) {
        if (!entries.isEmpty() && continues(entries.last(), entry))
            entries.last() = entry;
        else
            entries.append(entry);
    }
    return entries;
}

} // namespace yichuang::desk
