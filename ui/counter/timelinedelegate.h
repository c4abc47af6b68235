// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterview.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/**
 * Draws the timeline: a line with a dot per step, headings per department. Who acted stands whole, beside the event or, where
 * that is too narrow, under it. Lines of what else is told may be cut.
 */
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /** Lines under the event that say when and by whom; none: that stands beside it. */
    [[nodiscard]] static QStringList whenUnder(const desk::TimelineEntry &entry, const QStyleOptionViewItem &option);
};

} // namespace yichuang::ui
