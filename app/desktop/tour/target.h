// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QModelIndex>
#include <QPoint>
#include <QString>
#include <tl/expected.hpp>

class QAbstractItemView;
class QWidget;

namespace yichuang::app {

/** A place where a person could click now. */
struct Target {
    QWidget *widget = nullptr;
    QPoint global;           ///< logical screen coordinates
};

/** What stands in a person's way, in English for the tour's report. */
using Obstacle = QString;

/** The one visible widget of that name, enabled or not. */
[[nodiscard]] tl::expected<QWidget *, Obstacle> visibleWidget(const QWidget &window, const QString &name);

/**
 * Where a person would click the widget: it must be visible, enabled, on the screen, and the topmost one at the point.
 * Radio buttons and check boxes answer on their left end only.
 */
[[nodiscard]] tl::expected<Target, Obstacle> reach(const QWidget &window, const QString &name);

/** The same for a row of an item view; the target is the view's viewport. */
[[nodiscard]] tl::expected<Target, Obstacle> reachRow(QAbstractItemView &view, const QModelIndex &index);

/**
 * How the wheel must turn, in eighths of a degree, before the widget's middle is in view of the scroll area around it;
 * null when it is there or nothing scrolls. `over` gets the viewport to turn it on.
 */
[[nodiscard]] QPoint wheelTowards(const QWidget &widget, QWidget *&over);

} // namespace yichuang::app
