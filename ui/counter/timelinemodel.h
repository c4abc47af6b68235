// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"
#include "kit/tone.h"

#include <desk/counterview.h>
#include <optional>

namespace yichuang::ui {

/** A line of the timeline, or the heading of a department. */
struct TimelineRow {
    bool heading = false;
    QString department;
    desk::TimelineEntry entry;
    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

/** Who did what when, grouped by department; the shared part of the case first. */
class TimelineModel : public RowsModel<TimelineRow>
{
    Q_OBJECT
public:
    enum Column { When, What, Who, State, ColumnCount };
    using RowsModel::RowsModel;
    void setEntries(const QList<desk::TimelineEntry> &entries);
    /** The row of what happened last, in whatever department; -1: nothing did. */
    [[nodiscard]] int newestRow() const;
    [[nodiscard]] std::optional<desk::TimelineEntry> newest() const;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString headingText(const TimelineRow &row);
    [[nodiscard]] static TagText stateTag(const desk::TimelineEntry &entry);
    /** A name, or what the person is where only an id is known. */
    [[nodiscard]] static QString whoText(const desk::TimelineEntry &entry);
    /** When it was done and by whom; also when it reached the exchange, if that was later. */
    [[nodiscard]] static QStringList whenWords(const desk::TimelineEntry &entry);
    /** The same in one line. */
    [[nodiscard]] static QString whenText(const desk::TimelineEntry &entry);
    /** What is told below the event, a line each: item and words of whoever acted, then a legal basis. */
    [[nodiscard]] static QStringList linesBelow(const desk::TimelineEntry &entry);

protected:
    [[nodiscard]] bool sameKey(const TimelineRow &one, const TimelineRow &other) const override;
};

} // namespace yichuang::ui
