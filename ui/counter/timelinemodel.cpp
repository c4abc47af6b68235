// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/timelinemodel.h"

#include "kit/failurehelp.h"
#include "kit/words.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

void TimelineModel::setEntries(const QList<desk::TimelineEntry> &entries)
{
    QStringList departments;
    for (const desk::TimelineEntry &entry : entries) {
        if (!departments.contains(entry.departmentName))
            departments << entry.departmentName;
    }
    departments.sort();
    if (departments.removeOne(QString()))
        departments.prepend(QString());
    QList<TimelineRow> rows;
    for (const QString &department : std::as_const(departments)) {
        rows << TimelineRow{true, department, {}};
        for (const desk::TimelineEntry &entry : entries) {
            if (entry.departmentName == department)
                rows << TimelineRow{false, department, entry};
        }
    }
    setRows(rows);
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool TimelineModel::sameKey(const TimelineRow &one, const TimelineRow &other) const
{
    return one.heading == other.heading && one.department == other.department && one.entry.at == other.entry.at
        && one.entry.commandName == other.entry.commandName && one.entry.partId == other.entry.partId;
}

QString TimelineModel::headingText(const TimelineRow &row)
{
    return row.department.isEmpty() ? tr("Whole case") : row.department;
}

TagText TimelineModel::stateTag(const desk::TimelineEntry &entry)
{
    if (entry.refused)
        return {Tone::Bad, tr("Refused"), Mark::Cross};
    if (entry.provisional)
        return {Tone::Warn, tr("Not confirmed yet"), Mark::Clock};
    return {};
}

QString TimelineModel::whoText(const desk::TimelineEntry &entry)
{
    if (entry.role == domain::Role::System)
        return tr("Exchange");
    const QString who = entry.whoIsName || entry.who.isEmpty() ? entry.who : Words::role(entry.role);
    // Under its own department's heading a place says nothing new.
    if (who.isEmpty() || entry.place.isEmpty() || entry.place == entry.departmentName)
        return who;
    //: Who did a step of a case: a name, and in brackets the window or the department they work at
    return tr("%1 (%2)").arg(who, entry.place);
}

int TimelineModel::newestRow() const
{
    int newest = -1;
    for (int i = 0; i < rowCount(); ++i) {
        const TimelineRow *one = row(index(i, 0));
        const TimelineRow *last = newest < 0 ? nullptr : row(index(newest, 0));
        if (!one->heading && (!last || one->entry.at >= last->entry.at))
            newest = i;
    }
    return newest;
}

std::optional<desk::TimelineEntry> TimelineModel::newest() const
{
    const TimelineRow *found = row(index(newestRow(), 0));
    return found ? std::optional(found->entry) : std::nullopt;
}

QStringList TimelineModel::whenWords(const desk::TimelineEntry &entry)
{
    QStringList words{shortTime(entry.at)};
    if (const QString who = whoText(entry); !who.isEmpty())
        words << who;
    if (entry.arrivedAt.isValid())
        words << tr("at the exchange %1").arg(shortTime(entry.arrivedAt));
    return words;
}

QString TimelineModel::whenText(const desk::TimelineEntry &entry)
{
    return whenWords(entry).join(u" · "_s);
}

QStringList TimelineModel::linesBelow(const desk::TimelineEntry &entry)
{
    QStringList words;
    if (!entry.itemName.isEmpty())
        words << entry.itemName;
    if (!entry.note.isEmpty())
        words << Words::onOneLine(entry.note);
    if (entry.refused)
        words << FailureHelp::line(*entry.refused);
    QStringList lines{words.join(u" · "_s), Words::legalBasis(entry.legalBasis)};
    lines.removeAll(QString());
    return lines;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineRow *found = row(index);
    if (!found)
        return {};
    if (role == Qt::ToolTipRole && !found->heading) {
        QStringList lines = linesBelow(found->entry);
        if (!found->entry.whoIsName && found->entry.role != domain::Role::System && !found->entry.who.isEmpty())
            lines << tr("Account %1").arg(found->entry.who);
        return lines.join(u'\n');
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (found->heading)
        return index.column() == When ? headingText(*found) : QString();
    switch (index.column()) {
    case When: return role == Qt::AccessibleTextRole ? Words::event(found->entry) : shortTime(found->entry.at);
    case What: return Words::event(found->entry);
    case Who: return whoText(found->entry);
    case State: return stateTag(found->entry).text;
    default: return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case What: return tr("What");
    case Who: return tr("Who");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace yichuang::ui
